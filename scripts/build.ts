/**
 * `npm run build`: dist/chromium and dist/firefox, minified, with every check that a build has to pass.
 * `npm run watch`: the same folders, readable, again on every change and without the slow checks.
 */
import { watch } from "node:fs";
import { checkRooms } from "./checks/rooms.ts";
import { buildExtension } from "./lib/extension.ts";
import { inRoot, named } from "./lib/paths.ts";
import { typeCheck } from "./lib/tsc.ts";

if (process.argv.includes("--watch")) await watchAndBuild();
else process.exitCode = (await buildOnce()) ? 0 : 1;

async function buildOnce(): Promise<boolean> {
  const rooms = await Promise.all([checkRooms(), typeCheck("tsconfig.pure.json")]);
  const problems = rooms.flat();
  try {
    const built = await buildExtension({ minify: true });
    problems.push(...built.problems);
    const { gzipped, plain, budget } = built.contentSize;
    if (gzipped > 0) console.log(`content.js: ${gzipped} bytes gzipped of ${budget} (${plain} plain)`);
  } catch (error) {
    problems.push(reasonOf(error));
  }
  if (problems.length > 0) return tell(problems);
  console.log("built dist/chromium and dist/firefox");
  return true;
}

async function watchAndBuild(): Promise<void> {
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const again = (why: string) => {
    clearTimeout(timer);
    // Editors write a file in several steps; one build for all of them.
    timer = setTimeout(() => {
      running = running.then(() => buildReadable(why));
    }, 60);
  };
  for (const folder of ["src", "assets"])
    watch(inRoot(folder), { recursive: true }, (_event, file) => again(`${folder}/${file ?? ""}`));
  watch(inRoot("manifest.json"), () => again("manifest.json"));
  await buildReadable("start");
  console.log(`watching ${named(inRoot("src"))}, assets and manifest.json`);
}

async function buildReadable(why: string): Promise<void> {
  const started = performance.now();
  try {
    const { problems } = await buildExtension({ minify: false });
    if (problems.length > 0) tell(problems);
    else console.log(`built in ${Math.round(performance.now() - started)} ms (${why})`);
  } catch (error) {
    tell([reasonOf(error)]);
  }
}

function tell(problems: readonly string[]): false {
  for (const problem of problems) console.error(problem);
  console.error(`the build has ${problems.length} problem${problems.length === 1 ? "" : "s"}`);
  return false;
}

/** esbuild's errors say where; a missing file says which. */
function reasonOf(error: unknown): string {
  const { errors } = error as {
    errors?: Array<{ text: string; location: { file: string; line: number } | null }>;
  };
  if (errors)
    return errors
      .map(({ text, location }) => `${location ? `${location.file}:${location.line}: ` : ""}${text}`)
      .join("\n");
  return error instanceof Error ? error.message : String(error);
}
