/** The ties as a picture to be saved: as they are laid out, with what the lines mean, who says what, and the source under them. */

import { STANCE_PATHS } from "../../entity/stance-paths.ts";
import { stanceWord } from "../../entity/words/phrases.ts";
import { directionOf } from "../../entity/words/script.ts";
import { interfaceAttributes, language, listed, t } from "../../i18n/t.ts";
import { ENTITY_KINDS, STANCES } from "../../pack/types.ts";
import { pathOf, placeVerbs } from "../model/graph/edges.ts";
import type { Graph } from "../model/graph/graph.ts";
import { baselineOf, NAME_SIZE } from "../model/graph/layout.ts";
import type { TiesPicture } from "../model/graph/picture-of-ties.ts";
import { textWidth } from "../model/graph/text-size.ts";
import { DASHES, shapeOf } from "../model/signs.ts";
import { type Speakers, superscript } from "../model/speakers.ts";
import type { AtlasIndex } from "../model/together.ts";
import { saidIn, type Words } from "../names.ts";
import { caption, Row } from "./caption.ts";
import { INK, type Item, PAPER, type Picture, STANCE_INK } from "./picture.ts";

export function drawTies(
  index: AtlasIndex,
  { layout, edges }: TiesPicture,
  shown: Graph,
  speakers: Speakers,
  words: Words,
): Picture {
  const items: Item[] = [];
  const { dir } = interfaceAttributes();
  const ids = new Set(shown.nodes.map(({ entity }) => entity.id));
  const ties = new Set(shown.ties.map(({ relation }) => relation));
  const drawn = edges.filter(({ relation }) => ties.has(relation));
  for (const edge of drawn) {
    const { relation, arrow } = edge;
    const stroke = STANCE_INK[relation.stance];
    const { id, stance, by } = relation;
    const said = listed([stanceWord(stance), words.said(by, id).text, words.whose(id)].filter(Boolean));
    items.push({
      d: pathOf(edge),
      stroke,
      width: 1.3,
      dash: DASHES[relation.stance],
      title: `${words.said(relation.text, id).text} (${said})`,
    });
    if (arrow) items.push({ d: `M${arrow.map(({ x, y }) => `${x} ${y}`).join("L")}Z`, fill: stroke });
  }
  const placed = { ...layout, nodes: new Map([...layout.nodes].filter(([id]) => ids.has(id))) };
  for (const { relation, text, box: at } of placeVerbs(drawn, placed, words.verb)) {
    const ink = STANCE_INK[relation.stance];
    items.push({
      d: shapeOf("group", 7),
      fill: PAPER,
      at: [dir === "rtl" ? at.x + at.width - 6 : at.x + 6, at.y + 7.5],
    });
    for (const sign of STANCE_PATHS[relation.stance])
      items.push({
        ...signOf(sign, ink),
        at: [dir === "rtl" ? at.x + at.width - 11 : at.x + 1, at.y + 3],
        scale: 0.8,
      });
    const x = dir === "rtl" ? at.x + at.width - 13 : at.x + 13;
    const numbered = `${text}${superscript(speakers.numberOf(relation))}`;
    items.push({ text: numbered, x, y: at.y + 11.2, size: 11, fill: ink, direction: dir, halo: true });
  }
  for (const { entity } of shown.nodes) {
    const at = layout.nodes.get(entity.id);
    if (!at) continue;
    items.push({
      d: shapeOf(entity.kind, at.radius),
      fill: "#f6f4ee",
      stroke: INK,
      width: 1.4,
      at: [at.x, at.y],
    });
    const direction = directionOf(words.name(entity.id).lang);
    for (const [i, line] of at.lines.entries())
      items.push({
        text: line,
        x: at.x,
        y: at.y + baselineOf(at, i),
        size: NAME_SIZE,
        bold: true,
        anchor: "middle",
        direction,
        halo: true,
      });
  }
  const row = new Row(layout.width, layout.height + 12, dir);
  for (const kind of ENTITY_KINDS) {
    if (!shown.nodes.some(({ entity }) => entity.kind === kind)) continue;
    const label = t(`atlasKind_${kind}`);
    const x = row.place(22 + textWidth(label, 12));
    items.push({ d: shapeOf(kind, 6.5), fill: "#f6f4ee", stroke: INK, at: [x(8), row.y] });
    items.push({ text: label, x: x(22), y: row.y + 4, size: 12, direction: dir });
  }
  row.next();
  for (const stance of STANCES) {
    const label = stanceWord(stance);
    const x = row.place(58 + textWidth(label, 12));
    for (const sign of STANCE_PATHS[stance])
      items.push({ ...signOf(sign, STANCE_INK[stance]), at: [dir === "rtl" ? x(12) : x(0), row.y - 6] });
    items.push({
      d: `M${x(16)} ${row.y}H${x(50)}`,
      stroke: STANCE_INK[stance],
      width: 1.6,
      dash: DASHES[stance],
    });
    items.push({ text: label, x: x(58), y: row.y + 4, size: 12, direction: dir });
  }
  row.next();
  const [only, second] = index.packs;
  const others = speakers.others.map(({ by, home }, i) => {
    const said = saidIn(home, by).text;
    return `${superscript(i + 1)} ${second ? listed([said, saidIn(home, home.pack.title).text]) : said}`;
  });
  const author = second || !only ? "" : `${t("atlasSaidBy")} ${saidIn(only, only.pack.source.author).text}`;
  const numbered = others.length > 0 ? `${t("atlasSaidByOthers")} ${others.join("   ")}` : "";
  const lines = [[author, numbered].filter(Boolean).join(". ")].filter(Boolean);
  const foot = caption(index.packs, language(), layout.width, row.y, dir, lines);
  return {
    width: layout.width,
    height: foot.height,
    title: t("atlasView_ties"),
    items: [...items, ...foot.items],
  };
}

const signOf = ({ d, width }: { d: string; width?: number }, ink: string): Extract<Item, { d: string }> =>
  width === undefined ? { d, fill: ink } : { d, stroke: ink, width };
