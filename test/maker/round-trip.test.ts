/** A pack that is opened and saved is the same pack, whatever is in it; so it is when what a field shows is given back to it, and when what was done is undone. */
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readAnalysis } from "../../scripts/lib/analysis/load.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import {
  eventsInOrder,
  movedEvent,
  saidIn,
  saying,
  withEditor,
  withGist,
  withoutLanguage,
  withPassages,
  withTitle,
} from "../../src/maker/editing/edit-pack.ts";
import { formsOfLines, linesOf } from "../../src/maker/editing/form-lines.ts";
import { addEntity, fileOf, putBack, takeOut, workOf, workOfPack } from "../../src/maker/editing/work.ts";
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import {
  ENTITY_KINDS,
  type LanguageTag,
  type Pack,
  RELATION_TYPES,
  STANCES,
  type Text,
} from "../../src/pack/types.ts";
import { samplePack } from "../pack/format/samples.ts";

const DAY = "2026-11-28";
const EDITOR = "An Editor";

const word = fc.stringMatching(/^[a-zA-Zäéж中م]{1,8}( [a-zA-Zäéж中م]{1,8}){0,2}$/);
const someOf = <T>(items: readonly T[], least = 0) =>
  fc.subarray([...items], { minLength: Math.min(least, items.length) });

/** A text in the original, or in that and some translations. */
const textIn = ([original, ...translations]: readonly LanguageTag[]): fc.Arbitrary<Text> =>
  translations.length === 0
    ? word
    : fc.oneof(
        word,
        someOf(translations, 1).chain((chosen) =>
          fc.record(Object.fromEntries([original!, ...chosen].map((language) => [language, word]))),
        ),
      );

const formIn = fc.record(
  {
    text: fc.oneof(word, fc.constant("Lamp {Guild,Society}")),
    lang: fc.constantFrom("en", "ur", "mul"),
    case: fc.constantFrom("exact" as const, "capital" as const, "fold" as const),
    trust: fc.constantFrom("sure" as const, "context" as const, "surname" as const),
  },
  { requiredKeys: ["text", "lang"] },
);
const decoyIn = fc
  .tuple(formIn, fc.boolean())
  .map(([form, apart]) => (apart ? { ...form, apart: true as const } : form));
const cue = fc.record(
  {
    text: word,
    weight: fc.constantFrom(1 as const, 2 as const, 3 as const),
    chooses: fc.constant(false as const),
  },
  { requiredKeys: ["text"] },
);

const statementIn = (languages: readonly LanguageTag[], passages: readonly string[]) =>
  fc
    .record({
      text: textIn(languages),
      stance: fc.constantFrom(...STANCES),
      by: textIn(languages),
      passages: someOf(passages),
    })
    .map((one) => (one.stance === "editor" ? { ...one, by: EDITOR } : one));

const numbered = <T extends object>(prefix: string, items: readonly T[]) =>
  items.map((item, i) => ({ ...item, id: `${prefix}-${i + 1}` }));

const pack: fc.Arbitrary<Pack> = fc
  .record({
    languages: fc.constantFrom(["en"] as const, ["en", "ur"] as const, ["ur", "ar", "en"] as const),
    passages: someOf(["p1", "p2", "p7", "p12"]),
    ids: someOf(["a", "b", "c-d", "e"], 2),
  })
  .chain(({ languages, passages, ids }) => {
    const statement = statementIn(languages, passages);
    const text = textIn(languages);
    return fc
      .record({
        title: text,
        gists: fc.array(text, { minLength: passages.length, maxLength: passages.length }),
        author: text,
        entities: fc.tuple(
          ...ids.map((id) =>
            fc
              .record({
                kind: fc.constantFrom(...ENTITY_KINDS),
                name: word,
                summary: text,
                aliases: fc.array(formIn, { maxLength: 4 }),
                decoys: fc.array(decoyIn, { maxLength: 2 }),
                cues: fc.record({
                  for: fc.array(cue, { maxLength: 2 }),
                  against: fc.array(cue, { maxLength: 2 }),
                }),
                claims: fc.array(statement, { maxLength: 3 }),
              })
              .map((entity) => ({
                ...{ id, names: [{ lang: "fa", text: "چراغ" }], ...entity },
                ...{ claims: numbered(id, entity.claims), notSameAs: [] },
              })),
          ),
        ),
        relations: fc.array(statement, { maxLength: 2 }).map((all) =>
          numbered(
            "tie",
            all.map((one) => ({ ...one, from: ids[0]!, to: ids[1]!, type: RELATION_TYPES[3]! })),
          ),
        ),
        events: fc.array(fc.record({ said: statement, sequence: fc.nat(9) }), { maxLength: 4 }).map((all) =>
          numbered(
            "event",
            all.map(({ said, sequence }) => ({ ...said, sequence, date: "2025-03", entities: [ids[0]!] })),
          ),
        ),
        ambiguities: fc
          .array(formIn, { minLength: 1, maxLength: 2 })
          .map((aliases) => [{ id: "both", aliases, among: ids.slice(0, 2) }]),
      })
      .map(({ title, author, gists, ...rest }) => ({
        ...{ format: "sidelight-pack/1" as const, id: "some.pack", languages, title, editor: EDITOR },
        ...{ licence: "CC0", version: "3", date: "2024-01-02" },
        source: { title: "A text", author, publisher: "A Paper", date: "2024", genre: "list" },
        passages: passages.map((id, i) => ({ id, gist: gists[i]! })),
        ...rest,
      })) as fc.Arbitrary<Pack>;
  });

