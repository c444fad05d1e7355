/** How firm the whole is, and each paragraph: bars with their numbers, as a picture to be saved. */

import { STANCE_PATHS } from "../../entity/stance-paths.ts";
import { paragraphMarks } from "../../entity/words/citation.ts";
import { stanceWord } from "../../entity/words/phrases.ts";
import { interfaceAttributes, language, plural, t } from "../../i18n/t.ts";
import { STANCES } from "../../pack/types.ts";
import type { Paragraph, Shares } from "../model/article.ts";
import { wrapped } from "../model/graph/text-size.ts";
import type { AtlasIndex } from "../model/together.ts";
import type { Words } from "../names.ts";
import { caption, EDGE } from "./caption.ts";
import { box, type Item, PAPER, type Picture, STANCE_INK } from "./picture.ts";

const WIDTH = 900;
const LABEL = 60;
const BARS = 300;
const TEXT = WIDTH - 2 * EDGE - LABEL - BARS - 20;

export function drawArticle(
  index: AtlasIndex,
  shares: Shares,
  paragraphs: readonly Paragraph[],
  words: Words,
): Picture {
  const { dir } = interfaceAttributes();
  const items: Item[] = [];
  const at = (x: number) => (dir === "rtl" ? WIDTH - EDGE - x : EDGE + x);
  const bars = (of: Shares, left: number, width: number, y: number, most: number) => {
    let reached = left;
    for (const stance of STANCES) {
      const wide = (of[stance] / most) * width;
      if (wide === 0) continue;
      const [a, b] = [at(reached), at(reached + wide)];
      items.push({
        d: box(Math.min(a, b), y, wide, 14),
        fill: STANCE_INK[stance],
        stroke: PAPER,
        width: 1.5,
      });
      reached += wide;
    }
  };
  const all = STANCES.reduce((sum, stance) => sum + shares[stance], 0);
  items.push({ text: t("atlasShares"), x: at(0), y: 28, size: 15, bold: true, direction: dir });
  bars(shares, 0, WIDTH - 2 * EDGE, 42, Math.max(1, all));
  let y = 78;
  for (const stance of STANCES) {
    for (const { d, width } of STANCE_PATHS[stance]) {
      const ink = STANCE_INK[stance];
      const place = [dir === "rtl" ? at(12) : at(0), y - 10] as const;
      items.push(width === undefined ? { d, fill: ink, at: place } : { d, stroke: ink, width, at: place });
    }
    const text = `${stanceWord(stance)}: ${plural("atlasStatements", shares[stance])}`;
    items.push({ text, x: at(20), y, size: 12.5, direction: dir });
    y += 20;
  }
  y += 16;
  const most = Math.max(
    1,
    ...paragraphs.map((each) => STANCES.reduce((sum, stance) => sum + each.shares[stance], 0)),
  );
  for (const { passage, shares: of } of paragraphs) {
    const lines = wrapped(words.said(passage.gist, passage.id).text, TEXT, 12, 12);
    items.push({
      text: paragraphMarks([passage.id]),
      x: at(0),
      y: y + 12,
      size: 12.5,
      bold: true,
      direction: dir,
    });
    bars(of, LABEL, BARS, y, most);
    for (const [i, text] of lines.entries())
      items.push({ text, x: at(LABEL + BARS + 20), y: y + 12 + i * 17, size: 12, direction: dir });
    y += Math.max(24, lines.length * 17 + 10);
  }
  const foot = caption(index.packs, language(), WIDTH, y, dir);
  return {
    width: WIDTH,
    height: foot.height,
    title: t("atlasView_article"),
    items: [...items, ...foot.items],
  };
}
