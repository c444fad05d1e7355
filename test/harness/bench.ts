/**
 * `npm run bench [-- --json] [--browser NAME] [--pages FOLDER] [--rounds N] [--only PART]`: what the shipped build costs, in the
 * real browsers. Everything that is compared takes turns within one run, so that a machine that is slow for a while is
 * slow for all; figures to compare are the ratios. See docs/performance.md.
 */
import { cpus, totalmem } from "node:os";
import { browsers, cli, oneOf, text, whole } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { measureBrowser, PARTS } from "./bench/page/run.ts";

const { json, browser, pages, rounds, only } = cli(
  `bench -- [--json] [--browser chromium|firefox] [--pages FOLDER] [--rounds N] [--only ${PARTS.join("|")}]`,
  { json: "flag", browser: browsers, pages: text, rounds: whole(5, 1), only: oneOf(PARTS, null) },
);
const { contentSize } = await buildToUse();
const saved = pages ?? process.env.SIDELIGHT_PAGES ?? null;
if (saved === null) console.error("no saved pages: name a folder of them by --pages or SIDELIGHT_PAGES");

const report = {
  machine: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
  contentSize,
  browsers: {} as Record<string, Awaited<ReturnType<typeof measureBrowser>>>,
};
for (const name of browser)
  report.browsers[name] = await measureBrowser(name, { pages: saved, rounds, only });
if (json) console.log(JSON.stringify(report));
else {
  console.log(
    `${report.machine}\ncontent script: ${contentSize.gzipped} bytes gzipped of ${contentSize.budget}`,
  );
  for (const [name, tables] of Object.entries(report.browsers))
    for (const [heading, rows] of Object.entries(tables)) {
      if (rows.length === 0) continue;
      console.log(`\n${name}: ${heading}`);
      console.table(rows);
    }
}
