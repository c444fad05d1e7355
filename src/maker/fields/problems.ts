/** What is wrong with a pack, asked by place. */
import type { PackProblem } from "../../pack/format/read-pack.ts";
import { faultWords } from "../../pages/fault-words.ts";

/** The sentences about a place, and about what stands under it; "" for none. Places are those of the file: "entities[0].summary". */
export type ProblemAt = (path: string) => string;

export const problemsAt =
  (problems: readonly PackProblem[]): ProblemAt =>
  (at) =>
    problems
      .filter(({ path }) => path === at || path.startsWith(`${at}[`) || path.startsWith(`${at}.`))
      .map(({ fault }) => faultWords(fault))
      .join(" ");

/** The same, asked by places under one. */
export const under =
  (problemAt: ProblemAt, prefix: string): ProblemAt =>
  (path) =>
    problemAt(`${prefix}.${path}`);
