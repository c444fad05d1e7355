import { describe, expect, it } from "vitest";
import { LARGEST_FILE, LONGEST, MOST, MOST_PROBLEMS } from "../../../src/pack/format/limits.ts";
import { problemFault, readPackFile, readPackInSteps } from "../../../src/pack/format/read-pack.ts";
import { faultWords } from "../../../src/pages/fault-words.ts";
import "../../../scripts/lib/messages.ts";
import { samplePack, sampleWith } from "./samples.ts";

/** What is wrong with a file, one line a problem, as a reader is told. */
function wrongWith(text: string): string[] {
  const result = readPackFile(text);
  return result.ok ? [] : result.problems.map((problem) => faultWords(problemFault(problem)));
}

/** The faults alone, by key and path. */
function faultsOf(text: string): string[] {
  const result = readPackFile(text);
  return result.ok ? [] : result.problems.map(({ fault: [key], path }) => `${key} ${path}`.trim());
}

const at = (path: string): (string | number)[] =>
  path.split(/[.[\]]+/).flatMap((step) => (step === "" ? [] : [/^\d+$/.test(step) ? Number(step) : step]));

describe("in steps", () => {
  const entities = Array.from({ length: 5_000 }, (_, i) => ({
    ...{ id: `e${i}`, kind: "group", name: `Name ${i}`, summary: "One of many." },
    aliases: [{ text: `Name ${i}`, lang: "en" }],
  }));
  const steps = (text: string) => {
    const told: number[] = [];
    const reading = readPackInSteps(text);
    for (;;) {
      const step = reading.next();
      if (step.done) return { told, result: step.value };
      told.push(step.value);
    }
  };

  it("a large one is read in many, each of which tells how far it has come", () => {
    const { told, result } = steps(sampleWith(["entities"], entities));
    // Ties of the sample name entities that are not there.
    expect(result.ok).toBe(false);
    expect(told.length).toBeGreaterThan(20);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
  });

  it("mistakes in long lists are told from the top, with their places", () => {
    const broken = entities.map((entity, i) => (i % 1_000 === 999 ? { ...entity, kind: "flower" } : entity));
    const { result } = steps(sampleWith(["entities"], broken));
    expect(result).toMatchObject({
      ok: false,
      problems: [999, 1_999, 2_999, 3_999, 4_999].map((i) => ({ path: `entities[${i}].kind` })),
    });
  });
});

