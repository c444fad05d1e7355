import { describe, expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { indexPack } from "../../src/pack/lookup.ts";
import { sentenceIn } from "../../src/pack/texts.ts";
import { subjectsOf } from "../../src/search/index/documents.ts";
import { createSearch } from "../../src/search/search.ts";
import { foldText } from "../../src/spot/letters/fold.ts";

const index = indexPack(await loadAnalysis("assets/analysis"));
const { search } = createSearch(index, foldText);

/** What a reader may type, and the entity that must come first. */
const names: Array<[query: string, entity: string]> = [
  ["ttp", "ttp"],
  ["TTP", "ttp"],
  ["tehrik e taliban", "ttp"],
  ["tehreek-i-taliban", "ttp"],
  ["Tehrik-e-Taliban Pakistan", "ttp"],
  ["tahrik taliban pakistan", "ttp"],
  ["pakistani taleban", "ttp"],
  ["تحریک طالبان پاکستان", "ttp"],
  ["afghan taliban", "afghan-taliban"],
  ["afghan taleban", "afghan-taliban"],
  ["taliban", "afghan-taliban"],
  ["talibn", "afghan-taliban"],
  ["طالبان", "afghan-taliban"],
  ["Талибан", "afghan-taliban"],
  ["塔利班", "afghan-taliban"],
  ["al-Qaeda", "al-qaeda"],
  ["alqaeda", "al-qaeda"],
  ["al kaida", "al-qaeda"],
  ["al qaida", "al-qaeda"],
  ["القاعدة", "al-qaeda"],
  ["القاعدہ", "al-qaeda"],
  ["daesh", "daesh"],
  ["daish", "daesh"],
  ["isis", "daesh"],
  ["is-k", "daesh"],
  ["iskp", "daesh"],
  ["khorasan", "daesh"],
  ["داعش", "daesh"],
  ["Исламское государство", "daesh"],
  ["unsc", "un-security-council"],
  ["securty council", "un-security-council"],
  ["kabul embasy", "pakistan-embassy-kabul"],
  ["nacta", "nacta"],
  ["wilson", "wilson-center"],
  ["wolfson", "wolfson-college-cambridge"],
  ["cambridge", "university-of-cambridge"],
  ["wsj", "wall-street-journal"],
  ["stimson", "stimson-center"],
  ["zahid hussein", "zahid-hussain"],
  ["scorpions tail", "the-scorpions-tail"],
  ["no win war", "no-win-war"],
  ["wazirstan", "waziristan"],
  ["fata", "former-tribal-districts"],
  ["पाकिस्तान", "pakistan"],
];

describe("searching the bundled analysis", () => {
  it.each(names)("%j finds %s first", (query, entity) => {
    expect(search(query)[0]).toMatchObject({ kind: "entity", entity });
  });

  it("finds every entity by each of its names, among the first three", () => {
    const missed = index.pack.entities.flatMap(({ id, name, names: others, aliases }) =>
      [name, ...[...others, ...aliases].map((other) => other.text)].filter(
        (text) =>
          !search(text)
            .slice(0, 3)
            .some((result) => result.entity === id),
      ),
    );
    expect(missed).toEqual([]);
  });

  it.each(["ceasefire", "cease fire", "talks", "embassy"])("%j finds what is said and dated", (query) => {
    const kinds = new Set(search(query).map((result) => result.kind));
    expect([...kinds]).toEqual(expect.arrayContaining(["claim", "event"]));
  });

  it("finds every claim by its own words, with the words marked", () => {
    for (const { claims } of index.pack.entities) {
      for (const claim of claims) {
        const words = sentenceIn(index.pack, claim.text, "en").text.slice(0, 60);
        const found = search(words).find((result) => result.id === claim.id);
        expect(found?.ranges.length, claim.id).toBeGreaterThan(0);
        expect(found?.said, claim.id).toEqual({
          stance: claim.stance,
          by: sentenceIn(index.pack, claim.by, "en").text,
        });
      }
    }
  });

  it.each(["nato", "zzzz", "haqqani", "quantum"])("finds no entity for %j", (query) => {
    expect(search(query).filter((result) => result.kind === "entity")).toEqual([]);
  });

  it("marks a short form within the display name that holds it", () => {
    const [first] = search("ttp");
    expect(first!.matchedAlias).toBeUndefined();
    expect(first!.ranges.map(([start, end]) => first!.text.slice(start, end))).toEqual(["TTP"]);
  });
});

describe("passages", () => {
  it("are found by the words of their gist, after the statements that rest on them", () => {
    const found = search("condemned");
    const kinds = found.map(({ kind }) => kind);
    expect(kinds).toContain("claim");
    expect(kinds.at(-1)).toBe("passage");
    expect(found.at(-1)).toMatchObject({ id: "p11", entity: "un-security-council" });
    const [only] = search("unrecognised");
    expect(only).toMatchObject({ kind: "passage", id: "p12", entity: "afghan-taliban" });
    expect(only!.ranges.map(([start, end]) => only!.text.slice(start, end))).toEqual(["unrecognised"]);
  });

  it("each lead to an entity of which something rests on them", () => {
    const subjects = subjectsOf(index);
    for (const { id } of index.pack.passages) {
      const entity = subjects.get(id)!;
      const said = [
        ...index.entities.get(entity)!.claims,
        ...index.relationsOf(entity),
        ...index.eventsOf(entity),
      ];
      expect(said.flatMap(({ passages }) => passages)).toContain(id);
    }
  });
});
