/** `npm run pack`: what an editor's commands write, print and refuse. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";
import { markdownOfPage } from "../../scripts/pack/html-text.ts";
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import type { Pack } from "../../src/pack/types.ts";
import { given, type Outcome } from "./command.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pack-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** In a process of its own. As npm runs it: in the project, with where the editor stands beside it. */
const npmRunPack = (...args: string[]): Promise<Outcome> =>
  new Promise((done) => {
    const script = [inRoot("node_modules/tsx/dist/cli.mjs"), inRoot("scripts/pack.ts"), ...args];
    const options = { cwd: inRoot("."), env: { ...process.env, INIT_CWD: folder } };
    execFile(process.execPath, script, options, (error, out, err) =>
      done({ code: Number(error?.code ?? 0), out, err }),
    );
  });

let runs = 0;
/** The same without. A module runs once under one name. */
const pack = (...args: string[]): Promise<Outcome> =>
  given(args, () => import(`${inRoot("scripts/pack.ts")}?${++runs}`), folder);

async function packIn(name: string): Promise<Pack> {
  const result = readPackFile(await readFile(join(folder, name), "utf8"));
  expect(result).toMatchObject({ ok: true });
  return (result as Extract<typeof result, { ok: true }>).pack;
}

test("new: a valid pack that says what is to be written, and is never written over", async () => {
  expect(await npmRunPack("new", "Lamp Rooms")).toMatchObject({ code: 0 });
  expect((await packIn("lamp-rooms.sidelight.json")).id).toBe("lamp-rooms");
  const checked = await npmRunPack("check", "lamp-rooms.sidelight.json");
  expect(checked.code).toBe(1);
  expect(checked.err).toContain("entities[0].summary: still to be written");
  const again = await pack("new", "Lamp Rooms");
  expect(again).toMatchObject({ code: 1 });
  expect(again.err).toContain("is there already");
}, 60_000);

test("draft: passages without sentences, names, and the list of all that was proposed", async () => {
  const page = `<html><head><title>No</title><script>No()</script></head><body><nav>Home Page</nav><article><h1>Lamps</h1>
    <p>We saw the <em>Small Lamp</em> and Ada&nbsp;Lantern.</p><p>The Tree Keepers' Union (TKU) met. <b>The TKU</b> left.</p></article></body></html>`;
  await writeFile(join(folder, "lamps.html"), page);
  const { code, out } = await pack("draft", "lamps.html");
  expect(code).toBe(0);
  expect(out).toContain("2 paragraphs, 3 names proposed, 3 of them in the pack.");
  const drafted = await packIn("lamps.sidelight.json");
  expect(drafted.passages.map(({ id }) => id)).toEqual(["p1", "p2"]);
  expect(drafted.entities.map(({ name, kind }) => [name, kind])).toEqual([
    ["Ada Lantern", "group"],
    ["Small Lamp", "work"],
    ["Tree Keepers' Union", "institution"],
  ]);
  const written =
    (await readFile(join(folder, "lamps.sidelight.json"), "utf8")) +
    (await readFile(join(folder, "lamps.names.md"), "utf8"));
  for (const sentence of ["We saw", "met", "left"]) expect(written).not.toContain(sentence);
  expect(written).toContain("**Tree Keepers' Union**: institution (noun: Union); found by: spelled-out");
  expect(await readdir(folder)).toContain("lamps.names.md");
});

test("check: problems with their place, doubts, and other packs' names", async () => {
  const bad = {
    ...JSON.parse(await readFile(inRoot("examples/harrowmere.sidelight.json"), "utf8")),
    editor: 7,
  };
  await writeFile(join(folder, "bad.json"), JSON.stringify(bad, null, 2));
  const found = await pack("check", "bad.json");
  expect(found.code).toBe(1);
  expect(found.err).toMatch(/bad\.json: Line \d+, column \d+ \(editor\)/);
  const both = await pack(
    "check",
    inRoot("examples/harrowmere.sidelight.json"),
    inRoot("examples/harrowmere.sidelight.json"),
  );
  expect(both.code).toBe(0);
  expect(both.out).toContain("“Ida Quell” is a name in");
});

