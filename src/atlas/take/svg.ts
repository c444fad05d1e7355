/** A picture as an SVG file. Pure. */
import { FONT, INK, type Item, PAPER, type Picture } from "./picture.ts";

export function svgOf({ width, height, title, items }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONT)}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    ...items.map(itemOf),
    "</svg>",
    "",
  ].join("\n");
}

function itemOf(item: Item): string {
  if ("d" in item) {
    const { d, fill = "none", stroke, width = 1, dash, title, at, scale } = item;
    const line = stroke
      ? ` stroke="${stroke}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash}"` : ""}`
      : "";
    const place = at ? ` transform="translate(${at[0]} ${at[1]})${scale ? ` scale(${scale})` : ""}"` : "";
    const attributes = `d="${d}" fill="${fill}"${line}${place}`;
    return title ? `<path ${attributes}><title>${escaped(title)}</title></path>` : `<path ${attributes}/>`;
  }
  const { text, x, y, size, bold, fill = INK, anchor = "start", direction = "ltr", halo } = item;
  const weight = bold ? ' font-weight="600"' : "";
  const around = halo
    ? ` stroke="${PAPER}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
    : "";
  return `<text x="${x}" y="${y}" font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor}" direction="${direction}"${around}>${escaped(text)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What no XML may hold becomes a space. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, " ")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
