/** The page that a pack is shown on where the editor names none: the article that it was drafted from, or one that is made of its names. */
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { PACK_ENDING } from "../../../scripts/pack/files.ts";
import { paragraphsOf } from "../../../src/draft/paragraphs.ts";
import { originalOf, sentenceIn } from "../../../src/pack/texts.ts";
import type { Pack } from "../../../src/pack/types.ts";
import { variantsOf } from "../../../src/pack/variants.ts";

/** In this order: `article.md` beside `article.sidelight.json`. */
const ARTICLES = [".md", ".txt", ".html", ".htm"];

/** The article beside a pack's file, where there is one. */
export async function articleOf(packFile: string): Promise<string | null> {
  const stem = packFile.endsWith(PACK_ENDING)
    ? packFile.slice(0, -PACK_ENDING.length)
    : packFile.slice(0, packFile.length - extname(packFile).length);
  for (const ending of ARTICLES)
    if ((await stat(stem + ending).catch(() => null))?.isFile()) return stem + ending;
  return null;
}

/** An article in plain text or Markdown as a page. Nothing of it is markup there. */
export async function pageOfArticle(file: string): Promise<string> {
  const kind = extname(file).toLowerCase() === ".md" ? "md" : "txt";
  const body = paragraphsOf(await readFile(file, "utf8"), kind).map(({ id, text }) =>
    id === null ? `<h2 dir="auto">${plain(text)}</h2>` : `<p dir="auto">${plain(text)}</p>`,
  );
  return documentOf(basename(file), body);
}

/** So many spellings of a name with variants are shown. */
const MOST_SPELLINGS = 10;

/** A paragraph for each entity and ambiguity, with the names that are looked for, the display name first: surnames and letters count behind it. */
export function pageOfNames(pack: Pack): string {
  const body = [
    ...pack.entities.map(({ name, aliases }) => lineOf(name, aliases)),
    ...pack.ambiguities.map(({ id, aliases }) => lineOf(id, aliases)),
  ];
  return documentOf(sentenceIn(pack, pack.title, originalOf(pack)).text, body);
}

function lineOf(name: string, aliases: Pack["ambiguities"][number]["aliases"]): string {
  const forms = aliases.flatMap(({ text, lang }) =>
    variantsOf(text)
      .slice(0, MOST_SPELLINGS)
      .map((form) => `<bdi lang="${plain(lang)}">${plain(form)}</bdi>`),
  );
  return `<p dir="auto"><b>${plain(name)}</b>: ${forms.join("; ")}.</p>`;
}

const documentOf = (title: string, body: readonly string[]): string =>
  `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>${plain(title)}</title>
<style>
body { max-width: 42em; margin: 3em auto; padding: 0 1em; font: 18px/1.6 serif; color-scheme: light dark }
</style>
</head>
<body>
<h1 dir="auto">${plain(title)}</h1>
${body.join("\n")}
</body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
