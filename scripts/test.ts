/**
 * `npm test`: types, lint, unit tests, build, and the built extension in both browsers; `npm run test:unit`: the unit tests
 * alone. Ends with one line, `N passed, N failed`: every check counts one, every test counts one.
 */
import { BROWSERS } from "./lib/browsers.ts";
import { BUILD_CHECKS, type Check, PACKAGE_CHECKS, runChecks, SOURCE_CHECKS } from "./lib/checks.ts";
import { cli } from "./lib/cli.ts";
import { named } from "./lib/paths.ts";

const { unit } = cli("test, or npm run test:unit", { unit: "flag" });

// A log wants a line a file, without colours and without a screen that is drawn over. vitest looks when it is loaded.
const live = process.stdout.isTTY && !process.env.NO_COLOR;
if (!live) process.env.NO_COLOR = "1";
const { startVitest } = await import("vitest/node");

let passed = 0;
const failures: string[] = [];
/** Passed, but not at the first try. */
const unsteady: string[] = [];

/** Both that run in Node. */
const UNIT = "unit*";

if (unit) await countTests(UNIT, live);
else {
  console.log("\n== Checks and build");
  await Promise.all([countChecks(SOURCE_CHECKS), countChecks([...BUILD_CHECKS, ...PACKAGE_CHECKS])]);
  await countTests(UNIT, live);
  // At once, for a browser that is driven waits for half of its time; a run each, for a worker hands its browser on only within a run.
  await Promise.all(BROWSERS.map((browser) => countTests(browser, false)));
}
if (unsteady.length > 0) console.log(`\n== Passed at the second try only\n${unsteady.join("\n")}`);
if (failures.length > 0) console.log(`\n== Failed\n${failures.join("\n")}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);

async function countChecks(checks: readonly Check[]): Promise<void> {
  const failed = await runChecks(checks);
  passed += checks.length - failed.length;
  failures.push(...failed.map((name) => `check: ${name} (what it found is printed above)`));
}

/**
 * Runs a project of vitest, or several, and counts how their tests went.
 * @param summary is drawn over the screen: for a run that is alone
 */
async function countTests(project: string, summary: boolean): Promise<void> {
  console.log(`\n== Tests: ${project}`);
  const vitest = await startVitest("test", [], {
    ...{ run: true, watch: false, project },
    reporters: [["default", { summary }]],
  });
  let tests = 0;
  for (const module of vitest.state.getTestModules()) {
    const place = (what: string) => `${named(module.moduleId)}: ${what} [${module.project.name}]`;
    const failed = [...module.children.allTests("failed")];
    const good = [...module.children.allTests("passed")];
    passed += good.length;
    tests += good.length + failed.length;
    unsteady.push(...good.filter((each) => each.diagnostic()?.flaky).map(({ fullName }) => place(fullName)));
    failures.push(...failed.map(({ fullName }) => place(fullName)));
    // A file that cannot be loaded, or whose set-up failed, has run no test that could fail.
    if (!module.ok() && failed.length === 0) failures.push(place("could not be run"));
  }
  failures.push(...vitest.state.getUnhandledErrors().map((error) => `uncaught: ${error}`));
  if (tests === 0) failures.push(`${project}: there was no test`);
  await vitest.close();
}
