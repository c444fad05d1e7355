/** `pack draft ARTICLE`: a pack that begins with an article's names, and the list of all that was proposed beside it. */
import { basename, extname } from "node:path";
import { draftPack } from "../../src/draft/draft.ts";
import { freshId, packOfDraft } from "../../src/draft/skeleton.ts";
import type { Draft, Proposal } from "../../src/draft/types.ts";
import { packText } from "../lib/analysis/load.ts";
import { placeFor, readText, today, writeNew } from "./files.ts";
import { markdownOfPage } from "./html-text.ts";

export async function draftArticle(file: string, out: string | undefined): Promise<boolean> {
  const ending = extname(file).toLowerCase();
  if (!/^\.(?:txt|md|html?)$/.test(ending))
    throw new Error(`${file}: an article ends in .txt, .md or .html.`);
  const article = await readText(file);
  const page = ending.startsWith(".htm");
  const draft = draftPack(page ? markdownOfPage(article) : article, {
    kind: ending === ".txt" ? "txt" : "md",
  });
  const kept = draft.proposals.filter(isKept);
  if (kept.length === 0)
    throw new Error(`${file}: no name was found in it; begin with npm run pack -- new NAME.`);
  const name = freshId(basename(file, extname(file)), new Set());
  const path = placeFor(name, out);
  const list = `${path.replace(/(?:\.sidelight)?\.json$/, "")}.names.md`;
  await writeNew(list, listOf(draft));
  await writeNew(path, packText(packOfDraft(draft, kept, name, today())));
  const passages = draft.paragraphs.filter(({ id }) => id !== null).length;
  console.log(
    `${passages} paragraphs, ${draft.proposals.length} names proposed, ${kept.length} of them in the pack.`,
  );
  console.log(`${path}: the pack; fill in what says TO WRITE, take out what you do not want`);
  console.log(`${list}: every name, why it was proposed, where it stands`);
  return true;
}

/** In the pack at once; the others are on the list. */
const isKept = ({ everyday, perhaps, ways }: Proposal): boolean =>
  !everyday && !perhaps && ways.some((way) => way !== "repeated" && way !== "sounds");

/** No sentence of the article: names, and the places where they stand. */
function listOf({ proposals, language, left }: Draft): string {
  const lines = proposals.map((proposal) => {
    const { name, forms, guess, ways, places, passages, partOf } = proposal;
    const notes = [
      guess ? `${guess.kind} (${guess.because}: ${guess.word})` : "kind unknown",
      `found by: ${ways.join(", ")}`,
      ...(proposal.everyday ? ["may be an everyday word"] : []),
      ...(partOf.length > 0 ? [`perhaps short for ${partOf.join(", ")}`] : []),
      ...(isKept(proposal) ? [] : ["not in the pack"]),
    ];
    const written = forms.map(
      ({ text, count, trust }) => `“${text}” ${count}×${trust === "sure" ? "" : ` (${trust})`}`,
    );
    return `- **${name}**: ${notes.join("; ")}\n  - ${written.join(", ")}\n  - ${passages.join(", ") || "headings only"}; ${places.length} in all`;
  });
  const more = left > 0 ? [`${left} more were left out.`] : [];
  return [`# Names, the likeliest first (${language})`, ...lines, ...more, ""].join("\n");
}
