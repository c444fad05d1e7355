import { expect, it } from "vitest";
import { withOwnNames } from "../../src/pack/own.ts";
import { compileLexicon } from "../../src/spot/lexicon.ts";
import { spotText } from "../../src/spot/plain-text.ts";

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
