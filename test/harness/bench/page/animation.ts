/**
 * What marks cost a page that is animated: the share of the main thread that is taken, with us and with an empty content
 * script, by turns. A browser decides anew what is highlighted in every frame in which a style has changed, whether that
 * is in sight or not.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import type { Driver, WebPage } from "../../driver/types.ts";
import { serve } from "../../serve.ts";
import { temporaryFolder } from "../../temporary.ts";
import { type Row, shown } from "../turns.ts";
import { setSettings, settled } from "./desk.ts";
import { countWork, onProcessor } from "./main-thread.ts";
import { byTurns } from "./sides.ts";

const COUNTS = [10, 100, 500, 2_000] as const;

/** A box that grows and shrinks all the time, and a paragraph for each mention: one in two screens or so is in sight. */
const animatedPage = (mentions: number): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Animated</title><style>body { font: 18px/1.5 sans-serif; margin: 40px; max-width: 700px }
div { height: 20px; background: #b33; animation: grow 1s infinite alternate linear }
@keyframes grow { from { width: 100px } to { width: 300px } }</style><div></div>
${Array.from({ length: mentions }, (_, i) => `<p>In paragraph ${i} the <b>Wilson Center</b> is named, and other words follow, so many that they fill more than one line.</p>`).join("\n")}</html>`;

export async function measureAnimation(name: BrowserName, rounds: number): Promise<Row[]> {
  const folder = await temporaryFolder();
  for (const count of COUNTS) await writeFile(join(folder, `${count}.html`), animatedPage(count));
  const server = await serve({ pages: folder });
  try {
    const turns = await byTurns(
      name,
      rounds,
      async (driver, side) => {
        if (side === "ours") await setSettings(await driver.openOwn("options.html"), { density: "all" });
        const shares: number[] = [];
        for (const count of COUNTS) {
          const web = await driver.open(`${server.address}pages/${count}.html`);
          if (side === "ours") await settled(driver, web);
          shares.push(await shareTaken(driver, web));
          await web.page.close();
        }
        return shares;
      },
      ["empty", "ours"],
    );
    return COUNTS.map((mentions, i) => {
      // Whatever else the machine does only adds.
      const least = (side: "empty" | "ours") => Math.min(...turns[side].map((shares) => shares[i]!));
      const [without, ours] = [least("empty"), least("ours")];
      return {
        "mentions, all marked": mentions,
        "without (% of the main thread)": shown(100 * without),
        "with (%)": shown(100 * ours),
        "difference (points)": shown(100 * (ours - without)),
        budget: 5,
      };
    });
  } finally {
    await server.close();
  }
}

/** How long is measured, ms. */
const WHILE = 3_000;

/** The share of a few seconds for which the main thread of the page was on a processor. */
async function shareTaken(driver: Driver, web: WebPage): Promise<number> {
  const stop = await countWork(driver, web);
  const start = performance.now();
  await pause(WHILE);
  const taken = onProcessor(await stop());
  return taken / (performance.now() - start);
}
