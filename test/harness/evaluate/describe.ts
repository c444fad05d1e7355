/** A mistake, for people: what was expected, what was found and why, in its surroundings. */
import type { Mention } from "../../../src/spot/types.ts";
import type { Mistake } from "./score.ts";

/** How much of the text on either side is shown, UTF-16 code units. */
const CONTEXT = 70;

export function describeMistake({ text, kind, entity, start, end, predicted }: Mistake<Mention>): string {
  const around = (from: number, to: number) => text.text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
  const why = predicted
    ? ` [${predicted.entity}: ${predicted.reason.code}${predicted.reason.evidence ? ` “${predicted.reason.evidence}”` : ""}]`
    : "";
  const words = `${around(start - CONTEXT, start)}⟦${around(start, end)}⟧${around(end, end + CONTEXT)}`;
  return `${kind === "miss" ? "MISS " : "FALSE"} ${entity} ${text.id} (${text.class})${why}\n      ${words}`;
}
