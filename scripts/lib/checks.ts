/** What `npm run lint` and `npm test` hold the sources and the build to, in the order in which it is worth knowing. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { checkMessages } from "../checks/messages.ts";
import { checkRooms } from "../checks/rooms.ts";
import { buildExtension } from "./extension.ts";
import { extensionFolder, inRoot, ROOT } from "./paths.ts";
import { checkSourceBuilds } from "./release/check-packages.ts";
import { sourceZip } from "./release/packages.ts";

/** A check has a name and answers its problems, one line each. */
export interface Check {
  name: string;
  run(): Promise<string[]>;
}

const execute = promisify(execFile);

/** What a program of a package says when it fails, one line each. `program` is a path inside `node_modules`. */
async function runTool(program: string, ...args: string[]): Promise<string[]> {
  const node = [inRoot("node_modules", program), ...args];
  const options = { cwd: ROOT, maxBuffer: 2 ** 26, env: { ...process.env, NO_COLOR: "1" } };
  try {
    await execute(process.execPath, node, options);
    return [];
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
    const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() !== "");
    return lines.length > 0 ? lines : [message];
  }
}

/** What the compiler has to say of a configuration. */
export const typeCheck = (config: string): Promise<string[]> =>
  runTool("typescript/bin/tsc", "-p", config, "--pretty", "false");

export const TYPE_CHECKS: readonly Check[] = [
  { name: "types: the extension", run: () => typeCheck("tsconfig.json") },
  {
    name: "types: the pure rooms know no document and no extension API",
    run: () => typeCheck("tsconfig.pure.json"),
  },
  { name: "types: scripts and tests", run: () => typeCheck("tsconfig.node.json") },
];

export const SOURCE_CHECKS: readonly Check[] = [
  ...TYPE_CHECKS,
  {
    name: "biome: format and lint",
    run: () => runTool("@biomejs/biome/bin/biome", "check", "--colors=off", "--error-on-warnings", "."),
  },
  { name: "knip: nothing is left over", run: () => runTool("knip/bin/knip.js", "--no-progress") },
  { name: "messages: every language has every word, and none stands in the code", run: checkMessages },
  { name: "rooms: who may import whom", run: checkRooms },
];

export const BUILD_CHECKS: readonly Check[] = [
  {
    name: "build: both browsers, within budget, without network or markup from text",
    run: async () => (await buildExtension({ minify: true })).problems,
  },
  {
    // Warnings count: a store's reviewer sees them all.
    name: "web-ext lint: no error, no warning",
    run: () =>
      runTool(
        ...(["web-ext/bin/web-ext.js", "lint", "--source-dir", extensionFolder("firefox")] as const),
        ...["--warnings-as-errors", "--boring", "--no-config-discovery"],
      ),
  },
];

/** Needs a build. */
export const PACKAGE_CHECKS: readonly Check[] = [
  {
    name: "package: the source archive builds the same Firefox zip elsewhere",
    run: async () => checkSourceBuilds([...(await sourceZip()).values()][0]!),
  },
];

/** Runs checks one after the other, telling how each went; answers the names of those that failed. */
export async function runChecks(checks: readonly Check[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of checks) {
    const started = performance.now();
    const problems = await run().catch((error: unknown) => [String(error)]);
    for (const problem of problems) console.error(`  ${problem}`);
    const outcome = problems.length === 0 ? "passed" : "FAILED";
    console.log(`${outcome}  ${name} (${Math.round(performance.now() - started)} ms)`);
    if (problems.length > 0) failed.push(name);
  }
  return failed;
}
