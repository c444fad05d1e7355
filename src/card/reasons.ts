/** Why the spotter took some words for an entity, in a sentence for the reader. */
import type { Mention } from "../spot/types.ts";

/** Evidence is text of the page and may be long; more than this many characters of it is cut. */
const EVIDENCE_LIMIT = 60;

/** “TTP”: spelled out on this page. */
export function whyMatched({ alias, reason }: Mention): string {
  return `“${alias}”: ${because(reason.code, reason.evidence)}`;
}

function because(code: Mention["reason"]["code"], evidence: string | undefined): string {
  const words = evidence === undefined ? null : `“${shorten(evidence)}”`;
  switch (code) {
    case "sure":
      return "a name that is used for nothing else";
    case "introduced":
      return "spelled out on this page";
    case "named":
      return "this page also uses a longer name, which leaves no doubt";
    case "near":
      return words ? `${words} stands close by` : "the words around it point to this";
    case "page":
      return "this page names others that the analysis speaks of";
    case "qualifier":
      return words ? `${words} right beside it decides` : "the word beside it decides";
    case "passage":
      return "read like the clearer name before it";
    case "prior":
      return "what the name usually stands for; nothing here says otherwise";
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
