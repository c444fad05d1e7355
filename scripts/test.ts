/**
 * `npm test`: types, lint, unit tests, build, and the built extension in both browsers. Ends with one line,
 * `N passed, N failed`: every check counts one, every test counts one.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BROWSERS } from "./lib/browsers.ts";
import { type Check, runChecks } from "./lib/checks.ts";
import { named } from "./lib/paths.ts";
import { runNode } from "./lib/run.ts";
import { BUILD_CHECK, BUILT_CHECKS, SOURCE_CHECKS } from "./lib/suite.ts";

interface Tally {
  passed: number;
  failed: number;
  /** Where it failed, one line each. */
  failures: string[];
}

const total: Tally = { passed: 0, failed: 0, failures: [] };

section("Checks");
const source = await countChecks(SOURCE_CHECKS);
section("Unit tests");
await countTests("unit");
section("Build");
const built = await countChecks([BUILD_CHECK, ...BUILT_CHECKS]);
section(`In the browsers: ${BROWSERS.join(", ")}`);
// Three browsers at a time keep two cores busy, for they wait a good part of it. Firefox takes longer to start.
await Promise.all(
  BROWSERS.map((browser) => countTests(browser, `--maxWorkers=${browser === "firefox" ? 2 : 1}`)),
);

if (total.failures.length > 0) {
  section("Failed");
  for (const failure of total.failures) console.log(failure);
  if (!source || !built) console.log("(what a check found is printed above, with the check)");
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function section(title: string): void {
  console.log(`\n== ${title}`);
}

async function countChecks(checks: readonly Check[]): Promise<boolean> {
  const failed = await runChecks(checks);
  total.passed += checks.length - failed.length;
  total.failed += failed.length;
  total.failures.push(...failed.map((name) => `check: ${name}`));
  return failed.length === 0;
}

/** The part of vitest's JSON report that is used here. */
interface Report {
  testResults: Array<{
    name: string;
    status: string;
    message: string;
    assertionResults: Array<{ fullName: string; status: string }>;
  }>;
}

/** Runs a project of vitest, tells how it went when it is over, and counts what its report says. */
async function countTests(project: string, ...options: string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sidelight-test-"));
  try {
    const file = join(folder, "report.json");
    const ran = await runNode("vitest/vitest.mjs", [
      ...["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
      ...["--project", project, ...options],
    ]);
    console.log(`\n-- ${project}\n${ran.stdout.trim()}\n${ran.stderr.trim()}`.trimEnd());
    count(await readReport(file), project, ran.status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(file: string): Promise<Report | null> {
  return readFile(file, "utf8").then(JSON.parse, () => null);
}

function count(report: Report | null, project: string, status: number | null): void {
  const before = total.failed;
  for (const { name, status: fileStatus, assertionResults } of report?.testResults ?? []) {
    const file = named(name);
    const failed = assertionResults.filter((result) => result.status === "failed");
    total.passed += assertionResults.filter((result) => result.status === "passed").length;
    total.failed += failed.length;
    total.failures.push(...failed.map(({ fullName }) => `${file}: ${fullName} [${project}]`));
    // A file that cannot be loaded, or whose set-up failed, has run no test that could fail.
    if (fileStatus === "failed" && failed.length === 0) fail(`${file}: could not be run [${project}]`);
  }
  if (!report || (status !== 0 && total.failed === before)) fail(`${project}: vitest ended with ${status}`);
}

function fail(where: string): void {
  total.failed += 1;
  total.failures.push(where);
}
