/** What somebody hands in as a pack, and what comes of it: read, judged, and refused or kept until the reader has decided. */
import { rest } from "../../browser/rest.ts";
import { LARGEST_FILE } from "../../pack/format/limits.ts";
import { type PackProblem, type PackResult, readPackInSteps } from "../../pack/format/read-pack.ts";
import { withRests } from "../../pack/steps.ts";
import type { Pack } from "../../pack/types.ts";

export type Candidate =
  /** `name` of the file; empty for a text that was pasted. */
  | { kind: "refused"; name: string; problems: readonly PackProblem[]; more: number }
  | { kind: "good"; name: string; text: string; pack: Pack };

/** The door, with a rest between its steps, in which the page is drawn. */
export const readPack = (text: string, told?: (done: number) => void): Promise<PackResult> =>
  withRests(readPackInSteps(text), () => rest("user-visible"), told);

/** @param told how far reading has come, of 1 */
export async function candidateOf(
  name: string,
  text: string,
  told?: (done: number) => void,
): Promise<Candidate> {
  const result = await readPack(text, told);
  return result.ok
    ? { kind: "good", name, text, pack: result.pack }
    : { kind: "refused", name, problems: result.problems, more: result.more };
}

/** The text of a file, so that saving it again gives the same bytes: a byte order mark is part of it. `null` for one that is too large to read. */
export async function textOf(file: Blob): Promise<string | null> {
  // A byte order mark is three bytes.
  if (file.size > LARGEST_FILE + 3) return null;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
}

export const tooLarge = (name: string): Candidate => ({
  kind: "refused",
  name,
  problems: [{ path: "", line: 1, column: 1, fault: ["faultPackTooLarge", LARGEST_FILE / 1_000_000] }],
  more: 0,
});

/** It could be chosen, and has gone or may not be read. */
export const unreadable = (name: string): Candidate => ({
  kind: "refused",
  name,
  problems: [{ path: "", line: 1, column: 1, fault: ["faultPackUnreadable"] }],
  more: 0,
});
