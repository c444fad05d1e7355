/**
 * `npm run check:hostile [-- NAME …] [-- --browser chromium|firefox]`: the pages of `test/hostile`, those that begin with a name
 * if one is given, in their full size, in both browsers, with the time that each keeps a timer of the page waiting.
 */
import { browsers, cli, refuse } from "../../scripts/lib/cli.ts";
import { buildToUse } from "../../scripts/lib/extension.ts";
import { HOSTILE, readCases } from "./hostile/cases.ts";
import { checkPages } from "./hostile/check.ts";
import { inspect } from "./hostile/visit.ts";

const USAGE = "check:hostile -- [NAME …] [--browser chromium|firefox] [--small]";
const { browser, small, words } = cli(USAGE, { browser: browsers, small: "flag" }, "any");
const cases = new Map((await readCases(HOSTILE)).map((each) => [each.name, each]));
const wanted = (name: string) => words.length === 0 || words.some((start) => name.startsWith(start));
const names = [...cases.keys()].filter(wanted);
if (names.length === 0) refuse(USAGE, `No hostile page begins with ${words.join(" or ")}`);
await buildToUse();
await checkPages(browser, HOSTILE, names, ["waits, ms", "without us"], async (sides, name) => {
  const { flaws, worst } = await inspect(sides, cases.get(name)!, small ? "small" : "full");
  return { flaws, columns: [worst.ours.toFixed(0), worst.bare.toFixed(0)] };
});
