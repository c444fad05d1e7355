import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atlasHashOf, type Opening, openingAddress, readOpening } from "../../src/messages/opening.ts";

const hashOf = (opening: Opening) => openingAddress(opening).replace("popup.html", "");

describe("the address of a popup in a tab", () => {
  it.each<[Opening, string]>([
    [{ entity: "ttp" }, "popup.html#entity=ttp"],
    [{ tab: 12 }, "popup.html#tab=12"],
    [{ query: "a & b = “c” #d" }, "popup.html#query=a%20%26%20b%20%3D%20%E2%80%9Cc%E2%80%9D%20%23d"],
    [{}, "popup.html#own"],
  ])("%j", (opening, address) => {
    expect(openingAddress(opening)).toBe(address);
    expect(readOpening(hashOf(opening))).toEqual(opening);
  });

  it("is read again as it was written, whatever was typed", () => {
    const text = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" });
    fc.assert(
      fc.property(
        fc.record({ tab: fc.nat(), entity: text, query: text }, { requiredKeys: [] }),
        (opening) => {
          expect(readOpening(hashOf(opening))).toEqual(opening);
        },
      ),
    );
  });

  it.each(["", "#"])("%j: none, over a page", (hash) => expect(readOpening(hash)).toBeNull());

  it.each([
    "#own",
    "#tab=one",
    "#tab=-1",
    "#tab=12345678901",
    "#entity=",
    "#entity",
    "#query=%E0%A4%A",
    "#__proto__=x",
    `#query=${"x".repeat(201)}`,
  ])("%s: nothing that it could be told", (hash) => expect(readOpening(hash)).toEqual({}));
});

it.each([
  ["ttp", "entity=ttp"],
  ["org.example.harbours/guild", "pack=org.example.harbours&entity=guild"],
  ["a&b/c=d", "pack=a%26b&entity=c%3Dd"],
])("the atlas is told where %s is", (entity, hash) => {
  expect(atlasHashOf(entity)).toBe(hash);
});
