/** The main job without a display: marks and a card on real pages, as a table and as screenshots. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserName } from "../../scripts/lib/browsers.ts";
import { DIST, named } from "../../scripts/lib/paths.ts";
import type { PageSummary } from "../../src/messages/table.ts";
import { openCard, pictureOf } from "./demo-picture.ts";
import { inBrowser } from "./driver/launch.ts";
import { until } from "./driver/shared.ts";
import type { Driver, WebPage } from "./driver/types.ts";

export interface Target {
  /** As a table names it. */
  name: string;
  address: string;
}

const FOLDER = join(DIST, "demo");

export interface DemoOptions {
  browser: BrowserName;
  targets: readonly Target[];
  /** Reach nothing but this machine. */
  offline: boolean;
  /** Show the first page once more, dark. */
  alsoDark: boolean;
}

/** @throws when a page cannot be reached, or a page with marks opens no card */
export async function demonstrate({ browser, targets, offline, alsoDark }: DemoOptions): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await inBrowser(browser, { offline }, async (driver) => {
    console.log(`${driver.version}\n`);
    for (const target of targets) await show(driver, target);
  });
  if (alsoDark)
    await inBrowser(browser, { offline, dark: true }, async (driver) => {
      await photograph(driver, await visit(driver, targets[0]!), targets[0]!, "dark");
    });
}

async function show(driver: Driver, target: Target): Promise<void> {
  const page = await visit(driver, target);
  console.log(target.name);
  try {
    const summary = await read(driver, page, target);
    if (summary.mentions.length === 0) console.log(`  ${emptyBecause(summary)}`);
    else showTable(summary);
    await photograph(driver, page, target, "light");
    const elsewhere = movedTo(page, target);
    if (elsewhere) console.log(`  (the page is now ${elsewhere})`);
  } catch (error) {
    const elsewhere = movedTo(page, target);
    if (!elsewhere) throw error;
    console.log(`  The page moved on by itself and is now ${elsewhere}: there is no more to show.`);
  }
  await page.page.close();
  console.log("");
}

/** Where a page is that has left its address; `null` for one that is still there. */
function movedTo({ page }: WebPage, { address }: Target): string | null {
  const place = (url: string) => url.replace(/#.*$/, "");
  const now = place(page.url());
  if (now === place(new URL(address).href)) return null;
  return /^https?:/.test(now) ? `at ${now}` : "at an address that cannot be reached";
}

async function visit(driver: Driver, { name, address }: Target): Promise<WebPage> {
  try {
    return await driver.open(address);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Error(`${name} cannot be opened: ${reason}`);
  }
}

async function read(driver: Driver, page: WebPage, { name }: Target): Promise<PageSummary> {
  return until(`Sidelight to read ${name}`, async () => {
    const summary = await driver.summary(page);
    return summary && summary.status !== "reading" ? summary : null;
  });
}

function emptyBecause({ status }: PageSummary): string {
  if (status === "off") return "Sidelight is off on this page.";
  if (status === "unreadable") return "This is no page of text.";
  return "No group or institution of the analysis is mentioned here.";
}

/** One row an entity: how often, and the words around its first mention. */
function showTable({ entities, mentions, capped }: PageSummary): void {
  const rows = entities.map(({ entity, count }) => {
    const first = mentions.find((mention) => mention.entity === entity);
    const around = first ? `${first.before}[${first.text}]${first.after}`.replace(/\s+/g, " ") : "";
    return [entity, { mentions: count, "first words around": around }];
  });
  console.table(Object.fromEntries(rows));
  if (capped) console.log("  (the page is longer than Sidelight reads)");
}

/** The page with a card open on it, or as it is where it has no marks. */
async function photograph(driver: Driver, web: WebPage, target: Target, theme: "light" | "dark") {
  await read(driver, web, target);
  const card = await openCard(web);
  if (card) console.log(`  the pointer on “${card.words}” opens the card of ${card.heading} (${theme})`);
  const file = join(FOLDER, `${driver.name}-${slug(target.name)}-${theme}.png`);
  await writeFile(file, await pictureOf(web.page));
  console.log(`  ${named(file)}`);
}

/** A file name of a page's name. */
function slug(name: string): string {
  const plain = name.replace(/^https?:\/\//i, "").replace(/\.x?html?$/i, "");
  const dashed = plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return dashed.slice(0, 60) || "page";
}
