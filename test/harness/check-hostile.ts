/**
 * `npm run check:hostile [-- NAME …] [-- --browser chromium|firefox]`: the pages of `test/hostile`, those that begin with a name
 * if one is given, in their full size, in both browsers, with the time that each keeps a timer of the page waiting.
 */
import { parseArgs } from "node:util";
import { BROWSERS, type BrowserName } from "../../scripts/lib/browsers.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { HOSTILE, readCases } from "./hostile/cases.ts";
import { closeSides, openSides } from "./hostile/pair.ts";
import { inspect, type Size } from "./hostile/visit.ts";

const { values, positionals } = parseArgs({
  options: { browser: { type: "string" }, small: { type: "boolean" }, built: { type: "boolean" } },
  allowPositionals: true,
});
const size: Size = values.small ? "small" : "full";
const browsers = BROWSERS.filter((name) => values.browser === undefined || name === values.browser);
const cases = (await readCases(HOSTILE)).filter(
  ({ name }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
);
if (browsers.length === 0 || cases.length === 0) {
  console.error("There is no such browser or page. npm run check:hostile [-- NAME …] [-- --browser firefox]");
  process.exit(1);
}
if (!values.built)
  for (const problem of (await buildExtension({ minify: true })).problems) console.error(problem);

let failed = 0;
for (const browser of browsers) failed += await checkIn(browser);
console.log(`\n${cases.length * browsers.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function checkIn(browser: BrowserName): Promise<number> {
  const sides = await openSides(browser, HOSTILE);
  console.log(
    `\n${`${browser}: longest wait of a timer, ms`.padEnd(44)}${"with us".padStart(9)}${"without".padStart(9)}`,
  );
  let failed = 0;
  try {
    for (const hostileCase of cases) {
      const { flaws, worst } = await inspect(sides, hostileCase, size).catch((error: unknown) => ({
        flaws: [String(error)],
        worst: { ours: Number.NaN, bare: Number.NaN },
      }));
      if (flaws.length > 0) failed += 1;
      const [ours, bare] = [worst.ours.toFixed(0), worst.bare.toFixed(0)];
      console.log(`${hostileCase.name.padEnd(44)}${ours.padStart(9)}${bare.padStart(9)}`);
      for (const flaw of flaws) console.log(`    ${flaw}`);
    }
  } finally {
    await closeSides(sides);
  }
  return failed;
}
