/**
 * `npm run bench [-- --json] [--browser NAME] [--pages FOLDER] [--speedometer FOLDER] [--rounds N] [--turns N] [--only PART]`: what the shipped build costs, in the
 * real browsers. Everything that is compared takes turns within one run, so that a machine that is slow for a while is
 * slow for all; figures to compare are the ratios. See docs/performance.md.
 */
import { cpus, loadavg, totalmem } from "node:os";
import { browsers, cli, oneOf, refuse, text, whole } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { here } from "../../scripts/lib/paths.ts";
import { measureBrowser, PARTS } from "./bench/page/run.ts";

const USAGE = `bench -- [--json] [--browser chromium|firefox] [--pages FOLDER] [--speedometer FOLDER] [--rounds N] [--turns N] [--only ${PARTS.join("|")}]`;

const { json, browser, pages, speedometer, rounds, turns, only } = cli(USAGE, {
  ...{ json: "flag", browser: browsers, pages: text, speedometer: text },
  ...{ rounds: whole(5, 1), turns: whole(9, 1), only: oneOf(PARTS, null) },
});
const folderOf = (given: string | undefined) => (given === undefined ? null : here(given));
const folders = {
  pages: folderOf(pages ?? process.env.SIDELIGHT_PAGES),
  speedometer: folderOf(speedometer ?? process.env.SIDELIGHT_SPEEDOMETER),
};
if (only === "tax" && folders.pages === null) refuse(USAGE, "Name a folder of saved pages by --pages");
if (only === "speedometer" && folders.speedometer === null)
  refuse(USAGE, "Name a checkout of WebKit/Speedometer by --speedometer");
await buildToUse();

const report = {
  machine: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
  browsers: {} as Record<string, Awaited<ReturnType<typeof measureBrowser>>>,
};
for (const name of browser)
  report.browsers[name] = await measureBrowser(name, { ...folders, rounds, turns, only });
if (json) console.log(JSON.stringify(report));
else {
  console.log(`${report.machine}, load ${loadavg()[0]!.toFixed(1)}`);
  for (const [name, tables] of Object.entries(report.browsers))
    for (const [heading, rows] of Object.entries(tables)) {
      if (rows.length === 0) continue;
      console.log(`\n${name}: ${heading}`);
      console.table(rows);
    }
}
