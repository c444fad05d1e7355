/** What must hold for any text, any order of a pack, and any way a document arrives in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SpotDocument } from "../../src/spot/decide/document.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { scan } from "../../src/spot/match/match.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import { lexicon, source } from "./lexicon.ts";

const names = [
  ...source.entities.flatMap(({ aliases, decoys, cues }) => [
    ...aliases,
    ...decoys,
    ...cues.for,
    ...cues.against,
  ]),
  ...source.ambiguities.flatMap(({ aliases }) => aliases),
].map(({ text }) => text);

/** Characters that fold to nothing, or to what stands there already. */
const noise = fc.constantFrom(
  "",
  "",
  "",
  "\u00ad",
  "\u200b",
  "\u0301",
  "\u0640",
  "\u064b",
  "\u200f",
  "\u2066",
  "\ufeff",
);

/** A name of the lexicon as a hostile or careless writer has it. */
const writtenName = fc
  .tuple(
    fc.constantFrom(...names),
    fc.array(noise, { minLength: 40, maxLength: 40 }),
    fc.boolean(),
    fc.nat(3),
  )
  .map(([name, marks, decomposed, letterCase]) => {
    const written = [...(decomposed ? name.normalize("NFD") : name)]
      .map((char, i) => char + (marks[i] ?? ""))
      .join("");
    return letterCase === 0 ? written.toUpperCase() : letterCase === 1 ? written.toLowerCase() : written;
  });

const filler = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom(
    " ",
    " ",
    " ",
    "-",
    "’",
    ", ",
    ". ",
    " (",
    ") ",
    "\n",
    " in ",
    "و",
    "İ",
    "ﬁ",
    "\ud800",
    "😀",
    "國",
  ),
);
const prose = fc
  .array(fc.oneof(writtenName, filler, filler), { maxLength: 24 })
  .map((parts) => parts.join(""));

describe("any text", () => {
  it("keeps offsets that slice to text which folds to the alias", () => {
    fc.assert(
      fc.property(prose, (text) => {
        let end = 0;
        for (const mention of spotText(lexicon, text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
          expect(end).toBeLessThanOrEqual(text.length);
          expect(foldText(text.slice(mention.start, end)).replace(/^(?=قاعده$)/u, "ال")).toBe(
            foldText(mention.alias),
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds every name of the lexicon that stands alone, however it is written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...source.entities.flatMap(({ aliases }) => aliases)),
        noise,
        (alias, mark) => {
          // Exact letters include their accents.
          if (alias.case === "exact" && mark === "\u0301") return;
          const written = [...alias.text].join(mark);
          const found = scan([lexicon], `x ${written} x`).candidates;
          expect(found.map(({ form }) => form.text)).toEqual([alias.text]);
        },
      ),
    );
  });
});

describe("any order of a pack", () => {
  it("gives the same mentions", () => {
    const shuffled = fc.tuple(
      fc.shuffledSubarray(source.entities.slice(), { minLength: source.entities.length }),
      fc.shuffledSubarray(source.ambiguities.slice(), { minLength: source.ambiguities.length }),
    );
    fc.assert(
      fc.property(prose, shuffled, (text, [entities, ambiguities]) => {
        expect(spotText(compileLexicon({ entities, ambiguities }), text)).toEqual(spotText(lexicon, text));
      }),
    );
  });
});

describe("any way a document arrives in", () => {
  const change = fc.oneof(
    fc.record({ key: fc.nat(5), text: prose }),
    fc.record({ key: fc.nat(5), text: fc.constant(null) }),
    fc.constant("settle" as const),
  );

  it("ends with the mentions of reading it at once", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const living = new SpotDocument<number>(lexicon);
        const texts = new Map<number, string>();
        const shown = new Map<number, string>();
        const settle = () => {
          for (const key of living.settle()) shown.set(key, JSON.stringify(living.mentions(key)));
        };
        for (const step of changes) {
          if (step === "settle") settle();
          else if (step.text === null) {
            living.delete(step.key);
            texts.delete(step.key);
            shown.delete(step.key);
          } else {
            living.set(step.key, step.text);
            texts.set(step.key, step.text);
            shown.delete(step.key);
          }
        }
        settle();
        const fresh = new SpotDocument<number>(lexicon);
        for (const [key, text] of texts) fresh.set(key, text);
        fresh.settle();
        for (const key of texts.keys()) {
          expect(living.mentions(key)).toEqual(fresh.mentions(key));
          // What was reported as changed is all that a caller knows.
          expect(shown.get(key) ?? "[]").toBe(JSON.stringify(fresh.mentions(key)));
        }
      }),
      { numRuns: 500 },
    );
  });
});
