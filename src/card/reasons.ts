/** Why the spotter took some words for an entity, in a sentence for the reader. */
import type { Mention } from "../spot/types.ts";

/** Evidence is text of the page and may be long; more than this many characters of it is cut. */
const EVIDENCE_LIMIT = 60;

/** “TTP” is spelled out on this page */
export function whyMatched({ alias, reason }: Mention): string {
  return `“${alias}” ${because(reason.code, reason.evidence)}`;
}

function because(code: Mention["reason"]["code"], evidence: string | undefined): string {
  const words = evidence === undefined ? null : `“${shorten(evidence)}”`;
  switch (code) {
    case "sure":
      return "has no other meaning";
    case "introduced":
      return "is spelled out on this page";
    case "named":
      return "has its full name on this page, too";
    case "near":
      return words ? `stands near ${words}` : "stands near words that point to this";
    case "page":
      return "is on a page with other names of the analysis";
    case "qualifier":
      return words ? `is settled by ${words} right beside it` : "is settled by the word beside it";
    case "passage":
      return "is read like the clearer name before it";
    case "prior":
      return "usually means this, and nothing here says otherwise";
  }
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  if (characters.length <= EVIDENCE_LIMIT) return characters.join("");
  return `${characters
    .slice(0, EVIDENCE_LIMIT - 1)
    .join("")
    .trimEnd()}…`;
}
