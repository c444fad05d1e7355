/** The fuzz target for a bounded number of runs; `npm run fuzz` goes on for as long as one likes. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { sameAsOracle, sameInPieces, sameInTwoLexicons, sameWithFewShards, sieveLosesNone } from "./fuzz.ts";
import { lexicon, source } from "./lexicon.ts";
import { findNaively } from "./oracle.ts";

it("finds what the naive matcher finds, for any pack and text", () => {
  fc.assert(sameAsOracle, { numRuns: 1_500 });
}, 60_000);

it("lets through every text that names something, for any pack", () => {
  fc.assert(sieveLosesNone, { numRuns: 1_500 });
}, 60_000);

it("finds the same in two lexicons as in one", () => {
  fc.assert(sameInTwoLexicons, { numRuns: 2_000 });
}, 60_000);

it("finds the same with the shards that a text asks for as with all of them", () => {
  fc.assert(sameWithFewShards, { numRuns: 400 });
}, 60_000);

it("decides the same in pieces as at once, for any pack", () => {
  fc.assert(sameInPieces, { numRuns: 500 });
}, 60_000);

it("holds the naive matcher itself to known cases", () => {
  const forms = findNaively(source, "U.N. Security Council and al-\nQaeda in Iraq, d’Islamabad").map(
    ({ form }) => form,
  );
  expect(forms).toEqual(["UN Security Council", "decoy al-Qaeda in Iraq", "Islamabad"]);
  expect(spotText(lexicon, "nothing here")).toEqual([]);
});
