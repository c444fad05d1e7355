/** A lexicon that was stored and taken up again is the one it was. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesOf, toBase64 } from "../../src/spot/base64.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import { type StoredLexicon, storeLexicon, takeLexicon } from "../../src/spot/names/stored-lexicon.ts";
import { lexicon, source } from "./lexicon.ts";

const handedOn = (stored: StoredLexicon) => JSON.parse(JSON.stringify(stored)) as StoredLexicon;
const taken = () => takeLexicon(handedOn(storeLexicon(compileLexicon(source))));

it("is equal, column by column", () => {
  expect(taken()).toEqual(compileLexicon(source));
});

it("keeps wide numbers and long steps", () => {
  const many = {
    entities: [
      {
        id: "e",
        aliases: Array.from({ length: 66_000 }, (_, i) => ({ text: `n${i}`, lang: "mul" })),
        decoys: [],
        cues: { for: [], against: [] },
      },
      {
        id: "f",
        aliases: [{ text: "x".repeat(300), lang: "mul" }],
        decoys: [],
        cues: { for: [], against: [] },
      },
    ],
    ambiguities: [],
  };
  const compiled = compileLexicon(many);
  // `toEqual` would take five seconds for the hundred thousand numbers of each column.
  expect(isDeepStrictEqual(takeLexicon(handedOn(storeLexicon(compiled))), compiled)).toBe(true);
});

it("spots as it did", () => {
  const other = taken();
  const text =
    "The TTP (Tehreek-i-Taliban Pakistan), al-Qaeda in Iraq, داعش and the UNSC met at Wolfson College, Cambridge.";
  expect(spotText(lexicon, text).length).toBeGreaterThan(3);
  expect(spotText(other, text)).toEqual(spotText(lexicon, text));
});

it("says which column is missing or is none", () => {
  const stored = storeLexicon(lexicon);
  const without = (columns: Record<string, string>) => () => takeLexicon({ ...stored, columns });
  expect(without({})).toThrow("no column children");
  expect(without({ ...stored.columns, words: "words" })).toThrow("no column: words");
});

it("base64 is what it is elsewhere", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect(toBase64(bytes)).toBe(text);
      expect(bytesOf(text)).toEqual(new Uint8Array(bytes));
    }),
  );
  expect(() => bytesOf("a*")).toThrow();
});
