/** Why the spotter took some words for an entity, in a sentence for the reader. */
import { t } from "../../../i18n/t.ts";
import type { Mention } from "../../../spot/types.ts";

/** Evidence is text of the page and may be long; more than this many characters of it is cut. */
const EVIDENCE_LIMIT = 60;

/**
 * “TTP” is spelled out on this page.
 *
 * @param meantBy where the reader has said what it means; `null`: nowhere
 */
export function whyMatched(
  { alias, reason: { code, evidence } }: Mention,
  meantBy: "page" | "site" | "rule" | null = null,
): string {
  if (code === "reader") return t(`cardMeantBy_${meantBy ?? "rule"}`, alias);
  if (evidence !== undefined && (code === "near" || code === "qualifier"))
    return t(`cardWhyBy_${code}`, alias, shorten(evidence));
  return t(`cardWhy_${code}`, alias);
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= EVIDENCE_LIMIT) return characters.join("");
  return `${characters
    .slice(0, EVIDENCE_LIMIT - 1)
    .join("")
    .trimEnd()}…`;
}
