import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkAnalysis, type Problem, problemLine } from "../../scripts/lib/analysis/check.ts";
import { inOrder } from "../../scripts/lib/analysis/order.ts";
import type { Entity } from "../../src/pack/types.ts";
import { copyOfAnalysis } from "./analysis-copy.ts";

/** A copy of the bundled analysis with one file changed and written back in order, and what the check says of it. */
async function problemsOf<T>(path: string, change: (value: T) => void): Promise<Problem[]> {
  const dir = await copyOfAnalysis();
  const value = JSON.parse(await readFile(join(dir, path), "utf8"));
  change(value);
  await writeFile(join(dir, path), JSON.stringify(inOrder(value)));
  return checkAnalysis(dir);
}

interface Lists {
  passages: Array<{ id: string; gist: string }>;
  relations: Array<{ id: string; from: string; type: string; to: string; passages: string[] }>;
  events: Array<{ id: string; date: string; sequence: number; entities: string[]; passages: string[] }>;
  ambiguities: Array<{ aliases: Array<{ lang: string; text: string }>; among: string[] }>;
}

const TTP = "entities/ttp.json";

describe("the check", () => {
  const cases: Array<{
    name: string;
    path: string;
    change: (value: Lists & Entity) => void;
    problem: { where: string | RegExp; message: RegExp };
    /** Where the problem shows, when not in the file that was changed. */
    file?: string;
  }> = [
    {
      name: "a summary that is too long",
      path: TTP,
      change: (entity) => (entity.summary = "x".repeat(241)),
      problem: { where: "/summary", message: /240/ },
    },
    {
      name: "a key that no schema knows",
      path: TTP,
      change: (entity) => Object.assign(entity, { logo: "x" }),
      problem: { where: "", message: /additional properties.*logo/ },
    },
    {
      name: "a key of a claim that no schema knows",
      path: TTP,
      change: (entity) => Object.assign(entity.claims[0]!, { sure: true }),
      problem: { where: "/claims/0", message: /unevaluated properties.*sure/ },
    },
    {
      name: "a stance that does not exist",
      path: TTP,
      change: (entity) => Object.assign(entity.claims[0]!, { stance: "rumour" }),
      problem: { where: "/claims/0/stance", message: /./ },
    },
    {
      name: "a claim that nobody makes",
      path: TTP,
      change: (entity) => (entity.claims[0]!.by = ""),
      problem: { where: "/claims/0/by", message: /./ },
    },
    {
      name: "a claim that rests on no passage",
      path: TTP,
      change: (entity) => (entity.claims[0]!.passages = []),
      problem: { where: /^\/claims\/\d+\/passages$/, message: /fewer than 1/ },
    },
    {
      name: "a passage that does not exist",
      path: TTP,
      change: (entity) => (entity.claims[0]!.passages = ["p99"]),
      problem: { where: /^\/claims\/\d+\/passages\/0$/, message: /No paragraph .*p99/ },
    },
    {
      name: "a passage that nothing rests on",
      path: "passages.json",
      change: ({ passages }) => passages.push({ id: "p16", gist: "Nothing." }),
      problem: { where: "p16", message: /no claim, relation or event/ },
    },
    {
      name: "passages that do not count up",
      path: "passages.json",
      change: ({ passages }) => (passages[14]!.id = "p17"),
      problem: { where: "p17", message: /p15 expected/ },
    },
    {
      name: "our own inference under another's name",
      path: TTP,
      change: (entity) => (entity.claims[0]!.stance = "editor"),
      problem: { where: "/claims/0/by", message: /Sidelight/ },
    },
    {
      name: "another's statement under our name",
      path: "events.json",
      change: ({ events }) => Object.assign(events[0]!, { by: "Sidelight" }),
      problem: { where: "/events/0/by", message: /NOT be valid/ },
    },
    {
      name: "a relation to an entity that does not exist",
      path: "relations.json",
      change: ({ relations }) => {
        relations[0]!.to = "nobody";
        relations[0]!.id = `${relations[0]!.from}-${relations[0]!.type}-nobody`;
      },
      problem: { where: "/relations/0/to", message: /No entity .*nobody/ },
    },
    {
      name: "a relation whose id says something else",
      path: "relations.json",
      change: ({ relations }) => (relations[0]!.id = "x"),
      problem: { where: "x", message: /must be "/ },
    },
    {
      name: "an event on an impossible day",
      path: "events.json",
      change: ({ events }) => (events[0]!.date = "2022-13"),
      problem: { where: /^\/events\/\d+\/date$/, message: /pattern/ },
    },
    {
      name: "an event about an entity that does not exist",
      path: "events.json",
      change: ({ events }) => (events[0]!.entities = ["nobody"]),
      problem: { where: /^\/events\/\d+\/entities\/0$/, message: /No entity .*nobody/ },
    },
    {
      name: "an event before one that was earlier",
      path: "events.json",
      change: ({ events }) => (events.at(-1)!.date = "2021-07"),
      problem: {
        where: "article-published",
        message: /comes after taliban-takeover, which is dated 2021-08/,
      },
    },
    {
      name: "two events in one place",
      path: "events.json",
      change: ({ events }) => (events[1]!.sequence = events[0]!.sequence),
      problem: { where: "no-win-war-published", message: /has the place of frontline-pakistan-honoured/ },
    },
    {
      name: "a file whose name is not its entity's",
      path: TTP,
      change: (entity) => (entity.id = "ttq"),
      problem: { where: "/id", message: /does not match/ },
    },
    {
      name: "a claim twice",
      path: TTP,
      change: (entity) => entity.claims.push(structuredClone(entity.claims[0]!)),
      problem: { where: /^\/claims\/\d+\/id$/, message: /twice/ },
    },
    {
      name: "a name of another entity",
      path: TTP,
      change: (entity) => entity.aliases.push({ lang: "en", text: "DAESH" }),
      problem: { where: /^daesh$/i, message: /already a name.*ambiguities/ },
    },
    {
      name: "a name that two entities share, claimed by one",
      path: TTP,
      change: (entity) => entity.aliases.push({ lang: "ru", text: "ТАЛИБАН" }),
      problem: { where: "ТАЛИБАН", message: /already a name of taliban/ },
    },
    {
      name: "a name that two patterns stand for",
      path: TTP,
      change: (entity) => entity.aliases.push({ lang: "en", text: "{Pakistani,Pukhtun} Taliban" }),
      problem: { where: "Pakistani Taliban", message: /already a name of ttp/ },
    },
    ...(
      [
        ["another number", "4,000", "400", /ar: other numbers: .*400, where the original has .*4000/, "ar"],
        [
          "another month",
          "دسمبر 2022",
          "نومبر 2022",
          /ur: other months: 11, where the original has 12/,
          "ur",
        ],
        [
          "another's name",
          "ٹی ٹی پی",
          "القاعدہ",
          /ur: other names: .*al-qaeda.*, where the original has .*ttp/,
          "ur",
        ],
        ["a letter of another language", "المنطقة", "المنطقۃ", /ar: "ۃ" is no letter of it/, "ar"],
      ] as const
    ).map(([name, was, is, message, language]) => ({
      name: `a translation with ${name}`,
      path: "entities/daesh.json",
      change: (entity: Lists & Entity) => {
        const texts = [entity.summary, ...entity.claims.map(({ text }) => text)] as Array<
          Record<string, string>
        >;
        const text = texts.find((one) => one[language]!.includes(was))!;
        text[language] = text[language]!.replace(was, is);
      },
      problem: { where: /./, message },
    })),
    {
      name: "a sentence that is not translated",
      path: TTP,
      change: (entity) => (entity.summary = "A group."),
      problem: { where: "A group.", message: /is in en, and not in en, ur, ar/ },
    },
    {
      name: "somebody whose name is not translated",
      path: TTP,
      change: (entity) => (entity.claims[0]!.by = "A spokesman"),
      problem: { where: "A spokesman", message: /is in en, and not in en, ur, ar/ },
    },
    {
      name: "a speaker who says nothing",
      path: "analysis.json",
      change: (analysis) =>
        (analysis as unknown as { speakers: object[] }).speakers.push({ en: "Zed", ur: "زیڈ", ar: "زد" }),
      problem: { where: "/speakers", message: /"Zed" says nothing/ },
    },
    ...(
      [
        ["that officials believe, as if it were so", "official", "The attempt was the group's work."],
        ["as a mere possibility what the article reports", "reported", "It may have fled to Afghanistan."],
        ["a number without the word for what it is", "estimate", "It has 4,000 fighters."],
        ["what the author holds as proven", "opinion", "Its ties to global groups are proven."],
        ["that the article says what we infer", "editor", "The article names the TTP among them."],
        ["what takes sides", "opinion", "The author calls it a brazen attack."],
      ] as const
    ).map(([name, stance, text]) => ({
      name: `a sentence that says ${name}`,
      path: TTP,
      change: (entity: Lists & Entity) =>
        void Object.assign(entity.claims[0]!, {
          stance,
          text,
          ...(stance === "editor" && { by: "Sidelight" }),
        }),
      problem: {
        where: /^ttp-/,
        message: /en: (nothing says that it is|".+" (says more, or less, than|takes sides))/,
      },
    })),
    {
      name: "a translation that says more than its stance may",
      path: TTP,
      change: (entity) => {
        const { text } = entity.claims.find(({ stance }) => stance === "official")!;
        Object.assign(text, { ur: "سفارتی نمائندے پر حملہ اس نے کیا۔" });
      },
      problem: { where: /^ttp-/, message: /ur: nothing says that it is official/ },
    },
    {
      name: "a name that is shown and that no text is found by",
      path: TTP,
      change: (entity) => entity.names.push({ lang: "nl", text: "De Pakistaanse beweging" }),
      problem: { where: "De Pakistaanse beweging", message: /the name in nl is found as nothing/ },
    },
    {
      name: "a name that is shown and is another's",
      path: TTP,
      change: (entity) => (entity.names.find(({ lang }) => lang === "ur")!.text = "افغان طالبان"),
      problem: { where: "افغان طالبان", message: /the name in ur is found as afghan-taliban/ },
    },
    {
      name: "a form that is too long once it is written out",
      path: TTP,
      change: (entity) => entity.aliases.push({ lang: "en", text: `{x,${"Taliban ".repeat(16)}x}` }),
      problem: { where: /^\/aliases\/\d+\/text$/, message: /the most is .*120/ },
    },
    {
      name: "a second spelling of one name",
      path: TTP,
      change: (entity) => entity.aliases.push({ lang: "en", text: "pakistani–taliban" }),
      problem: { where: "pakistani–taliban", message: /already a name of ttp/ },
    },
    {
      name: "a decoy that is a name",
      path: TTP,
      change: (entity) => entity.decoys.push({ lang: "en", text: "Pakistani Taliban" }),
      problem: { where: "Pakistani Taliban", message: /a decoy that is already a name/ },
    },
    {
      name: "a name that no text can hold",
      path: TTP,
      change: (entity) => entity.aliases.push({ lang: "en", text: "TTP (((((((((((((( Pakistan" }),
      problem: { where: "TTP (((((((((((((( Pakistan", message: /can never match: too many signs/ },
    },
    {
      name: "a cue that is empty once folded",
      path: TTP,
      change: (entity) => entity.cues.for.push({ text: "…" }),
      problem: { where: "…", message: /empty/ },
    },
    {
      name: "a cue that is the entity's own name",
      path: TTP,
      change: (entity) => entity.cues.for.push({ text: "pakistani taliban" }),
      problem: { where: "pakistani taliban", message: /own names/ },
    },
    {
      name: "an ambiguity among strangers",
      path: "ambiguities.json",
      change: ({ ambiguities }) => (ambiguities[0]!.among = ["ttp", "nobody"]),
      problem: { where: "/ambiguities/0/among/1", message: /No entity .*nobody/ },
    },
    {
      name: "a schema that is not the file's own",
      path: TTP,
      change: (entity) => Object.assign(entity, { $schema: "../schema/events.schema.json" }),
      problem: { where: "/$schema", message: /entity\.schema\.json/ },
    },
  ];

  it.each(cases)("finds $name", async ({ path, change, problem, file = path }) => {
    const problems = await problemsOf(path, change);
    const found = problems.filter(
      (one) =>
        one.file === file &&
        (typeof problem.where === "string" ? one.where === problem.where : problem.where.test(one.where)) &&
        problem.message.test(one.message),
    );
    expect(found, problems.map(problemLine).join("\n")).not.toEqual([]);
  });

  it("finds a file that is not in order, at its first wrong place", async () => {
    const dir = await copyOfAnalysis();
    const { id, kind, names, ...rest } = JSON.parse(await readFile(join(dir, TTP), "utf8"));
    const write = (value: object) => writeFile(join(dir, TTP), JSON.stringify(value));
    const { $schema, name, ...tail } = rest;
    const message = expect.stringContaining("one order");
    await write({ $schema, kind, id, name, names, ...tail });
    expect(await checkAnalysis(dir)).toEqual([{ file: TTP, where: "/kind", message }]);
    await write({ $schema, id, kind, name, names: [names[1], names[0], ...names.slice(2)], ...tail });
    expect(await checkAnalysis(dir)).toEqual([{ file: TTP, where: "/names/0/lang", message }]);
  });

  it("says which file is not JSON, or missing", async () => {
    const dir = await copyOfAnalysis();
    await writeFile(join(dir, TTP), "{");
    expect(await checkAnalysis(dir)).toEqual([expect.objectContaining({ file: TTP, where: "" })]);
    await rm(join(dir, "events.json"));
    expect((await checkAnalysis(dir)).map(problemLine).join()).toMatch(/events\.json/);
  });
});
