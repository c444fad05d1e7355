/**
 * How wide a text is about to be, without a document: layouts are the same on every machine, whatever fonts it has. The
 * figures are those of wide faces (Verdana, DejaVu Sans), so that what is drawn has its room in all others.
 */

const NARROW = /[ijl.,:;'’|!()[\]-]/;
const WIDE = /[mwMW—]/;
const CAPITAL = /[\p{Lu}\d]/u;
const FULL = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/;
const JOINED = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/;

/** CSS px. `size` of the letters in CSS px; `bold` letters are wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const letter of text) {
    if (letter === " ") em += 0.32;
    else if (FULL.test(letter)) em += 1;
    else if (JOINED.test(letter)) em += 0.5;
    else if (NARROW.test(letter)) em += 0.34;
    else if (WIDE.test(letter)) em += 0.95;
    else em += CAPITAL.test(letter) ? 0.7 : 0.575;
  }
  return em * size * (bold ? 1.08 : 1);
}

/**
 * A name in lines of about this width, broken between words; what is left beyond the last line ends in an ellipsis.
 * `("Embassy of Pakistan in Kabul", 100, 12)` → `["Embassy of", "Pakistan in Kabul"]`
 */
export function wrapped(text: string, width: number, size: number, most = 3): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}
