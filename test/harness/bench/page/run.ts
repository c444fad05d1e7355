/** All that is measured in one browser, or some of it. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadAnalysis } from "../../../../scripts/lib/analysis/load.ts";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { inBrowser } from "../../driver/launch.ts";
import { serve } from "../../serve.ts";
import { temporaryFolder } from "../../temporary.ts";
import { MOST_NAMES, someNames, withNames } from "../names.ts";
import type { Row } from "../turns.ts";
import { measureAnimation } from "./animation.ts";
import { makeArticle, makePage, plainPage, shortPage } from "./article.ts";
import { measureAtlas } from "./atlas.ts";
import { measureCard } from "./card.ts";
import { measureChurn } from "./churn.ts";
import { type Desk, openDesk } from "./desk.ts";
import { probed } from "./extension.ts";
import { measureFrames } from "./frames.ts";
import { frameBytes, measureStart } from "./loads.ts";
import { FRAMES, measureMemory } from "./memory.ts";
import { measurePacks, packPages } from "./packs.ts";
import { measurePopup } from "./popup.ts";
import { measureReading, type Names } from "./reading.ts";
import { measureSpeedometer } from "./speedometer.ts";
import { measureTax } from "./tax.ts";

/** The last two take so long that they are measured only by name. */
export const PARTS = [
  ...["article", "changes", "animation", "frames", "cards", "packs"],
  ...["loads", "popup", "atlas", "memory"],
  ...["tax", "speedometer"],
] as const;
type Part = (typeof PARTS)[number];

export interface BenchOptions {
  /** A folder of saved pages, for `tax`. */
  pages: string | null;
  /** A checkout of Speedometer, for that. */
  speedometer: string | null;
  rounds: number;
  /** Of Speedometer. */
  turns: number;
  /** Of what is not `null`, nothing else. */
  only: Part | null;
}

/** Bytes of the generated article. */
const ARTICLE = 2_000_000;

/** The tables by their headings. Times in ms. */
export async function measureBrowser(
  name: BrowserName,
  { pages, speedometer, rounds, turns, only }: BenchOptions,
): Promise<Record<string, Row[]>> {
  const pack = await loadAnalysis();
  const folder = await temporaryFolder();
  const files = {
    "article.html": makeArticle(ARTICLE, someNames(25)),
    "plain.html": plainPage(),
    "short.html": shortPage(0),
    "frames.html": shortPage(FRAMES),
    "empty.html": makePage(""),
    ...(only === null || only === "packs" ? packPages() : {}),
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  const server = await serve({ ours: folder, rivals: folder });
  const desks: Desk[] = [];
  const tables: Record<string, Row[]> = {};
  const part = async (which: Part, heading: string, measure: () => Promise<Row[]>) => {
    if (only !== null && only !== which) return;
    console.error(`${name}: ${which}`);
    tables[heading] = await measure();
  };
  /** A browser that marks these names of the bench, or those of the analysis. */
  const openNew = async (names: readonly string[] | null): Promise<Desk> => {
    const extension = await probed(name, names && withNames(names, pack));
    const desk = await openDesk(name, extension, `${server.address}ours/short.html`);
    desks.push(desk);
    return desk;
  };
  let shipped: Promise<Desk> | null = null;
  const ofAnalysis = (): Promise<Desk> => {
    shipped ??= openNew(null);
    return shipped;
  };
  try {
    await part("article", "Reading an article of 2 MB", async () => {
      const sets: Names[] = [];
      for (const count of [25, 1_000, MOST_NAMES])
        sets.push({
          label: count.toLocaleString("en"),
          desk: await openNew(someNames(count)),
          list: count <= 1_000 ? someNames(count) : null,
        });
      sets.push({ label: "the analysis", desk: await ofAnalysis(), list: null });
      return measureReading(server, "article.html", sets, rounds);
    });
    await part("changes", "A page's own 2,000 insertions and removals", async () =>
      measureChurn(await ofAnalysis(), server, "article.html", rounds),
    );
    await part("cards", "Cards", async () => measureCard(await ofAnalysis(), server, rounds));
    // The last in this browser: they stay in it.
    await part("packs", "Installed packs", async () =>
      measurePacks(name, await ofAnalysis(), server, rounds),
    );
    for (const { driver } of desks.splice(0)) await driver.close();
    await part("animation", "An animated page", () => measureAnimation(name, rounds));
    await part("frames", "Frames that come and go", () =>
      inBrowser(name, { offline: true }, (driver) => measureFrames(driver, server)),
    );
    await part("popup", "Popup", () => measurePopup(name));
    await part("atlas", "Atlas", () => measureAtlas(name));
    await part("loads", "What a frame loads", async () => [
      ...(await frameBytes(name)),
      ...(name === "chromium"
        ? await inBrowser(name, { offline: true }, (driver) => measureStart(driver, server, rounds))
        : []),
    ]);
    if (name === "chromium") await part("memory", "Memory", () => measureMemory(server));
    if (only === "tax" && pages !== null)
      await part("tax", "Saved pages, with and without", async () => measureTax(name, pages, rounds));
    if (only === "speedometer" && speedometer !== null)
      await part("speedometer", "Speedometer", () => measureSpeedometer(name, speedometer, turns));
    return tables;
  } finally {
    for (const { driver } of desks) await driver.close();
    await server.close();
  }
}
