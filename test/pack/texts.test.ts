import { describe, expect, it } from "vitest";
import { loadAnalysis } from "../../scripts/lib/analysis/load.ts";
import { statementsOf } from "../../src/pack/stored-statements.ts";
import { nameIn, sentenceIn } from "../../src/pack/texts.ts";

const pack = { languages: ["en", "ur"] } as const;

describe("a sentence", () => {
  it.each([
    ["in the reader's language", { en: "One.", ur: "ایک۔" }, "ur", { text: "ایک۔", lang: "ur" }],
    ["in the pack's own", { en: "One.", ur: "ایک۔" }, "ar", { text: "One.", lang: "en" }],
    ["that is in one language", "One.", "ur", { text: "One.", lang: "en" }],
    // A pack is untrusted: what every object has is no language.
    ["in a language that is none", { en: "One." }, "constructor", { text: "One.", lang: "en" }],
  ])("is given %s", (_, text, language, sentence) => {
    expect(sentenceIn(pack, text, language)).toEqual(sentence);
  });
});

describe("the bundled analysis", async () => {
  const analysis = await loadAnalysis("assets/analysis");

  it("is in three languages, all of it", () => {
    expect(analysis.languages).toEqual(["en", "ur", "ar"]);
    const { texts } = statementsOf(analysis);
    expect(texts.length).toBeGreaterThan(230);
    for (const text of texts)
      for (const language of analysis.languages)
        expect(sentenceIn(analysis, text, language).lang, JSON.stringify(text)).toBe(language);
  });

  it("names whoever says something in the reader's language", () => {
    for (const { by } of analysis.entities.flatMap(({ claims }) => claims))
      expect(Object.keys(by)).toEqual(analysis.languages);
  });

  it("has a name in the reader's language for everything but titles of books", () => {
    for (const language of ["ur", "ar"])
      for (const entity of analysis.entities.filter(({ kind }) => kind !== "work"))
        expect(nameIn(analysis, entity, language).lang, entity.id).toBe(language);
  });
});
