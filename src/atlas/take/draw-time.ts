/** The events on a line of time, as a picture to be saved. */
import { formatDate } from "../../entity/words/dates.ts";
import { stanceWord } from "../../entity/words/phrases.ts";
import { interfaceAttributes, language, listed, t } from "../../i18n/t.ts";
import type { AnalysisEvent } from "../../pack/types.ts";
import { wrapped } from "../model/graph/text-size.ts";
import { spanOf, type TimeScale } from "../model/timeline.ts";
import type { AtlasIndex } from "../model/together.ts";
import type { Words } from "../names.ts";
import { caption, EDGE } from "./caption.ts";
import { box, type Item, LINE, MUTED, type Picture, STANCE_INK } from "./picture.ts";

const WIDTH = 1100;
const DATES = 150;
const TRACK = 380;
const GAP = 20;
const TEXT = WIDTH - 2 * EDGE - DATES - TRACK - GAP;

export function drawTime(
  index: AtlasIndex,
  events: readonly AnalysisEvent[],
  scale: TimeScale,
  words: Words,
): Picture {
  const { dir } = interfaceAttributes();
  const items: Item[] = [];
  /** From where the language begins. */
  const at = (x: number) => (dir === "rtl" ? WIDTH - EDGE - x : EDGE + x);
  const bar = (from: number, to: number, y: number, height: number) => {
    const [a, b] = [at(DATES + from * TRACK), at(DATES + to * TRACK)];
    return box(Math.min(a, b), y, Math.max(4, Math.abs(b - a)), height);
  };
  let y = 40;
  for (const { year, start, end } of scale.stretches)
    items.push({
      text: year === null ? "⋯" : formatDate(String(year)),
      ...{
        x: at(DATES + ((start + end) / 2) * TRACK),
        y: 28,
        size: 12,
        anchor: "middle",
        fill: MUTED,
        direction: dir,
      },
    });
  const top = y;
  for (const event of events) {
    const { id } = event;
    const said = listed(
      [stanceWord(event.stance), words.said(event.by, id).text, words.whose(id)].filter(Boolean),
    );
    const lines = wrapped(`${words.said(event.text, id).text} (${said})`, TEXT, 12, 12);
    const ink = STANCE_INK[event.stance];
    const span = spanOf(event.date);
    items.push({ text: formatDate(event.date), x: at(0), y: y + 14, size: 12.5, bold: true, direction: dir });
    if (event.placed)
      items.push({
        text: t("cardPlacedByUs", words.editor(id)),
        x: at(0),
        y: y + 30,
        size: 11,
        fill: MUTED,
        direction: dir,
      });
    if (span) {
      const d = bar(scale.at(span.from), scale.at(span.to), y + 4, 12);
      const ours = event.stance === "editor";
      items.push(ours ? { d, stroke: ink, width: 1.5, dash: "4 3" } : { d, fill: ink });
    }
    for (const [i, text] of lines.entries())
      items.push({ text, x: at(DATES + TRACK + GAP), y: y + 14 + i * 17, size: 12, direction: dir });
    y += Math.max(event.placed ? 40 : 26, lines.length * 17 + 12);
  }
  for (const { start } of scale.stretches)
    items.unshift({ d: `M${at(DATES + start * TRACK)} ${top - 4}V${y}`, stroke: LINE });
  const foot = caption(index.packs, language(), WIDTH, y + 10, dir, [t("atlasDatedLegend", words.editors)]);
  return { width: WIDTH, height: foot.height, title: t("atlasView_time"), items: [...items, ...foot.items] };
}
