import { expect, it } from "vitest";
import { withOwnNames } from "../../src/pack/own-names.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";

const source = {
  entities: [
    {
      id: "river",
      aliases: [{ text: "River Watch", lang: "en" }],
      decoys: [],
      cues: { for: [], against: [] },
    },
  ],
  ambiguities: [],
};
const found = (text: string, own: Array<{ entity: string; text: string }>) =>
  spotText(compileLexicon(withOwnNames(source, own)), text).map(({ start, end }) => text.slice(start, end));

it("finds names of the reader’s own, short ones in their capitals only", () => {
  const own = [
    { entity: "river", text: "The Wardens" },
    { entity: "river", text: "RWX" },
    { entity: "nobody", text: "Somebody" },
  ];
  const text = "River Watch and the wardens; RWX, not rwx. Somebody else.";
  expect(found(text, own)).toEqual(["River Watch", "the wardens", "RWX"]);
  expect(found(text, [])).toEqual(["River Watch"]);
});

it("leaves out what no text could match, alone, and says what it left out", () => {
  const own = ["???", "\u3164\u3164", "ـــ", "a ((((((((((((((( b", "R&AW", "The Wardens"];
  const lexicon = compileLexicon(
    withOwnNames(
      source,
      own.map((text) => ({ entity: "river", text })),
    ),
  );
  expect(lexicon.leftOut).toEqual(own.slice(0, 4));
  const text = "River Watch, R&AW and the wardens";
  expect(spotText(lexicon, text).map(({ alias }) => alias)).toEqual(["River Watch", "R&AW", "The Wardens"]);
});
