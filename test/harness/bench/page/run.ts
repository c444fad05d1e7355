/** All that is measured in one browser. */
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadAnalysis } from "../../../../scripts/lib/analysis.ts";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { extensionFolder, inRoot } from "../../../../scripts/lib/paths.ts";
import { serve } from "../../serve.ts";
import { emptyPage, makeArticle, shortPage } from "./article.ts";
import { type CardTimes, measureCard } from "./card.ts";
import { type Churn, measureChurn } from "./churn.ts";
import { Desk } from "./desk.ts";
import { hollow, probed, withPack } from "./extension.ts";
import { FRAMES, type Memory, measureMemory } from "./memory.ts";
import { largePack, MOST_NAMES, someNames, storedNames } from "./names.ts";
import { measurePopup, type PopupTimes } from "./popup.ts";
import { measureReading, type Names, type Reading } from "./reading.ts";
import { measureStart, type StartTimes } from "./start.ts";

export interface BrowserResult {
  browser: string;
  article: Reading[];
  /** Saved pages, the largest first; empty where none are at hand. */
  pages: Array<Reading & { page: string; bytes: number }>;
  churn: Churn;
  card: CardTimes;
  popup: PopupTimes;
  /** `null`: not measured in this browser. */
  start: StartTimes | null;
  memory: Memory | null;
}

export interface BenchOptions {
  /** A folder of saved pages, if there is one. */
  pages: string | null;
  rounds: number;
  tell(what: string): void;
}

/** Bytes of the generated article. */
const ARTICLE = 2_000_000;
/** How many of the saved pages. */
const LARGEST = 3;
const ENTITIES = 10_000;

export async function measureBrowser(name: BrowserName, options: BenchOptions): Promise<BrowserResult> {
  const { rounds, tell } = options;
  const pack = await loadAnalysis(inRoot("assets/analysis"));
  const folder = await mkdtemp(join(tmpdir(), "sidelight-bench-"));
  const few = someNames(25);
  await writeFile(join(folder, "article.html"), makeArticle(ARTICLE, few));
  await writeFile(join(folder, "short.html"), shortPage(0));
  await writeFile(join(folder, "frames.html"), shortPage(FRAMES));
  await writeFile(join(folder, "empty.html"), emptyPage());
  const saved = options.pages === null ? [] : await largestIn(resolve(options.pages));
  const folders = { ours: folder, rivals: folder };
  const server = await serve(folders);
  const extensions = await Promise.all([probed(name), hollow(name)]);
  const [watched, empty] = extensions;
  try {
    const desk = await Desk.open(name, watched);
    try {
      const setOf = (count: number, markJs: boolean): Names => ({
        label: count.toLocaleString("en"),
        text: storedNames(someNames(count), pack),
        list: count <= 1_000 ? someNames(count) : null,
        markJs,
      });
      tell("reading the article");
      const shipped: Names = { label: "the analysis", text: desk.shippedNames, list: null, markJs: false };
      const article = await measureReading(
        desk,
        server,
        "article.html",
        [setOf(25, true), setOf(1_000, false), setOf(MOST_NAMES, false), shipped],
        rounds,
      );
      const pages: BrowserResult["pages"] = [];
      for (const { path, bytes } of saved) {
        tell(`reading ${path}`);
        const inPages = await serve({ ours: options.pages!, rivals: options.pages! });
        try {
          const [reading] = await measureReading(desk, inPages, encodeURIComponent(path), [shipped], rounds);
          pages.push({ page: path, bytes, ...reading! });
        } finally {
          await inPages.close();
        }
      }
      tell("the page's own changes");
      await desk.setNames(desk.shippedNames);
      const churn = await measureChurn(desk, server, "article.html", rounds);
      tell("cards");
      const card = await measureCard(desk, server, rounds);
      tell("the start");
      const start = name === "chromium" ? await measureStart(desk, server, rounds) : null;
      tell("the popup");
      const popup = await measureLargePopup(name);
      tell("memory");
      const memory = name === "chromium" ? await measureMemory(server, extensionFolder(name), empty) : null;
      return { browser: desk.driver.version, article, pages, churn, card, popup, start, memory };
    } finally {
      await desk.close();
    }
  } finally {
    await server.close();
    await Promise.all([folder, ...extensions].map((each) => rm(each, { recursive: true, force: true })));
  }
}

async function largestIn(folder: string): Promise<Array<{ path: string; bytes: number }>> {
  const names = (await readdir(folder)).filter((name) => /\.x?html?$/i.test(name));
  const sized = await Promise.all(
    names.map(async (path) => ({ path, bytes: (await stat(join(folder, path))).size })),
  );
  return sized.sort((a, b) => b.bytes - a.bytes).slice(0, LARGEST);
}

/** The popup alone. */
export async function measureLargePopup(name: BrowserName): Promise<PopupTimes> {
  const pack = largePack(ENTITIES, await loadAnalysis(inRoot("assets/analysis")));
  const extension = await withPack(name, pack);
  const typed = someNames(400).filter((_, i) => i % 100 === 0);
  try {
    // Half typed, and one misspelt: two letters have changed places.
    return await measurePopup(name, extension, [
      ...typed.map((each) => each.slice(0, 6)),
      typed[0]!.replace(/(..)(.)(.)/, "$1$3$2"),
    ]);
  } finally {
    await rm(extension, { recursive: true, force: true });
  }
}
