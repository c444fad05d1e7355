/**
 * `npm run pack -- …`: what an editor does with pack files, from an article to a file that readers install
 * ([docs/making-a-pack.md](../docs/making-a-pack.md)). Files are written into the folder that it is called from, and none is written over.
 */
import { ENTITY_KINDS } from "../src/pack/types.ts";
import { BROWSERS } from "./lib/browsers.ts";
import { cli, oneOf, refuse, text } from "./lib/cli.ts";
import { here } from "./lib/paths.ts";
import { buildFolder } from "./pack/build.ts";
import { checkFiles } from "./pack/check.ts";
import { diffFiles } from "./pack/diff.ts";
import { draftArticle } from "./pack/draft.ts";
import { importGlossary } from "./pack/import.ts";
import { newPack } from "./pack/new.ts";
import { previewFile } from "./pack/preview.ts";

const USAGE =
  "pack -- new NAME | draft ARTICLE.txt|.md|.html | import FILE.csv|.ttl | check FILE … | build FOLDER | diff OLD NEW | preview FILE [ADDRESS|FILE.html] [--browser firefox] [--out FILE] [--language en] [--kind group]";
const { out, language, kind, browser, words } = cli(
  USAGE,
  {
    ...{ out: text, language: text, kind: oneOf(ENTITY_KINDS, "group") },
    browser: oneOf(BROWSERS, "chromium"),
  },
  "some",
);
const [task, ...rest] = words as [string, ...string[]];

const target = out === undefined ? undefined : here(out);
/** What each task takes, and does. It answers whether all is well. */
const TASKS: Record<string, { least: number; most: number; run(words: string[]): Promise<boolean> }> = {
  new: { least: 1, most: 1, run: ([name]) => newPack(name!, language ?? "en", target) },
  draft: { least: 1, most: 1, run: ([file]) => draftArticle(here(file!), target) },
  import: { least: 1, most: 1, run: ([file]) => importGlossary(here(file!), kind, language, target) },
  check: { least: 1, most: Number.POSITIVE_INFINITY, run: checkFiles },
  build: { least: 1, most: 1, run: ([folder]) => buildFolder(here(folder!), target) },
  preview: { least: 1, most: 2, run: ([file, page]) => previewFile(file!, page, browser) },
  diff: { least: 2, most: 2, run: ([before, after]) => diffFiles(here(before!), here(after!)) },
};
const found = Object.hasOwn(TASKS, task) ? TASKS[task]! : refuse(USAGE, `There is no ${task}`);
if (rest.length < found.least || rest.length > found.most)
  refuse(USAGE, `${task} does not take ${rest.length === 0 ? "nothing" : rest.join(" ")}`);
try {
  if (!(await found.run(rest))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
