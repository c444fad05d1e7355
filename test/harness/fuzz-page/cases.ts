/** Sequences of mutations, of numbers only, so that they can be printed, replayed and shortened. */
import fc from "fast-check";
import { DENSITIES, type Density } from "../../../src/settings/types.ts";
import { OP_KINDS, type Op } from "./ops.ts";

export interface Case {
  /** What is marked: all mentions, or the first ones of sections. */
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
const USUAL = 15;
const WEIGHTS: Partial<Record<Op["kind"], number>> = {
  ...{ pause: 100, addText: 50, addElement: 40, remove: 30, move: 40, setData: 40, editData: 60, markup: 30 },
  ...{ attribute: 50, replaceBody: 3, frame: 5 },
};

const pick = fc.nat(999_999);

const op = (kinds: readonly Op["kind"][]): fc.Arbitrary<Op> =>
  fc.record({
    kind: fc.oneof(
      ...kinds.map((kind) => ({ weight: WEIGHTS[kind] ?? USUAL, arbitrary: fc.constant(kind) })),
    ),
    picks: fc.tuple(pick, pick, pick, pick),
  });

export const anyCase: fc.Arbitrary<Case> = fc.record({
  density: fc.constantFrom(...DENSITIES),
  initial: fc.array(op(["addText", "addElement", "markup", "attribute", "shadow", "fragment", "wrap"]), {
    maxLength: 36,
    size: "max",
  }),
  early: fc.constantFrom(false, false, false, true),
  steps: fc.array(op(OP_KINDS), { maxLength: 44, size: "max" }),
  last: fc.tuple(op(OP_KINDS.filter((kind) => kind !== "pause"))),
});
