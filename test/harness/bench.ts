/**
 * `npm run bench [-- --json] [--browser NAME] [--pages FOLDER] [--rounds N] [--only animation|cards|popup]`: what the shipped build costs, in the real
 * browsers. Everything that is compared takes turns within one run, so that a machine that is slow for a while is
 * slow for all; figures to compare are the ratios. See docs/performance.md.
 */
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { BROWSERS, type BrowserName } from "../../scripts/lib/browsers.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { measureAnimation } from "./bench/page/animation.ts";
import { measureCardAlone } from "./bench/page/card.ts";
import { measureBrowser, measureLargePopup } from "./bench/page/run.ts";
import { animationRows, cardRows, popupRows, printTables } from "./bench/page/tables.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    browser: { type: "string" },
    pages: { type: "string" },
    rounds: { type: "string" },
    only: { type: "string" },
  },
});
const rounds = Number(values.rounds ?? 5);
const browsers = values.browser === undefined ? BROWSERS : [values.browser as BrowserName];
if (
  !Number.isSafeInteger(rounds) ||
  rounds < 1 ||
  !["animation", "cards", "popup", undefined].includes(values.only) ||
  !browsers.every((name) => BROWSERS.includes(name))
) {
  console.error(
    "Usage: npm run bench [-- --json] [--browser chromium|firefox] [--pages FOLDER] [--rounds N] [--only animation|cards|popup]",
  );
  process.exit(2);
}

const { problems, contentSize } = await buildExtension({ minify: true });
for (const problem of problems) console.error(problem);
if (values.only === "popup") {
  for (const name of browsers) console.table(popupRows(await measureLargePopup(name)));
  process.exit();
}
if (values.only === "animation") {
  for (const name of browsers) {
    console.log(name);
    console.table(animationRows(await measureAnimation(name, rounds)));
  }
  process.exit();
}
if (values.only === "cards") {
  for (const name of browsers) console.table(cardRows(await measureCardAlone(name, rounds)));
  process.exit();
}
const pages = values.pages ?? process.env.SIDELIGHT_PAGES ?? null;
if (pages === null) console.error("no saved pages: name a folder of them by --pages or SIDELIGHT_PAGES");

const results = [];
for (const name of browsers) {
  const tell = (what: string) => console.error(`${name}: ${what}`);
  results.push(await measureBrowser(name, { pages, rounds, tell }));
}
const report = {
  machine: { processor: cpus()[0]?.model ?? "unknown", cores: cpus().length, memory: totalmem() },
  contentSize,
  browsers: results,
};
if (values.json) console.log(JSON.stringify(report));
else printTables(report);