test("build and diff: a folder becomes a file, and two files tell what changed", async () => {
  expect(await pack("build", inRoot("assets/analysis"), "--out", "one.json")).toMatchObject({ code: 0 });
  const one = await packIn("one.json");
  expect(one.id).toBe("arab-news-2214726");
  expect(await pack("diff", "one.json", "one.json")).toMatchObject({ code: 0, out: "No difference.\n" });
  const two = { ...one, version: "2", entities: one.entities.filter(({ id }) => id !== "swat") };
  two.relations = two.relations.filter(({ from, to }) => from !== "swat" && to !== "swat");
  two.events = two.events.map((event) => ({
    ...event,
    entities: event.entities.filter((id) => id !== "swat"),
  }));
  await writeFile(join(folder, "two.json"), JSON.stringify(two));
  const { out } = await pack("diff", "one.json", "two.json");
  expect(out).toContain("~ version");
  expect(out).toContain("- swat: ");
});

test("import: a table, with the line of what is wrong", async () => {
  const table = `id,kind,name,aliases,lang,summary,sameAs
guild,group,Lantern Guild,The Guild | LG,en,"A guild, old.",Q42
,place,Ostrava,,,,
`;
  await writeFile(join(folder, "terms.csv"), table);
  expect(await pack("import", "terms.csv")).toMatchObject({ code: 0 });
  const [guild, ostrava] = (await packIn("terms.sidelight.json")).entities;
  expect(guild).toMatchObject({ id: "guild", kind: "group", summary: "A guild, old.", sameAs: ["Q42"] });
  expect(guild!.aliases.map(({ text }) => text)).toEqual(["Lantern Guild", "The Guild", "LG"]);
  expect(ostrava).toMatchObject({ id: "ostrava", kind: "place", name: "Ostrava" });
  await writeFile(join(folder, "wrong.csv"), table.replace("Q42", "42").replace("place", "spot"));
  expect((await pack("import", "wrong.csv")).err).toContain("line 3: kind: “spot” is none of group");
  await writeFile(join(folder, "wrong.csv"), table.replace("Q42", "42"));
  expect((await pack("import", "wrong.csv")).err).toContain("line 2: sameAs[0]: ");
  await writeFile(join(folder, "wrong.csv"), 'name,colour\nA,"b');
  expect((await pack("import", "wrong.csv")).err).toMatch(/wrong\.csv: line \d/);
});

test("import: SKOS, names in several languages, Wikidata, and the line of what cannot be read", async () => {
  const turtle = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/guild> a skos:Concept ;
  skos:prefLabel "Lantern Guild"@en, "Laternengilde"@de ;
  skos:altLabel "LG"@en ; skos:hiddenLabel "Lantern Gild"@en ;
  skos:definition "A guild."@en, "Eine Gilde."@de ;
  skos:exactMatch <http://www.wikidata.org/entity/Q42> , <https://example.org/other> .
<https://example.org/league> skos:prefLabel "Harbour League"@en .
`;
  await writeFile(join(folder, "terms.ttl"), turtle);
  expect(await pack("import", "terms.ttl", "--kind", "institution", "--out", "skos.json")).toMatchObject({
    code: 0,
  });
  const imported = await packIn("skos.json");
  expect(imported.languages).toEqual(["en"]);
  expect(imported.entities[0]).toMatchObject({
    ...{
      id: "lantern-guild",
      kind: "institution",
      name: "Lantern Guild",
      summary: "A guild.",
      sameAs: ["Q42"],
    },
    names: [{ lang: "de", text: "Laternengilde" }],
  });
  expect(imported.entities[0]!.aliases.map(({ text, lang }) => `${lang} ${text}`)).toEqual([
    "en Lantern Guild",
    "de Laternengilde",
    "en LG",
    "en Lantern Gild",
  ]);
  expect(imported.entities).toHaveLength(2);
  await writeFile(
    join(folder, "wrong.ttl"),
    turtle.replace("@de ;\n  skos:altLabel", "@de\n  skos:altLabel"),
  );
  expect((await pack("import", "wrong.ttl")).err).toMatch(/wrong\.ttl: line 4: /);
});

test.each([
  [["fly", "x"], "There is no fly."],
  [["diff", "one"], "diff does not take one."],
])("%s is refused with one line and the usage", async (words, why) => {
  const { code, err } = await pack(...words);
  expect(code).toBe(2);
  expect(err.split("\n")[0]).toBe(why);
  expect(err).toContain("Usage: npm run pack -- new NAME");
});

test("a page's text: headings, paragraphs, italics; no navigation, nothing hidden, marks of Markdown as themselves", () => {
  const page = `<main><h2>A # heading</h2><p>One <i>Title</i> and 2*3<br>next</p><p hidden>No</p><ul><li>Item<li>Other</ul><style>No</style></main><footer>No</footer>`;
  expect(markdownOfPage(page)).toBe("# A \\# heading\n\nOne *Title* and 2\\*3\n\nnext\n\nItem\n\nOther\n");
});
