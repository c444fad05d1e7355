import { afterEach, describe, expect, test } from "vitest";
import { speakIn } from "../../scripts/lib/messages.ts";
import { whyMatched } from "../../src/content/card/view/match-reason.ts";
import { age, formatDate, sourceAge } from "../../src/entity/words/dates.ts";
import { otherEnd, paragraphNumber, relationPhrase } from "../../src/entity/words/phrases.ts";
import { directionOf, languageName } from "../../src/entity/words/script.ts";
import { plural, t } from "../../src/i18n/t.ts";
import { RELATION_TYPES, type Relation } from "../../src/pack/types.ts";
import type { Mention, Reason } from "../../src/spot/types.ts";

test.each([
  ["p8", "8"],
  // Where several analyses stand together.
  ["org.example.harbours/p12", "12"],
  ["preface", "preface"],
  ["p8/more", "p8/more"],
])("the paragraph of %s is %s", (id, number) => expect(paragraphNumber(id)).toBe(number));

describe("dates", () => {
  test.each([
    ["2022", "2022"],
    ["2022-12", "December 2022"],
    ["2022-12-02", "2 December 2022"],
    ["1999-01-01", "1 January 1999"],
    ["2022-13", "2022-13"],
    ["soon", "soon"],
  ])("%s reads %s", (date, text) => expect(formatDate(date)).toBe(text));

  test.each([
    ["2022-12-20", "this month"],
    ["2023-01-01", "last month"],
    ["2023-02-01", "two months ago"],
    ["2023-09-01", "almost one year ago"],
    ["2023-08-31", "eight months ago"],
    ["2023-12-01", "one year ago"],
    ["2024-01-31", "one year ago"],
    ["2024-03-01", "more than one year ago"],
    ["2024-06-01", "more than one year ago"],
    ["2024-08-01", "more than one year ago"],
    ["2024-09-01", "almost two years ago"],
    ["2024-12-01", "two years ago"],
    ["2026-06-01", "more than three years ago"],
    ["2026-09-01", "almost four years ago"],
    ["2026-11-23", "almost four years ago"],
    ["2026-12-01", "four years ago"],
    ["2040-12-01", "18 years ago"],
    ["2022-11-30", ""],
  ])("December 2022 seen on %s: %s", (day, text) =>
    expect(age("2022-12", new Date(`${day}T12:00`))).toBe(text),
  );

  test("a source's age, and none where the date is no month", () => {
    const now = new Date("2026-11-23T12:00");
    expect(sourceAge("2022-12", now)).toBe("written in December 2022, almost four years ago");
    expect(sourceAge("2022", now)).toBe("written in 2022");
  });
});

describe("why these words", () => {
  const mention = (reason: Reason, alias = "TTP"): Mention => ({
    entity: "ttp",
    start: 0,
    end: 3,
    alias,
    reason,
  });
  test("an introduced acronym", () => {
    expect(whyMatched(mention({ code: "introduced" }))).toBe("“TTP” is spelled out on this page.");
  });
  test("evidence is quoted, its spaces collapsed, and cut where it is long", () => {
    expect(whyMatched(mention({ code: "near", evidence: "mili\n  tants" }))).toContain(
      "stands near “mili tants”",
    );
    const long = whyMatched(mention({ code: "qualifier", evidence: "x".repeat(500) }));
    expect(long.length).toBeLessThan(120);
    expect(long).toContain("…");
  });
  test("every code has words, with and without evidence", () => {
    const codes = [
      ...(["sure", "introduced", "named", "near", "page", "qualifier", "passage", "prior"] as const),
      "reader",
    ] as const;
    const said = codes.flatMap((code) => [
      whyMatched(mention({ code })),
      whyMatched(mention({ code, evidence: "e" })),
    ]);
    expect(new Set(codes.map((code) => whyMatched(mention({ code })))).size).toBe(codes.length);
    const byReader = (["page", "site", "rule"] as const).map((by) =>
      whyMatched(mention({ code: "reader" }), by),
    );
    expect(new Set(byReader).size).toBe(3);
    for (const text of [...said, ...byReader]) expect(text).toMatch(/^(?=.*“TTP”)[“TYA].{18,}\.$/);
  });
});

describe("names and ties", () => {
  test("direction goes by language, and by script where the tag names one", () => {
    expect(["ur", "ps", "fa-AF", "ar", "pa-Arab"].map(directionOf)).toEqual(Array(5).fill("rtl"));
    expect(["en", "hi", "tr", "az-Latn", "ur-Latn", "mul"].map(directionOf)).toEqual(Array(6).fill("ltr"));
  });
  test("a language's name, or the tag where it is none", () => {
    expect(languageName("ur")).toBe("Urdu");
    expect(languageName("no tag!")).toBe("no tag!");
  });
  test("a tie is worded from either end", () => {
    const relation: Relation = {
      id: "r",
      from: "a",
      type: "fights",
      to: "b",
      text: "",
      stance: "reported",
      by: "",
      passages: [],
    };
    expect(relationPhrase(relation, "a")).not.toBe(relationPhrase(relation, "b"));
    for (const type of RELATION_TYPES)
      for (const end of ["a", "b"])
        expect(relationPhrase({ ...relation, type }, end), type).toMatch(/^[a-z ]{4,}$/);
    expect([otherEnd(relation, "a"), otherEnd(relation, "b")]).toEqual(["b", "a"]);
  });
});

describe("in another language", () => {
  afterEach(() => speakIn("en"));
  const now = new Date("2026-11-23T12:00");
  /** Without the marks that keep what is put in apart. */
  const bare = (text: string) => text.replace(/[\u2068\u2069]/g, "");

  test("Urdu", () => {
    speakIn("ur");
    expect(bare(sourceAge("2022-12", now))).toBe("دسمبر 2022 میں لکھا گیا، تقریباً چار سال پہلے");
    expect(formatDate("2022-12-02")).toContain("2 دسمبر");
    expect(languageName("ur")).toBe("اردو");
    expect(bare(plural("cardMoreClaims", 3))).toBe("مزید 3 بیانات");
  });
  test("Arabic, whose numbers have six forms", () => {
    speakIn("ar");
    expect(bare(sourceAge("2022-12", now))).toBe("كُتب في ديسمبر 2022، قبل 4 سنوات تقريبًا");
    expect([1, 2, 3, 11].map((count) => bare(plural("cardMoreClaims", count)))).toEqual([
      "بيان آخر",
      "بيانان آخران",
      "3 بيانات أخرى",
      "11 بيانًا آخر",
    ]);
  });
  test("what is put into a text of the other direction stands apart from it", () => {
    expect(t("cardBackTo", "TTP")).toBe("Back to TTP");
    expect(t("cardBackTo", "طالبان")).toBe("Back to \u2068طالبان\u2069");
    speakIn("ar");
    expect(t("cardBackTo", "TTP")).toBe("العودة إلى \u2068TTP\u2069");
  });
});
