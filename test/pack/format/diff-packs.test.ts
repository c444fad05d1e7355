import { expect, it } from "vitest";
import { diffPacks, isUnchanged } from "../../../src/pack/format/diff-packs.ts";
import { readPackFile } from "../../../src/pack/format/read-pack.ts";
import type { Pack } from "../../../src/pack/types.ts";
import { samplePack, sampleWith } from "./samples.ts";

function packOf(text: string): Pack {
  const result = readPackFile(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.pack;
}
const before = packOf(JSON.stringify(samplePack()));
const changeBy = (path: (string | number)[], value: unknown) =>
  diffPacks(before, packOf(sampleWith(path, value)));

it("finds nothing between two files that say the same in another order", () => {
  const { format, id, title, ...rest } = samplePack();
  const turned = { title: { ur: "ہماری گلی کے گلاب", en: "Roses of our street" }, ...rest, id, format };
  expect(isUnchanged(diffPacks(before, packOf(JSON.stringify(turned))))).toBe(true);
});

it("tells what stands at the head", () => {
  expect(changeBy(["version"], "1.3").head).toEqual(["version"]);
  expect(changeBy(["source", "author"], "B. Gardener").head).toEqual(["source"]);
});

it("tells of entities that come, go, or are of another kind; of their names and sentences apart", () => {
  const [tea, dog] = samplePack().entities as object[];
  const cat = { id: "cat-rose", kind: "work", name: "Cat rose", summary: "It scratches." };
  const added = changeBy(["entities"], [tea, dog, cat]);
  expect(added).toMatchObject({
    entities: { added: [{ id: "cat-rose", name: "Cat rose" }], removed: [], changed: [] },
    sentences: {
      added: [{ kind: "summary", id: "cat-rose", text: "It scratches." }],
      removed: [],
      changed: [],
    },
  });
  const back = diffPacks(packOf(sampleWith(["entities"], [tea, dog, cat])), before);
  expect(back.entities.removed).toEqual([{ id: "cat-rose", name: "Cat rose" }]);
  expect(changeBy(["entities", 1, "kind"], "place")).toMatchObject({
    entities: { changed: [{ before: { id: "dog-rose" }, after: { id: "dog-rose" } }] },
    sentences: { added: [], removed: [], changed: [] },
  });
  expect(changeBy(["entities", 0, "cues", "for"], []).entities.changed).toHaveLength(1);
  expect(changeBy(["ambiguities"], []).entities.changed).toHaveLength(2);
});

it("tells of names by what is written, and of one whose rule is another", () => {
  const aliases = ["entities", 0, "aliases"];
  expect(
    changeBy(aliases, [{ text: "tea ros{e,es,en}", lang: "en", case: "capital", trust: "context" }]),
  ).toMatchObject({
    entities: { added: [], removed: [], changed: [] },
    names: {
      added: [{ owner: "tea-rose", use: "alias", text: "tea ros{e,es,en}" }],
      removed: [{ owner: "tea-rose", use: "alias", text: "tea ros{e,es}" }],
      changed: [],
    },
  });
  const sure = changeBy([...aliases, 0, "trust"], "sure").names;
  expect(sure).toMatchObject({ added: [], removed: [], changed: [{ after: { text: "tea ros{e,es}" } }] });
});

it("tells of a sentence that says something else, or says it by another or more firmly", () => {
  const claim = ["entities", 0, "claims", 0];
  for (const [member, value] of [
    ["text", "It smells of coffee."],
    ["by", "B. Gardener"],
    ["stance", "opinion"],
    ["passages", []],
  ] as const) {
    const { sentences } = changeBy([...claim, member], value);
    expect(
      sentences.changed.map(({ after }) => after.id),
      member,
    ).toEqual(["tea-rose-smells"]);
  }
  expect(changeBy(["events", 0, "date"], "2021").sentences.changed).toHaveLength(1);
  expect(changeBy(["entities", 1, "summary"], "Wild.").sentences.changed).toEqual([
    {
      before: { kind: "summary", id: "dog-rose", text: "A wild rose." },
      after: { kind: "summary", id: "dog-rose", text: "Wild." },
    },
  ]);
});
