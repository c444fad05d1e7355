/** Sequences of mutations, made from a seed: numbers only, so that they can be printed, replayed and shortened. */

import type { Density } from "../../../src/settings/types.ts";
import { randomFrom } from "../bench/corpus.ts";
import { OP_KINDS, type Op } from "./ops.ts";

export interface Case {
  seed: number;
  /** What is marked: by turns all mentions, and the first ones of sections. */
  density: Density;
  /** Makes the page, before the extension sees it. */
  initial: Op[];
  /** The page goes on at once, and not only when it has been read for the first time. */
  early: boolean;
  /** What the page then does, pauses among it. */
  steps: Op[];
  /** What it does when all that has been read: alone, so that nothing else has its block read again. */
  last: Op[];
}

/** How often each kind comes, relative to the others; pauses let the reader work in between. */
const WEIGHTS: Partial<Record<Op["kind"], number>> = {
  pause: 10,
  addText: 5,
  addElement: 4,
  remove: 3,
  move: 4,
  setData: 4,
  editData: 6,
  markup: 3,
  attribute: 5,
  replaceBody: 0.3,
  frame: 0.5,
};

const BUILDING = OP_KINDS.filter((kind) =>
  ["addText", "addElement", "markup", "attribute", "shadow", "fragment", "wrap"].includes(kind),
);

export function makeCase(seed: number): Case {
  const random = randomFrom(seed);
  const number = () => Math.floor(random() * 1_000_000);
  const make = (kinds: readonly Op["kind"][]): Op => ({
    kind: weighted(random, kinds),
    picks: [number(), number(), number(), number()],
  });
  return {
    seed,
    density: seed % 2 === 0 ? "first" : "all",
    initial: Array.from({ length: 8 + Math.floor(random() * 12) }, () => make(BUILDING)),
    early: seed % 8 >= 6,
    steps: Array.from({ length: 4 + Math.floor(random() * 28) }, () => make(OP_KINDS)),
    last: [make(OP_KINDS.filter((kind) => kind !== "pause"))],
  };
}

function weighted<T extends Op["kind"]>(random: () => number, kinds: readonly T[]): T {
  const weightOf = (kind: T) => WEIGHTS[kind] ?? 1.5;
  let at = random() * kinds.reduce((sum, kind) => sum + weightOf(kind), 0);
  for (const kind of kinds) {
    at -= weightOf(kind);
    if (at < 0) return kind;
  }
  return kinds.at(-1)!;
}
