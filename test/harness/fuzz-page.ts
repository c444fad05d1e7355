/**
 * `npm run fuzz:page [-- --seed N] [--count N] [--browser NAME]`: random sequences of mutations in the real browsers with the
 * built extension. After each, what is painted must be what a fresh read of the same page gives. Without a seed, 500
 * sequences from a new one; with a seed, that one sequence. Failures are shortened and printed.
 */
import { browsers, cli, whole } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { inBrowser } from "./driver/launch.ts";
import { FuzzStage } from "./fuzz-page/run.ts";
import { fuzz } from "./fuzz-page/session.ts";

/** After so many of a browser no more are looked for. */
const MOST_FAILURES = 5;

const given = cli("fuzz:page -- [--seed N] [--count N] [--browser chromium|firefox]", {
  seed: whole(-1),
  count: whole(0, 1),
  browser: browsers,
});
const seed = given.seed < 0 ? Math.floor(Math.random() * 1_000_000_000) : given.seed;
const count = given.count || (given.seed < 0 ? 500 : 1);
await buildToUse();
console.log(`${count} sequences from seed ${seed}`);
// One browser after the other: two at a time would only make each other late.
for (const name of given.browser) {
  const started = performance.now();
  await inBrowser(name, { offline: true }, async (driver) => {
    const stage = await FuzzStage.open(driver);
    const { played, failures } = await fuzz(stage, seed, count, MOST_FAILURES);
    const wrong = [...failures, ...stage.errors.map((error) => `uncaught: ${error}`)];
    for (const line of wrong) console.log(line);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `${name}: ${played} sequences, ${stage.painted} ranges, ${wrong.length} failed (${seconds} s)`,
    );
    if (wrong.length > 0) process.exitCode = 1;
    await stage.close();
  });
}
