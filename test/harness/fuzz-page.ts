/**
 * `npm run fuzz:page [-- --seed N] [--count N] [--browser NAME] [--failures N]`: random sequences of mutations in the
 * real browsers with the built extension. After each, what is painted must be what a fresh read of the same page
 * gives. Without a seed, 500 sequences from a new one; with a seed, that one sequence. Failures are shortened and printed.
 */
import { parseArgs } from "node:util";
import { BROWSERS, type BrowserName } from "../../scripts/lib/browsers.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { launch } from "./driver/launch.ts";
import { FuzzStage } from "./fuzz-page/run.ts";
import { fuzz } from "./fuzz-page/session.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    count: { type: "string" },
    browser: { type: "string" },
    failures: { type: "string" },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));
const count = Number(values.count ?? (values.seed === undefined ? 500 : 1));
const mostFailures = Number(values.failures ?? 5);
const browsers = values.browser === undefined ? BROWSERS : [values.browser as BrowserName];
if (
  ![seed, count, mostFailures].every((number) => Number.isSafeInteger(number) && number >= 0) ||
  !browsers.every((name) => BROWSERS.includes(name))
) {
  console.error(
    "Usage: npm run fuzz:page [-- --seed N] [--count N] [--browser chromium|firefox] [--failures N]",
  );
  process.exit(2);
}

for (const problem of (await buildExtension({ minify: true })).problems) console.error(problem);
console.log(`${count} sequences from seed ${seed}`);
// One browser after the other: two at a time would only make each other late.
for (const name of browsers) {
  const started = performance.now();
  const driver = await launch(name, { offline: true });
  try {
    const stage = await FuzzStage.open(driver);
    const { played, failures } = await fuzz(stage, seed, count, mostFailures, (line) => console.log(line));
    for (const error of stage.errors) console.log(`uncaught: ${error}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `${name}: ${played} sequences, ${stage.painted} ranges, ${failures.length} failed, ${stage.errors.length} uncaught errors (${seconds} s)`,
    );
    if (failures.length > 0 || stage.errors.length > 0) process.exitCode = 1;
    await stage.close();
  } finally {
    await driver.close();
  }
}