const opened = (file: string): Pack => {
  const result = readPackFile(file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.pack;
};
const savedAgain = (pack: Pack): Pack => opened(fileOf(workOfPack(pack, DAY), DAY));

test("the sample with one of everything, the example and the bundled analysis are saved as they were opened", async () => {
  const example = await readFile(inRoot("examples/harrowmere.sidelight.json"), "utf8");
  for (const one of [
    opened(JSON.stringify(samplePack())),
    opened(example),
    await readAnalysis(inRoot("assets/analysis")),
  ]) {
    expect(savedAgain(one)).toEqual(one);
    expect(withPassages(one)).toBe(one);
  }
});

test("any pack is", () => {
  fc.assert(
    fc.property(pack, (one) => {
      expect(opened(JSON.stringify(one))).toEqual(one);
      expect(savedAgain(one)).toEqual(one);
      // As it is kept between visits.
      expect(workOf(structuredClone(workOfPack(one, DAY)), DAY).pack).toEqual(one);
    }),
    { numRuns: 300 },
  );
});

/** Every text of a pack. */
function* textsOf({ title, source, entities, relations, events, passages }: Pack): Generator<Text> {
  yield* [title, source.author];
  for (const { summary, claims } of entities)
    yield* [summary, ...claims.flatMap(({ text, by }) => [text, by])];
  for (const { text, by } of [...relations, ...events]) yield* [text, by];
  for (const { gist } of passages) yield gist;
}

test("what a field shows, given back to it, changes nothing", () => {
  fc.assert(
    fc.property(pack, (one) => {
      const { languages } = one;
      for (const text of textsOf(one))
        for (const language of languages)
          expect(saying(text, language, saidIn(text, language, languages), languages)).toEqual(text);
      for (const { aliases, decoys, cues } of one.entities)
        for (const forms of [aliases, decoys, cues.for, cues.against] as { text: string }[][])
          expect(
            formsOfLines(linesOf(forms.map(({ text }) => text).join("\n")), forms, () => {
              throw new Error("a form was made anew");
            }),
          ).toEqual(forms);
      expect(withPassages(one)).toBe(one);
      expect(withEditor(one, EDITOR)).toEqual(one);
      expect(withTitle(one, one.title, true)).toEqual(one);
      for (const { id, gist } of one.passages) expect(withGist(one, id, gist)).toEqual(one);
    }),
    { numRuns: 300 },
  );
});

test("what was done is undone: a language that was added, an entity that was taken out, a place in the order", () => {
  fc.assert(
    fc.property(pack, (one) => {
      const more: Pack = { ...one, languages: [...one.languages, "de"] as unknown as Pack["languages"] };
      const translated: Pack = {
        ...more,
        title: saying(more.title, "de", "Lampen", more.languages),
        relations: more.relations.map((tie) => ({
          ...tie,
          text: saying(tie.text, "de", "Verein", more.languages),
        })),
      };
      expect(withoutLanguage(translated, "de")).toEqual(one);

      const last = one.entities.at(-1)!.id;
      const work = workOfPack(one, DAY);
      expect(fileOf(putBack(takeOut(work, last), last), DAY)).toBe(fileOf(work, DAY));
      const added = addEntity(work);
      expect(fileOf(takeOut(added, added.pack.entities.at(-1)!.id), DAY)).toBe(fileOf(work, DAY));

      for (const { id } of one.events) {
        const order = eventsInOrder(one.events);
        const later = movedEvent(one.events, id, 1);
        if (order.at(-1)!.id === id) expect(later).toEqual(one.events);
        else {
          const back = movedEvent(later, id, -1);
          expect(eventsInOrder(back).map((event) => event.id)).toEqual(order.map((event) => event.id));
          expect(back.map((event) => event.id)).toEqual(one.events.map((event) => event.id));
        }
      }
    }),
    { numRuns: 200 },
  );
});
