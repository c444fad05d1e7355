/** What an editor changes in a pack, rule by rule. */
import { expect, test } from "vitest";
import { draftPack } from "../../src/draft/draft.ts";
import {
  freshStatementId,
  saidIn,
  saying,
  withEditor,
  withGist,
  withPassages,
} from "../../src/maker/editing/edit-pack.ts";
import { formsOfLines, linesOf } from "../../src/maker/editing/form-lines.ts";
import { fileOf, newWork, takeOut, tick, withArticle, workOf } from "../../src/maker/editing/work.ts";
import { packOf } from "../background/packs/pack.ts";

const claim = (passages: string[], stance: "reported" | "editor" = "reported") => ({
  ...{ id: "guild-1", text: "It is old.", stance, by: "A. Teacher", passages },
});
const guild = (passages: string[]) =>
  packOf("lamps", [{ id: "guild", claims: [claim(passages)] }], { passages: [] });

test("a paragraph is in the pack as soon as something rests on it, in the order of the article, and goes when nothing is left of it", () => {
  const one = withPassages(guild(["p10", "p2"]));
  expect(one.passages).toEqual([
    { id: "p2", gist: "" },
    { id: "p10", gist: "" },
  ]);
  const written = withGist(one, "p2", "Of lamps.");
  const left = withPassages({ ...written, entities: guild([]).entities });
  expect(left.passages).toEqual([{ id: "p2", gist: "Of lamps." }]);
  expect(withGist(left, "p2", "").passages).toEqual([]);
});

test("a translation is there while something is in it", () => {
  const languages = ["en", "ur"] as const;
  const both = saying("Lamps", "ur", "چراغ", languages);
  expect(both).toEqual({ en: "Lamps", ur: "چراغ" });
  expect(saidIn(both, "ur", languages)).toBe("چراغ");
  expect(saidIn("Lamps", "ur", languages)).toBe("");
  expect(saying(both, "ur", "", languages)).toBe("Lamps");
  expect(saying(both, "en", "", languages)).toEqual({ en: "", ur: "چراغ" });
  expect(saidIn({ en: "Lamps" }, "constructor", languages)).toBe("");
});

test("a note is the editor's, whatever the editor is called by now", () => {
  const one = packOf("lamps", [{ id: "guild", claims: [claim([], "editor"), claim([])] }]);
  expect(withEditor(one, "B. Other").entities[0]!.claims.map(({ by }) => by)).toEqual([
    "B. Other",
    "A. Teacher",
  ]);
});

test.each([
  { typed: "A\nB", now: ["A exact", "B"], what: "none is changed" },
  { typed: "B\nA", now: ["B", "A exact"], what: "their order" },
  { typed: "Ab\nB", now: ["Ab exact", "B"], what: "one is written anew in its place" },
  { typed: "A\nB\n\n  C ", now: ["A exact", "B", "C"], what: "one more" },
  { typed: "B", now: ["B"], what: "one less" },
  { typed: "", now: [], what: "all of them" },
])("lines are names, and keep what they have: $what", ({ typed, now }) => {
  const before: { text: string; case?: string }[] = [{ text: "A", case: "exact" }, { text: "B" }];
  const forms = formsOfLines<(typeof before)[number]>(linesOf(typed), before, (text) => ({ text }));
  expect(forms.map((form) => [form.text, form.case].filter(Boolean).join(" "))).toEqual(now);
});

test("ids of statements are new, and say whose they are", () => {
  expect(freshStatementId("guild", [{ id: "guild-1" }, { id: "guild-3" }])).toBe("guild-2");
});

test("a name that is ticked becomes an entity, in the language of the article; off and on again, it has what was written", () => {
  const article = "Wer hält die Lampen?\n\nDie Lampenverein-Stiftung (LVS) ist alt, und die LVS ist reich.";
  const draft = draftPack(article, { kind: "md" });
  const proposal = draft.proposals.find(({ name }) => name.includes("Stiftung"))!;
  let work = tick(withArticle(newWork("2026-11-28"), article), proposal);
  expect(work.pack.languages).toEqual(["de"]);
  const [entity] = work.pack.entities;
  expect(entity!.aliases.map(({ lang }) => lang)).toContain("de");
  work = { ...work, pack: { ...work.pack, entities: [{ ...entity!, summary: "Ein Verein." }] } };
  const off = takeOut(work, entity!.id);
  expect(off.pack.entities).toEqual([]);
  expect(tick(off, proposal).pack.entities).toEqual(work.pack.entities);
});

test("what was never opened from a file is dated by the day on which it is saved", () => {
  const { date } = JSON.parse(fileOf(newWork("2025-01-01"), "2026-11-28"));
  expect(date).toBe("2026-11-28");
});

test("what another version has kept in another shape is not taken for nothing, and written over", () => {
  expect(() => workOf({ shape: 3, article: "An article" }, "2026-11-28")).toThrow("another shape");
  expect(workOf(undefined, "2026-11-28")).toEqual(newWork("2026-11-28"));
});
