/** What a draft proposes of articles of our own invention, and what it does not. */
import { describe, expect, test } from "vitest";
import { draftPack } from "../../src/draft/draft.ts";
import type { Proposal } from "../../src/draft/types.ts";

const draft = (article: string) => draftPack(article, { kind: "txt" });
const proposed = (article: string): Proposal[] => draft(article).proposals;
const names = (article: string): string[] => proposed(article).map(({ name }) => name);
/** The proposal that has this form. */
function withForm(article: string, form: string): Proposal {
  const found = proposed(article).find(({ forms }) => forms.some(({ text }) => text === form));
  expect(found, `${form} among ${names(article).join(", ")}`).toBeDefined();
  return found!;
}
const formsOf = (article: string, form: string): string[] =>
  withForm(article, form)
    .forms.map(({ text }) => text)
    .sort();

describe("letters and what they stand for", () => {
  test.each([
    ["The Tree Keepers' Union (TKU) met. The TKU left.", "TKU", "Tree Keepers' Union"],
    ["We met the TKU (Tree Keepers' Union) there.", "TKU", "Tree Keepers' Union"],
    ["A letter of the Guild of Lamp Lighters (“GLL”) came.", "GLL", "Guild of Lamp Lighters"],
    ["Der Verein der Lampenfreunde Sankt Anton (VLSA) kam.", "VLSA", "Verein der Lampenfreunde Sankt Anton"],
    ["Сюда пришла Лига Хранителей Деревьев (ЛХД) вчера.", "ЛХД", "Лига Хранителей Деревьев"],
    ["We know the Gilde der Laternen (LCS) well.", "LCS", "Gilde der Laternen"],
  ])("%s", (article, short, long) => {
    expect(formsOf(article, short)).toContain(long);
    expect(withForm(article, short).name).toBe(long);
  });

  test("letters that the words before them do not have are on their own", () => {
    expect(formsOf("She came with three friends (TKU) there.", "TKU")).toEqual(["TKU"]);
  });

  test("letters count where they are written so; those that are spelled out want support", () => {
    const { forms } = withForm(
      "The Tree Keepers' Union (TKU) met. Then the TKUs left. DVDs were sold.",
      "TKU",
    );
    expect(forms.find(({ text }) => text === "TKU")).toMatchObject({ case: "exact", trust: "context" });
    expect(withForm("Two DVDs were sold.", "DVDs").everyday).toBe(true);
  });
});

describe("capitals", () => {
  test("a word that only begins sentences is none, unless it comes again and is never written small", () => {
    const article =
      "Lamps are old. We like lamps. Ostrava is far. We went. Ostrava is cold. Suddenly it rained.";
    expect(names(article)).toEqual(["Ostrava"]);
  });

  test("a name at a sentence's beginning is whole, without what is no part of it", () => {
    expect(
      names("Yesterday Ada Lantern came. The Harbour Museum was shut. However, Bo Reed stayed."),
    ).toEqual(expect.arrayContaining(["Ada Lantern", "Harbour Museum", "Bo Reed"]));
  });

  test.each([
    ["She leads the Museum of Tin Soldiers here.", "Museum of Tin Soldiers"],
    ["She leads the Office for Old Lamps here.", "Office for Old Lamps"],
    ["She leads the Ministry of Lamps and Oil here.", "Ministry of Lamps and Oil"],
    ["He met Dr. Ada M. Lantern there.", "Ada M. Lantern"],
    ["He read of al-Farooq there.", "al-Farooq"],
    ["He saw Vincent van Reed there.", "Vincent van Reed"],
    ["The Third Lamp Company came; so did Third Lamp Company.", "Third Lamp Company"],
    ["Il parle de l’Institut des Lampes ici.", "Institut des Lampes"],
  ])("%s", (article, name) => {
    expect(names(article)).toContain(name);
  });

  test("two names with “and”, “in” between them are two", () => {
    const found = names("We met Ada Lantern and Bo Reed at the Lamp Centre in Ostrava and the Oil Company.");
    expect(found).toEqual(
      expect.arrayContaining(["Ada Lantern", "Bo Reed", "Lamp Centre", "Ostrava", "Oil Company"]),
    );
    expect(found).toHaveLength(5);
  });

  test("months, days, headlines and countries' people are no names", () => {
    const article = `Why The Lamps Of The Harbour Went Dark

It was on Monday in March. A French girl saw it. The French left.`;
    expect(proposed(article).filter(({ everyday }) => !everyday)).toEqual([]);
  });

  test("a word that is written small as well is everyday, and ranked last", () => {
    const article =
      "He went to the Harbour. The harbour was shut. They saw Ostrava. No harbour was like the Harbour.";
    const list = proposed(article);
    expect(list.at(-1)).toMatchObject({ name: "Harbour", everyday: true });
    expect(list.at(-1)!.forms[0]).toMatchObject({ case: "exact", trust: "context" });
    expect(list[0]!.everyday).toBe(false);
  });

  test("what belongs to a country is proposed in small letters, too", () => {
    expect(names("The French embassy was shut, and so were Norway's border police.")).toEqual(
      expect.arrayContaining(["French embassy", "Norway's border police"]),
    );
  });

  test("German: nouns are no names for their capital", () => {
    const article =
      "Die Lampe steht im Zimmer. Der Schutz der Kinder ist eine Frage von Jahren. In Ostrava brennt sie. Die Anton-Stiftung half der Schweiz, und die Blaue Laterne auch.";
    const found = names(article);
    expect(found).toEqual(expect.arrayContaining(["Ostrava", "Anton-Stiftung", "Schweiz", "Blaue Laterne"]));
    for (const noun of ["Lampe", "Zimmer", "Schutz", "Kinder", "Schutz der Kinder"])
      expect(found).not.toContain(noun);
  });
});

