/**
 * `npm run bench:spot [-- --json]`: the spotter against a tuned regular expression and a plain Aho–Corasick, at 25 to
 * 100,000 names. The spotter is bundled and minified as the extension ships it. Contenders take turns within one run,
 * so that a machine that is slow for a while is slow for all of them; figures to compare are the ratios.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { inRoot } from "../../scripts/lib/paths.ts";
import { adversarialTexts, onlyNames } from "./bench/adversarial.ts";
import { makeNames, makeProse, sourceOf } from "./bench/corpus.ts";
import { ahoCorasick, alternation } from "./bench/rivals.ts";
import { median, takeTurns } from "./bench/turns.ts";

type Spotter = typeof import("./bench/spotter.ts");

const SIZES = [25, 1_000, 10_000, 100_000];
/** UTF-16 code units of prose: a very long article page. */
const PROSE = 2_000_000;
const HOSTILE = 400_000;
const ROUNDS = 11;
/** Beyond this many names the alternation takes minutes. */
const ALTERNATION_LIMIT = 1_000;
/** Beyond this many, the plain automaton's nested objects do not fit in memory comfortably. */
const AUTOMATON_LIMIT = 10_000;

const { values } = parseArgs({ options: { json: { type: "boolean" } } });
const { compileLexicon, spotAll } = await shipped();
const gc = await exposeGc();

const sizes = SIZES.map((size) => {
  // Flat strings, as they come out of storage: ropes would be flattened on the way, and counted as the lexicon's.
  const names = JSON.parse(JSON.stringify(makeNames(size))) as string[];
  const source = sourceOf(names);
  gc();
  const before = process.memoryUsage();
  const start = performance.now();
  const lexicon = compileLexicon(source);
  const compile = performance.now() - start;
  gc();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  return { size, names, lexicon, compile, bytesPerName: bytes / size };
});

// All sizes and rivals in the same turns: their ratios are what the table is for.
const contenders: Record<string, () => number> = {};
for (const { size, names, lexicon } of sizes) {
  const prose = makeProse(PROSE, names);
  contenders[`spotter ${size}`] = () => spotAll(lexicon, prose);
  if (size <= ALTERNATION_LIMIT) contenders[`alternation ${size}`] = alternation(names, prose);
  if (size <= AUTOMATON_LIMIT) contenders[`automaton ${size}`] = ahoCorasick(names, prose);
}
const times = takeTurns(contenders, ROUNDS);
const time = (name: string): number | null => (times.has(name) ? median(times.get(name)!) : null);

const { names, lexicon } = sizes[1]!;
const plainProse = makeProse(HOSTILE, names);
const hostile: Record<string, () => number> = { plain: () => spotAll(lexicon, plainProse) };
const lengths = new Map([["plain", plainProse.join("").length]]);
for (const [name, text] of Object.entries({
  ...adversarialTexts(HOSTILE, names),
  "nothing but names": onlyNames(HOSTILE, names),
})) {
  hostile[name] = () => spotAll(lexicon, [text]);
  lengths.set(name, text.length);
}
const hostileTimes = takeTurns(hostile, ROUNDS);
const perUnit = (name: string) => median(hostileTimes.get(name)!) / lengths.get(name)!;

const report = {
  sizes: sizes.map(({ size, compile, bytesPerName }) => ({
    names: size,
    "compile ms": round(compile),
    "bytes a name": Math.round(bytesPerName),
    "spotter ms": round(time(`spotter ${size}`)!),
    "× its 1,000": ratio(time(`spotter ${size}`), time("spotter 1000")),
    "alternation ×": ratio(time(`alternation ${size}`), time(`spotter ${size}`)),
    "automaton ×": ratio(time(`automaton ${size}`), time(`spotter ${size}`)),
  })),
  hostile: [...hostileTimes.keys()].map((name) => ({
    text: name,
    "× plain, per character": ratio(perUnit(name), perUnit("plain")),
  })),
};
if (values.json) console.log(JSON.stringify(report));
else {
  console.table(report.sizes);
  console.table(report.hostile);
}

/** The spotter as it ships: bundled and minified. */
async function shipped(): Promise<Spotter> {
  const result = await build({
    entryPoints: [inRoot("test/harness/bench/spotter.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    target: "chrome140",
  });
  const folder = await mkdtemp(join(tmpdir(), "sidelight-bench-"));
  const file = join(folder, "spotter.mjs");
  await writeFile(file, result.outputFiles[0]!.text);
  try {
    return (await import(pathToFileURL(file).href)) as Spotter;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function exposeGc(): Promise<() => void> {
  const { setFlagsFromString } = await import("node:v8");
  const { runInNewContext } = await import("node:vm");
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

function round(ms: number): number {
  return Number(ms.toFixed(1));
}

function ratio(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Number((a / b).toFixed(2));
}
