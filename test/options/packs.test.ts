import { expect, test, vi } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { candidateOf, textOf } from "../../src/options/analyses/candidate.ts";
import { changedUse, moved, usesInOrder } from "../../src/options/analyses/order.ts";
import { countsOf, namesFor } from "../../src/options/analyses/preview.ts";
import { LARGEST_FILE } from "../../src/pack/format/limits.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import { samplePack } from "../pack/format/samples.ts";

// The browsers' own, which Node has not.
vi.stubGlobal("scheduler", { postTask: async (task: () => void) => task() });

test("packs stand in the reader's order, those without a place behind it as they came", () => {
  const uses = [
    { id: "c", on: true, place: 0 },
    { id: "a", on: false, place: 3 },
    { id: "gone", on: true, place: 9 },
  ];
  expect(usesInOrder(["a", "b", "c", "d"], uses).map(({ id, on }) => `${id} ${on}`)).toEqual([
    "c true",
    "a false",
    "b true",
    "d true",
  ]);
});

test.each([
  { from: 2, to: 0, order: ["c", "a", "b", "d"] },
  { from: 1, to: 2, order: ["a", "c", "b", "d"] },
  { from: 0, to: 1, order: ["b", "a", "c", "d"] },
  { from: 3, to: 2, order: ["a", "b", "d", "c"] },
])("one is moved from $from to $to, whichever have a place already", ({ from, to, order }) => {
  const ids = ["a", "b", "c", "d"];
  const all = ids.map((id, place) => ({ id, on: true, place }));
  for (const uses of [[], all, all.slice(0, 1), all.slice(0, 2)]) {
    const said = new Map([...uses, ...moved(ids, uses, from, to)].map((use) => [use.id, use]));
    expect(usesInOrder(ids, [...said.values()]).map(({ id }) => id)).toEqual(order);
  }
});

test("one that is switched off stays where it is, whichever have a place already", () => {
  const ids = ["a", "b", "c"];
  const all = ids.map((id, place) => ({ id, on: true, place }));
  for (const uses of [[], all, all.slice(0, 1)]) {
    const use = usesInOrder(ids, uses)[1]!;
    const changed = changedUse(ids, uses, { ...use, on: false });
    const said = new Map([...uses, ...changed].map((each) => [each.id, each]));
    expect(usesInOrder(ids, [...said.values()]).map(({ id, on }) => `${id} ${on}`)).toEqual([
      "a true",
      "b false",
      "c true",
    ]);
  }
});

test("of one whose place is the same nothing is said", () => {
  const uses = ["a", "b", "c"].map((id, place) => ({ id, on: true, place }));
  expect(moved(["a", "b", "c"], uses, 1, 2).map(({ id }) => id)).toEqual(["c", "b"]);
});

test("the names that a text may hold find the same in it as all names do", async () => {
  const pack = await loadAnalysis(inRoot("assets/analysis"));
  const whole = compileLexicon(pack);
  for (const text of [
    "The T.T.P. and al Qaeda met Taliban officials; the U.N. Security Council’s report on the Tehreek-e-Taliban Pakistan (TTP) says so.",
    "وقالت حركة «طالبان» الأفغانية إنها والقاعدة لم تلتقيا في كابول.",
    "تحریکِ طالبان پاکستان اور داعش پر حکومتِ پاکستان کا بیان",
    "Талибы и «Аль-Каида» в Кабуле. 巴基斯坦塔利班 タリバーン तालिबान",
    "A text about gardens, and Isis the goddess.",
    "The militants of the T.T.P. in Peshawar, Pakistan.",
  ]) {
    const found = (mentions: ReturnType<typeof spotText>) =>
      mentions.map(({ entity, start, end }) => `${entity} ${start} ${end}`);
    expect(found(spotText(compileLexicon(namesFor(pack, text)), text)), text).toEqual(
      found(spotText(whole, text)),
    );
  }
});

test("counts names with their spellings", async () => {
  const candidate = await candidateOf("", JSON.stringify(samplePack()));
  if (candidate.kind === "refused") throw new Error(JSON.stringify(candidate.problems));
  expect(countsOf(candidate.pack)).toEqual({ entities: 2, names: 3, statements: 3 });
});

test("a file is read with its byte order mark, and not at all where it is too large", async () => {
  const text = `\ufeff${JSON.stringify(samplePack())}\r\n`;
  const read = await textOf(new Blob([text]));
  expect(read).toBe(text);
  expect(await candidateOf("roses.json", read!)).toMatchObject({ kind: "good", text });
  expect(await textOf(new Blob([new Uint8Array(LARGEST_FILE + 4)]))).toBeNull();
});