describe("one entity, several writings", () => {
  test("article, possessive, case, accents", () => {
    const article =
      "We saw Café Réad. The CAFE READ was shut. Café Réad’s door was shut. We like the Café Réad.";
    const { forms, places } = withForm(article, "Café Réad");
    expect(forms.map(({ text }) => text)).toEqual(["Café Réad"]);
    expect(places).toHaveLength(4);
  });

  test("the last part of a person's name, alone", () => {
    const article = "We met Ada Lantern there. But Lantern left. “No,” said Lantern.";
    expect(withForm(article, "Lantern")).toMatchObject({ name: "Ada Lantern", guess: { kind: "person" } });
    expect(withForm(article, "Lantern").forms.find(({ text }) => text === "Lantern")!.trust).toBe("surname");
  });

  test.each([
    ["of two persons with it, it is nobody's", "We met Ada Lantern and Bo Lantern. But Lantern left."],
    ["an institution has none", "We met the Harbour Museum there. But the Museum left."],
    ["a country is none", "We read Frontline Norway there. But Norway left."],
  ])("%s", (_, article) => {
    for (const { forms } of proposed(article))
      expect(forms.map(({ trust }) => trust)).not.toContain("surname");
  });

  test("Russian endings", () => {
    const article =
      "Мы видели в Остравске всё, и там был Музейный Совет. Без Музейного Совета и Остравска нельзя.";
    expect(formsOf(article, "Остравске")).toEqual(["Остравска", "Остравске"]);
    expect(formsOf(article, "Музейный Совет")).toEqual(["Музейного Совета", "Музейный Совет"]);
  });

  test("what may be short for a longer name says so", () => {
    expect(withForm("We saw the Ostrava Museum there. They like Ostrava.", "Ostrava").partOf).toEqual([
      "Ostrava Museum",
    ]);
  });
});

describe("kinds, with the word that tells", () => {
  test.each([
    ["We went to the Lamp University there.", "Lamp University", "institution", "noun"],
    ["We saw the University of Ostrava there.", "University of Ostrava", "institution", "noun"],
    ["We saw the Lamp Party there.", "Lamp Party", "group", "noun"],
    ["We saw President Reed there.", "Reed", "person", "title"],
    ["“We came,” said Bo Reed yesterday.", "Bo Reed", "person", "says"],
    ["We went by Norway there.", "Norway", "place", "country"],
    ["We were in Ostrava there.", "Ostrava", "place", "preposition"],
    ["We saw the Lamp River there.", "Lamp River", "place", "noun"],
  ])("%s", (article, form, kind, because) => {
    expect(withForm(article, form).guess).toMatchObject({ kind, because });
  });

  test("nothing says so: no kind", () => {
    expect(withForm("We saw Blue Lantern there.", "Blue Lantern").guess).toBeNull();
  });

  test("a title in italics or Chinese title marks is a work", () => {
    const { proposals } = draftPack("We read *The Small Lamp* there, once more.", { kind: "md" });
    expect(proposals[0]).toMatchObject({ name: "Small Lamp", guess: { kind: "work" } });
    expect(withForm("我们读过《小灯》。", "小灯").guess?.kind).toBe("work");
  });
});

