/**
 * `npm run check:kills [-- --browser chromium|firefox] [-- --times N]`: kills each browser twenty times while settings are
 * being written, and looks at what is on disk. Nothing that was acknowledged may be missing, nothing unreadable.
 */
import { browsers, cli, whole } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { killAgainAndAgain } from "./kills/kills.ts";

const { browser, times } = cli("check:kills -- [--browser chromium|firefox] [--times N]", {
  browser: browsers,
  times: whole(20, 1),
});
await buildToUse();
for (const name of browser) {
  console.log(`\n${name}: killed after, ms   acknowledged   further`);
  const kills = await killAgainAndAgain(name, times, ({ after, acknowledged, further, flaws }) => {
    const columns = [
      after.toFixed(0).padStart(26),
      `${acknowledged}`.padStart(15),
      `${further}`.padStart(10),
    ];
    console.log([columns.join(""), ...flaws].join("\n    "));
  });
  const flawed = kills.filter(({ flaws }) => flaws.length > 0).length;
  const total = kills.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  console.log(
    `${name}: ${total} changes acknowledged, ${kills.length} kills, ${flawed} with something wrong`,
  );
  if (flawed > 0) process.exitCode = 1;
}
