/**
 * `npm run check:kills [-- --browser chromium|firefox] [-- --times N] [-- --only settings|packs]`: kills each browser twenty
 * times while settings are being written, and twenty times while packs are, and looks at what is on disk. Nothing that was
 * acknowledged may be missing, nothing unreadable, nothing half there.
 */
import { browsers, cli, oneOf, whole } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { type Kill, killAgainAndAgain } from "./kills/kills.ts";
import { settings } from "./kills/lanes.ts";
import { packs } from "./kills/packs.ts";

const { browser, times, only } = cli(
  "check:kills -- [--browser chromium|firefox] [--times N] [--only settings|packs]",
  { browser: browsers, times: whole(20, 1), only: oneOf(["settings", "packs"], null) },
);
await buildToUse();
for (const name of browser)
  for (const what of only === null ? (["settings", "packs"] as const) : [only]) {
    console.log(`\n${name}, ${what}`);
    const told = ({ after, acknowledged, further, flaws }: Kill) => {
      const line = `killed after ${after.toFixed(0)} ms: ${acknowledged} acknowledged, ${further} further`;
      console.log([line, ...flaws].join("\n    "));
    };
    const kills =
      what === "settings"
        ? await killAgainAndAgain(name, settings, times, told)
        : await killAgainAndAgain(name, packs, times, told);
    const flawed = kills.filter(({ flaws }) => flaws.length > 0).length;
    const total = kills.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
    console.log(
      `${name}, ${what}: ${total} changes acknowledged, ${kills.length} kills, ${flawed} with something wrong`,
    );
    if (flawed > 0) process.exitCode = 1;
  }
