/** All that is measured in one browser, or some of it. */
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadAnalysis } from "../../../../scripts/lib/analysis.ts";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { extensionFolder, inRoot } from "../../../../scripts/lib/paths.ts";
import { serve } from "../../serve.ts";
import { MOST_NAMES, someNames, storedNames } from "../names.ts";
import type { Row } from "../turns.ts";
import { measureAnimation } from "./animation.ts";
import { makeArticle, makePage, shortPage } from "./article.ts";
import { measureCard } from "./card.ts";
import { measureChurn } from "./churn.ts";
import { Desk } from "./desk.ts";
import { hollow, probed } from "./extension.ts";
import { FRAMES, measureMemory } from "./memory.ts";
import { measurePopup } from "./popup.ts";
import { measureReading, type Names } from "./reading.ts";
import { measureStart } from "./start.ts";

export const PARTS = [
  "article",
  "pages",
  "changes",
  "animation",
  "cards",
  "start",
  "popup",
  "memory",
] as const;
type Part = (typeof PARTS)[number];

export interface BenchOptions {
  /** A folder of saved pages, if there is one. */
  pages: string | null;
  rounds: number;
  /** Of what is not `null`, nothing else. */
  only: Part | null;
}

/** Bytes of the generated article. */
const ARTICLE = 2_000_000;
/** How many of the saved pages. */
const LARGEST = 3;

/** The tables by their headings. Times in ms. */
export async function measureBrowser(
  name: BrowserName,
  { pages, rounds, only }: BenchOptions,
): Promise<Record<string, Row[]>> {
  const pack = await loadAnalysis(inRoot("assets/analysis"));
  const folder = await mkdtemp(join(tmpdir(), "sidelight-bench-"));
  const files = {
    "article.html": makeArticle(ARTICLE, someNames(25)),
    "short.html": shortPage(0),
    "frames.html": shortPage(FRAMES),
    "empty.html": makePage(""),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  const server = await serve({ ours: folder, rivals: folder });
  const [watched, empty] = await Promise.all([probed(name), hollow(name)]);
  const desk = await Desk.open(name, watched);
  const tables: Record<string, Row[]> = {};
  const part = async (which: Part, heading: string, measure: () => Promise<Row[]>) => {
    if (only !== null && only !== which) return;
    console.error(`${name}: ${which}`);
    tables[heading] = await measure();
  };
  const setOf = (count: number): Names => ({
    label: count.toLocaleString("en"),
    text: storedNames(someNames(count), pack),
    list: count <= 1_000 ? someNames(count) : null,
    markJs: count <= 25,
  });
  const shipped: Names = { label: "the analysis", text: desk.shippedNames, list: null, markJs: false };
  try {
    await part("article", "Reading an article of 2 MB", () =>
      measureReading(desk, server, "article.html", [...[25, 1_000, MOST_NAMES].map(setOf), shipped], rounds),
    );
    await part("pages", "Reading saved pages for the analysis", () => readSaved());
    await part("changes", "A page's own 2,000 insertions and removals", async () => {
      await desk.setNames(desk.shippedNames);
      return measureChurn(desk, server, "article.html", rounds);
    });
    await part("animation", "An animated page", () => measureAnimation(name, rounds));
    await part("cards", "Cards", () => measureCard(desk, server, rounds));
    await part("popup", "Popup", () => measurePopup(name));
    if (name === "chromium") {
      await part("start", "The start", () => measureStart(desk, server, rounds));
      await part("memory", "Memory", () => measureMemory(server, extensionFolder(name), empty));
    }
    return tables;
  } finally {
    await desk.driver.close();
    await server.close();
    for (const each of [folder, watched, empty]) await rm(each, { recursive: true, force: true });
  }

  async function readSaved(): Promise<Row[]> {
    if (pages === null) return [];
    const saved = resolve(pages);
    const names = (await readdir(saved)).filter((file) => /\.x?html?$/i.test(file));
    const sized = await Promise.all(
      names.map(async (file) => ({ file, ...(await stat(join(saved, file))) })),
    );
    const inPages = await serve({ ours: saved, rivals: saved });
    const rows: Row[] = [];
    for (const { file, size } of sized.sort((a, b) => b.size - a.size).slice(0, LARGEST)) {
      const label = `${file} ${(size / 1e6).toFixed(1)} MB`;
      rows.push(
        ...(await measureReading(desk, inPages, encodeURIComponent(file), [{ ...shipped, label }], rounds)),
      );
    }
    await inPages.close();
    return rows;
  }
}
