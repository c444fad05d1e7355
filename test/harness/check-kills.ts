/**
 * `npm run check:kills [-- --browser chromium|firefox] [-- --times N]`: kills each browser twenty times while settings are
 * being written, and looks at what is on disk. Nothing that was acknowledged may be missing, nothing unreadable.
 */
import { parseArgs } from "node:util";
import { BROWSERS } from "../../scripts/lib/browsers.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { killAgainAndAgain } from "./kills/kills.ts";

const { values } = parseArgs({
  options: {
    browser: { type: "string" },
    times: { type: "string", default: "20" },
    built: { type: "boolean" },
  },
});
const times = Number(values.times);
const browsers = BROWSERS.filter((name) => values.browser === undefined || name === values.browser);
if (browsers.length === 0 || !Number.isSafeInteger(times) || times < 1) {
  console.error("Usage: npm run check:kills [-- --browser chromium|firefox] [-- --times N]");
  process.exit(2);
}
if (!values.built)
  for (const problem of (await buildExtension({ minify: true })).problems) console.error(problem);

let failed = 0;
for (const name of browsers) {
  console.log(`\n${name}: killed after, ms   acknowledged   further   `);
  const kills = await killAgainAndAgain(name, times, ({ after, acknowledged, further, flaws }) => {
    const columns = [
      after.toFixed(0).padStart(26),
      String(acknowledged).padStart(15),
      String(further).padStart(10),
    ];
    console.log(columns.join(""));
    for (const flaw of flaws) console.log(`    ${flaw}`);
  });
  const flawed = kills.filter(({ flaws }) => flaws.length > 0).length;
  const total = kills.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  console.log(
    `${name}: ${total} changes acknowledged, ${kills.length} kills, ${flawed} with something wrong`,
  );
  failed += flawed;
}
process.exitCode = failed === 0 ? 0 : 1;