describe("a pack file", () => {
  it("is taken with everything that it has, and lists that it does without are empty", () => {
    const result = readPackFile(JSON.stringify(samplePack()));
    if (!result.ok) throw new Error(wrongWith(JSON.stringify(samplePack())).join("\n"));
    const [given] = samplePack().entities as object[];
    expect(result.pack.entities[0]).toEqual(given);
    expect(result.pack).toEqual({
      ...samplePack(),
      entities: [
        given,
        {
          ...(samplePack().entities as object[])[1],
          ...{
            names: [],
            aliases: [],
            decoys: [],
            cues: { for: [], against: [] },
            claims: [],
            notSameAs: [],
          },
        },
      ],
    });
  });

  it("may begin with a byte order mark and name its schema", () => {
    expect(readPackFile(`\ufeff${JSON.stringify({ $schema: "x", ...samplePack() })}`)).toMatchObject({
      ok: true,
      pack: expect.not.objectContaining({ $schema: "x" }),
    });
  });

  it("is refused with the place and how to mend it", () => {
    expect(wrongWith(sampleWith(["entities", 1, "kind"], "flower"))).toEqual([
      "Line 100, column 15 (entities[1].kind): It must be one of these: group, institution, person, work, place.",
    ]);
    expect(wrongWith(`{\n  "format": "sidelight-pack/1",\n  "id": roses\n}`)).toEqual([
      "Line 3, column 9: “roses” does not belong here.",
    ]);
  });

  it("is told of from the top, so many problems one by one and the others by their number", () => {
    const entities = Array.from({ length: 80 }, (_, i) => ({
      id: `e${i}`,
      kind: "work",
      name: "",
      summary: "S",
    }));
    const result = readPackFile(sampleWith(["entities"], entities));
    if (result.ok) throw new Error("it was taken");
    expect(result.problems).toHaveLength(MOST_PROBLEMS);
    expect(result.more).toBe(80 - MOST_PROBLEMS);
    const lines = result.problems.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

describe("a file that is no pack of this format", () => {
  it.each([
    ["nothing", "", "faultEndsHere"],
    ["a list", "[]", "faultPackFormat"],
    ["an object of somebody else's", `{"format": "geojson"}`, "faultPackFormat format"],
    ["one without a format", `{"id": "x"}`, "faultPackFormat"],
    ["a newer one", `{"format": "sidelight-pack/2"}`, "faultPackNewer format"],
    ["part of a folder of an earlier format", `{"format": 1}`, "faultPackPart format"],
    ["a number that never was one", `{"format": 2}`, "faultPackFormat format"],
    ["settings", `{"sidelight": "settings", "version": 3}`, "faultPackSettings"],
    ["UTF-16, little end first", Buffer.from("\ufeff{}", "utf16le").toString("utf8"), "faultPackEncoding"],
    ["UTF-16 without a mark", Buffer.from(`{"format":1}`, "utf16le").toString("utf8"), "faultPackEncoding"],
    ["a picture", `\x89PNG\r\n\x1a\n\0\0\0\r`, "faultPackEncoding"],
  ])("%s", (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });
});

describe("one thing that is wrong", () => {
  const long = (length: number) => "a".repeat(length);
  const RLO = "\u202e";
  it.each<[path: string, value: unknown, fault: string, at?: string]>([
    ["id", "Roses", "faultPackOwnId"],
    ["id", "constructor", "faultMemberName"],
    ["id", long(LONGEST.id + 1), "faultPackOwnId"],
    ["languages", [], "faultPackNone"],
    ["languages[1]", "urdu", "faultPackLanguage"],
    ["languages[1]", "EN", "faultPackLanguage"],
    ["languages[1]", "en", "faultTwice"],
    ["languages[1]", 7, "faultPackLanguage"],
    ["title", undefined, "faultMissing", ""],
    ["title", null, "faultPackText"],
    ["title.fr", "Roses", "faultPackNoLanguage"],
    ["title", { ur: "گلاب" }, "faultPackOriginal"],
    ["editor", "", "faultPackEmpty"],
    ["editor", " The street", "faultPackSpaces"],
    ["editor", `The${RLO} street`, "faultPackLetter"],
    ["licence", long(LONGEST.licence + 1), "faultPackLong"],
    ["date", "2026-11", "faultPackDay"],
    ["date", "2026-02-30", "faultPackDay"],
    ["date", "0999-01-01", "faultPackDay"],
    ["source.date", "June 2025", "faultPackDate"],
    ["source.url", "javascript:alert(1)", "faultPackAddress"],
    ["source.url", "https://user@example.org/", "faultPackAddress"],
    ["source.url", "https://example.org\\@evil.org/", "faultPackAddress"],
    ["source.url", "https://example.org:70000/", "faultPackAddress"],
    ["source.url", "//example.org/", "faultPackAddress"],
    ["source.url", "https://example.org/a b", "faultPackAddress"],
    ["source.homepage", "https://example.org/", "faultHasNo"],
    ["passages[0].id", "1", "faultPackPassageId"],
    ["passages[0].gist", "", "faultPackEmpty"],
    ["entities", [], "faultPackNone"],
    ["entities", {}, "faultList"],
    ["entities[0]", "tea-rose", "faultObject"],
    ["entities[1].id", "constructor", "faultMemberName"],
    ["entities[1].id", "__proto__", "faultPackId"],
    ["entities[1].id", "dog/rose", "faultPackId"],
    ["entities[1].alises", [], "faultHasNo"],
    ["entities[1].name", "Dog\u200brose", "faultPackLetter"],
    ["entities[1].name", "Dog\u00adrose", "faultPackLetter"],
    ["entities[1].name", "Dog\u2066rose", "faultPackLetter"],
    ["entities[1].name", "Dog\u200erose", "faultPackLetter"],
    ["entities[1].name", "Dog\u{e0041}rose", "faultPackLetter"],
    ["entities[1].name", "Dog\u200crose", "faultPackJoiner"],
    ["entities[1].name", "گل\u200c", "faultPackJoiner"],
    ["entities[1].name", "\u200dگل", "faultPackJoiner"],
    ["entities[1].name", "Dog\ud800rose", "faultPackLetter"],
    ["entities[1].name", "Dog\0rose", "faultPackLetter"],
    ["entities[1].name", "Dog\nrose", "faultPackLetter"],
    ["entities[1].name", "Dog\ufffdrose", "faultPackLetter"],
    ["entities[1].summary", `A wild${RLO} rose.`, "faultPackLetter"],
    ["entities[1].summary", "A wild \u2067rose.", "faultPackLetter"],
    ["entities[1].summary", "A wild rose\u2069.", "faultPackLetter"],
    ["entities[1].summary", long(LONGEST.sentence + 1), "faultPackLong"],
    ["entities[1].summary", 1e300, "faultPackText"],
    ["entities[0].aliases[0].text", "tea {rose", "faultPackBrace_unclosed"],
    ["entities[0].aliases[0].text", "tea rose}", "faultPackBrace_unopened"],
    ["entities[0].aliases[0].text", "tea {ros{e,es}}", "faultPackBrace_nested"],
    ["entities[0].aliases[0].text", "{tea,}{ rose,}", "faultPackFormEmpty"],
    ["entities[0].aliases[0].text", "{a,b}".repeat(11), "faultPackForms"],
    ["entities[0].aliases[0].text", "{a,b}".repeat(80), "faultPackForms"],
    ["entities[0].aliases[0].text", long(LONGEST.form + 1), "faultPackFormLong"],
    ["entities[0].aliases[0].text", long(LONGEST.pattern + 1), "faultPackLong"],
    ["entities[0].aliases[0].case", "upper", "faultOneOf"],
    ["entities[0].aliases[0].apart", true, "faultHasNo"],
    ["entities[0].decoys[0].apart", false, "faultOneOf"],
    ["entities[0].cues.for[0].weight", 4, "faultOneOf"],
    ["entities[0].cues.for[0].weight", "2", "faultOneOf"],
    ["entities[0].cues.maybe", [], "faultHasNo"],
    ["entities[0].claims[0].stance", "certain", "faultOneOf"],
    ["entities[0].claims[0].passages", ["p2"], "faultPackNoPassage", "entities[0].claims[0].passages[0]"],
    ["entities[0].claims[0].passages", ["p1", "p1"], "faultTwice", "entities[0].claims[0].passages[1]"],
    ["entities[0].claims[0].stance", "editor", "faultPackEditor", "entities[0].claims[0].by"],
    ["entities[0].notSameAs[0].entity", "cat-rose", "faultPackNoEntity"],
    ["entities[0].notSameAs[0].entity", "tea-rose", "faultPackSelf"],
    ["entities[0].sameAs", ["Q042"], "faultPackWikidata", "entities[0].sameAs[0]"],
    ["entities[1].id", "tea-rose", "faultTwice"],
    ["relations[0].type", "loves", "faultOneOf"],
    ["relations[0].to", "tea-rose", "faultPackSelf"],
    ["relations[0].from", "cat-rose", "faultPackNoEntity"],
    ["events[0].sequence", -1, "faultWhole"],
    ["events[0].sequence", 1e21, "faultWhole"],
    ["events[0].sequence", 1.5, "faultWhole"],
    ["events[0].entities", ["cat-rose"], "faultPackNoEntity", "events[0].entities[0]"],
    ["ambiguities[0].among", ["tea-rose"], "faultPackNone"],
    ["ambiguities[0].among", ["tea-rose", "cat-rose"], "faultPackNoEntity", "ambiguities[0].among[1]"],
    ["ambiguities[0].aliases", [], "faultPackNone"],
  ])("%s: %j is %s", (path, value, fault, place = path) => {
    const faults = faultsOf(sampleWith(at(path), value));
    expect(faults).toContain(`${fault} ${place}`.trim());
  });

  it.each([
    ["an address in a text", "entities[1].summary", "A rose, see https://example.org/ and <b>smell</b>."],
    ["a joiner between letters that it joins", "entities[1].name", "گل\u200cسرخ"],
    ["a joiner behind a virama", "entities[1].name", "क्\u200dष"],
    ["a joiner at the edge of a variant", "entities[0].aliases[0].text", "طالب{\u200cها,ان}"],
    ["marks of direction in a sentence", "entities[1].summary", "A \u2067گلاب\u2069 rose\u200f."],
    ["an emoji in a sentence", "entities[1].summary", "A rose 👩\u200d🌾\ufe0f."],
    ["a source that is nowhere", "source.url", undefined],
    ["a day as the source's date", "source.date", "2024-02-29"],
    ["a language with script and region", "languages[1]", "ur"],
    ["a name in capitals of a variety", "entities[0].names[0].lang", "zh-Hant-TW"],
  ])("%s is none", (_, path, value) => {
    expect(wrongWith(sampleWith(at(path), value))).toEqual([]);
  });
});

describe("a name twice in an object, or one that reaches a prototype", () => {
  const inEntity = (member: string) =>
    JSON.stringify(samplePack()).replace(`"kind":"work"`, `"kind":"work",${member}`);
  it.each([
    [`"kind":"work"`, "faultTwice"],
    [`"__proto__":{"name":"x"}`, "faultMemberName"],
    [`"constructor":{"name":"x"}`, "faultMemberName"],
    [`"weight":1e999`, "faultNumber"],
    [`"x":${"[".repeat(40)}${"]".repeat(40)}`, "faultDeep"],
  ])("%s", (member, fault) => {
    expect(faultsOf(inEntity(member))).toEqual([fault]);
  });
});

it("tells of a name as long as a file in a few words", () => {
  const name = "x".repeat(5_000);
  const [line] = wrongWith(`{"${name}": 1, "${name}": 2}`);
  expect(line).toContain("occurs twice");
  expect(line!.length).toBeLessThan(200);
});

describe("how much", () => {
  const entities = (count: number, parts: object = {}) =>
    Array.from({ length: count }, (_, i) => ({
      id: `e${i}`,
      kind: "work",
      name: "E",
      summary: "S",
      ...parts,
    }));
  const roses = (count: number, parts: object = {}) =>
    JSON.stringify({
      ...samplePack(),
      ...{ entities: entities(count, parts), relations: [], events: [], ambiguities: [] },
    });

  it("counts the bytes of the file before anything else", () => {
    const padding = (letter: string, bytes: number) => letter.repeat(bytes / Buffer.byteLength(letter));
    expect(faultsOf(" ".repeat(LARGEST_FILE + 1))).toEqual(["faultPackTooLarge"]);
    expect(faultsOf(padding("گ", LARGEST_FILE + 2))).toEqual(["faultPackTooLarge"]);
    expect(faultsOf(padding("🌹", LARGEST_FILE + 4))).toEqual(["faultPackTooLarge"]);
    expect(faultsOf(padding("گ", LARGEST_FILE))).not.toContain("faultPackTooLarge");
  });

  it("takes as many entities as there may be, and not one more", () => {
    expect(faultsOf(roses(MOST.entities))).toEqual([]);
    expect(faultsOf(roses(MOST.entities + 1))).toEqual(["faultPackMany entities"]);
  });

  it("counts names with their variants written out, over the whole pack, and says so once", () => {
    // 1,024 forms each: 195 times that is under 200,000, 196 times is over.
    const many = { aliases: [{ lang: "en", text: "{a,b}".repeat(10) }] };
    expect(faultsOf(roses(195, many))).toEqual([]);
    expect(faultsOf(roses(400, many))).toEqual(["faultPackManyNames entities[195].aliases[0].text"]);
  });
});
