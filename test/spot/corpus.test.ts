/** How well the bundled analysis is spotted in the labelled texts of `corpus/`; a failure prints every mistake. */
import { describe, expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import { parseLabelled, parseMarked } from "../harness/evaluate/labelled.ts";
import { describeMistake, score } from "../harness/evaluate/score.ts";
import { loadCorpus } from "./corpus.ts";

describe("labels inline", () => {
  it("become offsets in the text without them", () => {
    const [first, second] = parseMarked(
      "en.txt",
      "en",
      "A remark.\n# a news\nThe [[ttp|TTP]]\n\n[[?pakistan-government|officials]].\n\n# b decoy nfd\nÉ TTP\n",
    );
    expect(first).toEqual({
      id: "a",
      lang: "en",
      class: "news",
      text: "The TTP\n\nofficials.",
      mentions: [
        { start: 4, end: 7, entity: "ttp", optional: false },
        { start: 9, end: 18, entity: "pakistan-government", optional: true },
      ],
    });
    expect(second).toMatchObject({ id: "b", class: "decoy", text: "E\u0301 TTP", mentions: [] });
  });

  it.each([
    ["# a rumour\ntext", "en.txt:1: no such class: rumour"],
    ["# a news\nx\n# a news\ny", 'en.txt:3: "a" occurs twice'],
    ["# a news\nThe [[ttp TTP]]", "en.txt:1: a label that cannot be read"],
    ["# a background\nThe [[ttp|TTP]]", "en.txt:1: a background text has no mentions"],
    ["# a news\n\n# b news\nx", 'en.txt:1: "a" has no text'],
  ])("are refused with their place: %j", (source, message) => {
    expect(() => parseMarked("en.txt", "en", source)).toThrow(message);
  });
});

describe("labelled lines", () => {
  const line = (mention: object) =>
    JSON.stringify({ id: "x", lang: "en", class: "news", text: "TTP", mentions: [mention] });

  it("are taken as they are", () => {
    const mention = { start: 0, end: 3, entity: "ttp" };
    expect(parseLabelled("x.jsonl", `${line(mention)}\n\n`)).toEqual([JSON.parse(line(mention))]);
  });

  it.each([
    ["{", /^x\.jsonl:2: .*JSON/],
    ["{}", /^x\.jsonl:2: .*required property 'id'/],
    [line({ start: 0, end: 3 }), /^x\.jsonl:2: .*required property 'entity'/],
    [line({ start: 0, end: 4, entity: "ttp" }), /^x\.jsonl:2: .*offsets/],
  ])("are refused with their place: %s", (bad, message) => {
    expect(() => parseLabelled("x.jsonl", `\n${bad}`)).toThrow(message);
  });
});

describe("the bundled analysis in our labelled texts", async () => {
  const pack = await loadAnalysis(inRoot("assets", "analysis"));
  const texts = await loadCorpus();
  const lexicon = compileLexicon(pack);
  const entities = new Set(pack.entities.map(({ id }) => id));
  const places = new Set(pack.entities.filter(({ kind }) => kind === "place").map(({ id }) => id));
  const scores = score(texts, (text) => spotText(lexicon, text), places);
  const mistakes = scores.mistakes.map(describeMistake).join("\n");
  const of = (name: string) => scores.tallies.get(name)!;

  it("labels only entities of the analysis", () => {
    const labelled = new Set(texts.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
    expect([...labelled].filter((entity) => !entities.has(entity))).toEqual([]);
  });

  it("finds the names that are meant, and only those", () => {
    expect(of("overall").precision, mistakes).toBeGreaterThanOrEqual(0.98);
    expect(of("overall").recall, mistakes).toBeGreaterThanOrEqual(0.95);
  });

  it("falls behind in no language", () => {
    const languages = [...scores.tallies].filter(([name]) => name.startsWith("language "));
    expect(languages.length).toBeGreaterThan(10);
    expect(
      languages.filter(([, { f1 }]) => f1 < 0.93).map(([name]) => name),
      mistakes,
    ).toEqual([]);
  });

  it("tells the two Talibans apart", () => {
    expect(scores.choice.share, mistakes).toBeGreaterThanOrEqual(0.95);
  });

  it("marks nothing where none is meant", () => {
    expect(of("class background").alarmed, mistakes).toBe(0);
    const { alarmed, texts } = of("class decoy");
    expect(alarmed / texts, mistakes).toBeLessThanOrEqual(0.05);
  });
});
