/**
 * `npm run check:pages -- FOLDER [--browser chromium|firefox]`: a folder of saved pages, each in a browser with the extension
 * and in one without. Each page must be the same in both: its markup, globals, style sheets, listeners, highlights and
 * errors, and what is asked for.
 */
import { browsers, cli } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { until } from "./driver/shared.ts";
import type { WebPage } from "./driver/types.ts";
import { type Checked, checkPages, pagesIn } from "./hostile/check.ts";
import { ask, openPair, type Side, type Sides } from "./hostile/pair.ts";
import { settled } from "./hostile/visit.ts";

/** How long a page may take to be read, ms: five megabytes of it take seconds, and on a busy machine more. */
const READING = 60_000;
/** How long both visits may take to come to the same, ms: pages go on changing themselves after they have loaded. */
const REST = 12_000;
/** How often a page that differs is visited again: pages race with themselves, but what differs every time is ours. */
const VISITS = 3;

const USAGE = "check:pages -- FOLDER [--browser chromium|firefox]";
const { browser, words } = cli(USAGE, { browser: browsers }, "some");
const { folder, names } = await pagesIn(USAGE, words[0]!);
if ((await buildToUse()).problems.length > 0) process.exitCode = 1;
await checkPages(browser, folder, names, ["marks"], async (sides, name) => {
  let last: Checked = { columns: [], flaws: [] };
  for (let visit = 0; visit === 0 || (last.flaws.length > 0 && visit < VISITS); visit++)
    last = await compare(sides, name).catch((error: unknown) => ({ columns: [], flaws: [String(error)] }));
  return last;
});

function hasLeft({ server }: Side, { page }: WebPage): boolean {
  return !page.url().startsWith(server.address);
}

async function compare({ ours, bare }: Sides, name: string): Promise<Checked> {
  const pair = await openPair({ ours, bare }, encodeURIComponent(name), { repeatable: true });
  try {
    // First, for asking for all of a large page's markup keeps it from being read.
    const isRead = async () => (await ours.driver.summary(pair.page))?.status === "marked";
    await until("the page to be read", async () => hasLeft(ours, pair.page) || (await isRead()), READING);
    // Some pages go elsewhere by themselves; offline, they end at the browser's page of errors.
    if (hasLeft(ours, pair.page)) {
      await until("the page to leave without us, too", () => hasLeft(bare, pair.alone));
      return { flaws: [], columns: ["leaves"] };
    }
    const flaws = await settled(() => pair.differences(true), REST);
    return { flaws, columns: [String((await ask<string[]>(pair.page, "marks")).length)] };
  } finally {
    await pair.close();
  }
}