describe("scripts without capitals", () => {
  test.each([
    [
      "ar",
      "التقى الرئيس نبيل القنديل وفدًا من حركة المصابيح في مدينة أوسترافا أمس.",
      ["نبيل القنديل", "حركة المصابيح", "أوسترافا"],
    ],
    [
      "ar",
      "قالت جامعة الفوانيس إن «رابطة الزيت» غائبة عن النرويج.",
      ["جامعة الفوانيس", "رابطة الزيت", "النرويج"],
    ],
    [
      "ur",
      "تحریک چراغاں پاکستان کے ارکان نے لیمپ یونیورسٹی میں ڈاکٹر احمد قندیل سے ملاقات کی۔",
      ["تحریک چراغاں پاکستان", "لیمپ یونیورسٹی", "احمد قندیل"],
    ],
    [
      "fa",
      "این گزارش را سازمان فانوس‌ها در شهر اوستراوا و به دانشگاه چراغ داد.",
      ["سازمان فانوس‌ها", "اوستراوا", "دانشگاه چراغ"],
    ],
    ["zh", "昨天，灯塔大学和红灯党在挪威见面。", ["灯塔大学", "红灯党", "挪威"]],
    [
      "ja",
      "昨日、灯台大学でエイダ・ランタンさんがノルウェーについて話した。",
      ["灯台大学", "エイダ・ランタン", "ノルウェー"],
    ],
  ])("%s: %s", (language, article, expected) => {
    expect(draft(article).language).toBe(language);
    expect(names(article)).toEqual(expect.arrayContaining(expected));
  });

  test("what is in a bracket behind a name", () => {
    expect(formsOf("تحریک چراغاں (ٹی سی) کے ارکان آئے۔", "ٹی سی")).toEqual(["تحریک چراغاں", "ٹی سی"]);
    expect(formsOf("昨日、灯台大学（灯大）で話した。", "灯大")).toEqual(["灯台大学", "灯大"]);
    expect(formsOf("اجتمعت رابطة حماة الأشجار (TKU) أمس.", "TKU")).toEqual(["TKU", "رابطة حماة الأشجار"]);
  });

  test("any brigades are no name", () => {
    expect(names("وصلت كتائب مسلحة إلى هناك أمس.")).toEqual([]);
  });
});

describe("where they stand", () => {
  test("passages and offsets are those of the paragraphs' texts", () => {
    const { paragraphs, proposals } = draft(
      "Lamps\n\nWe saw Ada Lantern.\n\nNobody came.\n\nThen Ada Lantern’s lamp fell.",
    );
    const { passages, places } = proposals.find(({ name }) => name === "Ada Lantern")!;
    expect(passages).toEqual(["p1", "p3"]);
    for (const { paragraph, start, end } of places)
      expect(paragraphs[paragraph]!.text.slice(start, end)).toBe("Ada Lantern");
    expect(places).toHaveLength(2);
  });

  test("terms that come again and again are proposed, after all names", () => {
    const article = "We saw Ada Lantern. ".concat("A small town museum is shut. ".repeat(3));
    expect(names(article)).toEqual(["Ada Lantern", "small town museum"]);
  });

  test("nothing is claimed: a proposal has no sentence of the article", () => {
    const article = "We saw the Harbour Museum there, which nobody lights.";
    expect(JSON.stringify(proposed(article))).not.toContain("nobody lights");
  });
});

describe("any text ends", () => {
  const LONG = 100_000;
  test.each([
    ["one paragraph of names", "Ada Lantern met Bo Reed (TKU) in Ostrava. "],
    ["capitals", "Ada "],
    ["brackets", "(ABC "],
    ["opening marks", "“Ada "],
    ["letters", "ABC "],
    ["spaces", " "],
    ["hyphens", "A-"],
    ["Arabic nouns", "حركة "],
    ["Han", "大学组织"],
    ["katakana", "ランタン・"],
    ["emphasis", "*A "],
    ["lines", "A\n"],
    ["hashes", "# # "],
    ["pipes", "|-"],
  ])("a hundred thousand letters of %s", (_, piece) => {
    for (const kind of ["txt", "md"] as const) {
      const { proposals } = draftPack(piece.repeat(LONG / piece.length), { kind });
      expect(proposals.length).toBeLessThanOrEqual(300);
    }
  });

  test("nothing, half letters, control characters", () => {
    for (const article of ["", " \n ", "\ud83d", "A\u0000B (\ud83d)", "()", "“”"])
      expect(draft(article).proposals).toEqual([]);
  });
});

test("in Urdu, who did it stands before its particle; a common noun is told by its ending, or is an everyday word", () => {
  const article = `چراغ پور کے میلے پر تنازع

زرینہ آفاق نے منگل کو کہا کہ میلہ اس سال نہیں ہوگا۔ لوگوں نے اس فیصلے پر افسوس ظاہر کیا۔

نیلم کارپوریشن نے پل بنانے کا ٹھیکہ لے لیا۔ حکومت نے تحقیقات کا اعلان کیا ہے، اور لڑکے نے دیکھا۔`;
  const found = draftPack(article, { kind: "md" }).proposals.filter(({ ways }) => ways.includes("agent"));
  expect(found.filter(({ everyday }) => !everyday).map(({ name }) => name)).toEqual([
    "زرینہ آفاق",
    "نیلم کارپوریشن",
  ]);
  expect(found.filter(({ everyday }) => everyday).map(({ name }) => name)).toEqual(["حکومت"]);
});

test.each([
  { text: "بهرام سپیدار: پل رودخانه تا پاییز باز می‌شود", names: ["بهرام سپیدار"] },
  { text: "زرینہ آفاق: میلہ اس سال نہیں ہوگا", names: ["زرینہ آفاق"] },
  { text: "در این شهر: پل باز نمی‌شود", names: [] },
])("a headline of Urdu or Persian begins with who says it: $text", ({ text, names }) => {
  const found = draftPack(text, { kind: "md" }).proposals.filter(({ ways }) => ways.includes("agent"));
  expect(found.map(({ name }) => name)).toEqual(names);
});
