/**
 * `npm run build`: dist/chromium and dist/firefox, minified, with every check that a build has to pass. `npm run watch`: the same
 * folders, readable, again on every change and without the slow checks.
 */
import { CONTENT_BUDGET } from "./checks/content.ts";
import { checkRooms } from "./checks/rooms.ts";
import { typeCheck } from "./lib/checks.ts";
import { cli } from "./lib/cli.ts";
import { buildExtension } from "./lib/extension.ts";

const { readable } = cli("build, or npm run watch", { readable: "flag" });
const slow = readable ? [] : await Promise.all([checkRooms(), typeCheck("tsconfig.pure.json")]);
const problems = slow.flat();
try {
  const built = await buildExtension({ minify: !readable });
  problems.push(...built.problems);
  const { gzipped, plain } = built.contentSize;
  if (gzipped > 0) console.log(`content.js: ${gzipped} bytes gzipped of ${CONTENT_BUDGET} (${plain} plain)`);
} catch (error) {
  // esbuild's errors say where; a missing file says which.
  problems.push(error instanceof Error ? error.message : String(error));
}
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log("built dist/chromium and dist/firefox");
else console.error(`the build has ${problems.length} problem${problems.length === 1 ? "" : "s"}`);
process.exitCode = problems.length === 0 ? 0 : 1;
