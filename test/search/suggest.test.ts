import { describe, expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { indexPack } from "../../src/pack/lookup.ts";
import { encodePack, packToSearch } from "../../src/pack/stored.ts";
import { sentenceIn } from "../../src/pack/texts.ts";
import type { Pack, Text } from "../../src/pack/types.ts";
import type { Attribution } from "../../src/search/index/documents.ts";
import { createSearch } from "../../src/search/search.ts";
import { createSuggester, type Suggestion } from "../../src/search/suggest.ts";
import { foldText } from "../../src/spot/letters/fold.ts";

const analysis = await loadAnalysis("assets/analysis");
const index = indexPack(packToSearch(encodePack(analysis)));
const search = createSearch(index, foldText);
const saidBy = ({ stance, by }: Attribution) => `${stance}, ${by}`;
const from = ({ title }: Pack) => `of ${title}`;
const { suggest, resolve } = createSuggester(search, { saidBy, from });

const english = (text: Text) => sentenceIn(analysis, text, "en").text;
const textOf = ({ parts }: Suggestion) => parts.map(({ text }) => text).join("");
const matched = ({ parts }: Suggestion) =>
  parts.filter(({ kind }) => kind === "match").map(({ text }) => text);

describe("a line", () => {
  it("is a name with the part that matched", () => {
    const [best] = suggest("tehreek");
    expect(best!.content).toBe("Tehreek-i-Taliban Pakistan (TTP)");
    expect(textOf(best!)).toMatch(/^Tehreek-i-Taliban Pakistan \(TTP\)/);
    expect(matched(best!)).toEqual(["Tehreek"]);
  });

  it("shows the name that was typed beside the one it is known by", () => {
    const [best] = suggest("داعش");
    expect(best!.content).toMatch(/^Daesh/);
    expect(matched(best!)).toEqual(["داعش"]);
  });

  it("is a sentence with whom it is about", () => {
    const lines = suggest("ceasefire").filter(
      ({ content }) => !index.pack.entities.some(({ name }) => name === content),
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line.parts[0]).toMatchObject({ kind: "dim", text: expect.stringMatching(/ — $/) });
  });
});

describe("a line that says something", () => {
  it("says how firmly, and who says so", () => {
    const [line] = suggest("proven global terrorist groups");
    expect(line!.content).toContain("proven");
    expect(line!.parts.at(-1)).toEqual({ text: " — opinion, Zahid Hussain", kind: "dim" });
  });

  it("is in the reader's language, and leads back in it and in the pack's own", () => {
    const urdu = createSearch(index, foldText, "ur");
    const suggester = createSuggester(urdu, { language: "ur", saidBy, from });
    const [line] = suggester.suggest("ثابت شدہ عالمی دہشت گرد");
    expect(textOf(line!)).toMatch(/^تحریک طالبان پاکستان — مصنف .* — opinion, زاہد حسین$/);
    expect(suggester.resolve(line!.content)).toBe("ttp");
    expect(suggester.resolve("Tehreek-i-Taliban Pakistan (TTP)")).toBe("ttp");
    expect(suggester.suggest("well established").map(textOf).join()).toContain("The author calls its links");
  });
});

describe("the lines together", () => {
  it.each(["taliban", "a", "pakistan", "the"])(
    "for %s are few, and none leads where another does",
    (typed) => {
      const contents = suggest(typed).map(({ content }) => content);
      expect(contents.length).toBeGreaterThan(0);
      expect(contents.length).toBeLessThanOrEqual(8);
      expect(new Set(contents).size).toBe(contents.length);
    },
  );

  it("lead back, each to what it stands for", () => {
    for (const { id, name, claims } of analysis.entities) {
      expect(resolve(name), name).toBe(id);
      for (const { text } of claims) {
        const told = analysis.entities.filter((entity) =>
          entity.claims.some((claim) => english(claim.text) === english(text)),
        );
        expect(told.map((entity) => entity.id)).toContain(resolve(english(text)));
      }
    }
    for (const { text, entities } of analysis.events) expect(resolve(english(text))).toBe(entities[0]);
    const known = new Set(analysis.entities.map(({ id }) => id));
    for (const { gist } of analysis.passages) expect(known).toContain(resolve(english(gist)));
  });

  it("lead back to a sentence’s own entity where another’s name would be the better match", () => {
    const pack = structuredClone(analysis);
    pack.entities.find(({ id }) => id === "daesh")!.claims[0]!.text = "Taliban, Afghan";
    const other = indexPack(pack);
    const found = createSearch(other, foldText);
    expect(found.search("Taliban, Afghan")[0]!.entity).toBe("afghan-taliban");
    expect(createSuggester(found, { saidBy, from }).resolve("Taliban, Afghan")).toBe("daesh");
  });

  it("are none where nothing is found, and nothing is what they lead to", () => {
    expect(suggest("qqqqzzzz")).toEqual([]);
    expect(resolve("qqqqzzzz")).toBeNull();
    expect(resolve("constructor")).toBeNull();
  });
});

describe("what was typed, taken as it is", () => {
  it.each([
    ["tehrik e taliban", "ttp"],
    ["al kaida", "al-qaeda"],
    ["daish", "daesh"],
    ["طالبان", "afghan-taliban"],
  ])("%s leads to the best: %s", (typed, entity) => {
    expect(resolve(typed)).toBe(entity);
  });
});

describe("a pack out of storage", () => {
  it("finds what the whole pack finds", () => {
    const whole = createSearch(indexPack(analysis), foldText);
    for (const { name, aliases } of analysis.entities)
      for (const text of [name, ...aliases.map((alias) => alias.text)]) {
        const best = search.search(text)[0]!;
        expect([text, best.entity]).toEqual([text, whole.search(text)[0]!.entity]);
      }
  });

  it("has every statement once, whichever entity it is about", () => {
    const ids = index.pack.entities.flatMap(({ claims }) => claims.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(analysis.entities.flatMap(({ claims }) => claims).length);
  });
});
