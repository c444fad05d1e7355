/**
 * `npm run bench:spot`: the spotter against a tuned regular expression, at 25 to 100,000 names, and on texts that are made
 * to be slow. It is bundled and minified as the extension ships it. Contenders take turns within one run, so that a machine
 * that is slow for a while is slow for all of them; figures to compare are the ratios.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { cli } from "../../scripts/lib/cli.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { adversarialTexts, onlyNames } from "./bench/adversarial.ts";
import { alternation } from "./bench/alternation.ts";
import { makeNames, makeProse } from "./bench/corpus.ts";
import { packWith } from "./bench/names.ts";
import { median, ratio, shown, takeTurns } from "./bench/turns.ts";
import { temporaryFolder } from "./temporary.ts";

type Spotter = typeof import("./bench/spotter.ts");

const SIZES = [25, 1_000, 10_000, 100_000];
/** UTF-16 code units of prose: a very long article page. */
const PROSE = 2_000_000;
const HOSTILE = 400_000;
const ROUNDS = 11;
/** Beyond this many names the alternation takes minutes. */
const ALTERNATION_LIMIT = 1_000;

cli("bench:spot", {});
const { compileLexicon, spotAll } = await shipped();
setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;
const memory = () => {
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const sizes = SIZES.map((size) => {
  // Flat strings, as they come out of storage: ropes would be flattened on the way, and counted as the lexicon's.
  const names = JSON.parse(JSON.stringify(makeNames(size))) as string[];
  const source = packWith("names", names);
  const before = memory();
  const start = performance.now();
  const lexicon = compileLexicon(source);
  const compile = performance.now() - start;
  return { size, names, lexicon, compile, bytes: (memory() - before) / size };
});

// All sizes and rivals in the same turns: their ratios are what the table is for.
const contenders: Record<string, () => number> = {};
for (const { size, names, lexicon } of sizes) {
  const prose = makeProse(PROSE, names);
  contenders[`spotter ${size}`] = () => spotAll(lexicon, prose);
  if (size <= ALTERNATION_LIMIT) contenders[`alternation ${size}`] = alternation(names, prose);
}
const times = takeTurns(contenders, ROUNDS);
const against = (one: string, other: string) =>
  times.has(one) ? ratio(median(times.get(one)!), median(times.get(other)!)) : null;
const bySize = sizes.map(({ size, compile, bytes }) => ({
  names: size,
  "compile ms": shown(compile),
  "bytes a name": Math.round(bytes),
  "spotter ms": shown(median(times.get(`spotter ${size}`)!)),
  "× its 1,000": against(`spotter ${size}`, "spotter 1000"),
  "alternation ×": against(`alternation ${size}`, `spotter ${size}`),
}));

const { names, lexicon } = sizes[1]!;
const texts: Record<string, readonly string[]> = { plain: makeProse(HOSTILE, names) };
for (const [name, text] of Object.entries(adversarialTexts(HOSTILE, names))) texts[name] = [text];
texts["nothing but names"] = [onlyNames(HOSTILE, names)];
const hostileTimes = takeTurns(
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, () => spotAll(lexicon, text)])),
  ROUNDS,
);
const perUnit = (name: string) => median(hostileTimes.get(name)!) / texts[name]!.join("").length;
const hostile = Object.keys(texts).map((text) => ({
  text,
  "× plain, per character": ratio(perUnit(text), perUnit("plain")),
}));

console.table(bySize);
console.table(hostile);

/** The spotter as it ships: bundled and minified. */
async function shipped(): Promise<Spotter> {
  const { outputFiles } = await build({
    entryPoints: [inRoot("test/harness/bench/spotter.ts")],
    ...{ bundle: true, minify: true, format: "esm", target: "chrome140" },
    write: false,
  });
  const file = join(await temporaryFolder(), "spotter.mjs");
  await writeFile(file, outputFiles[0]!.text);
  return (await import(pathToFileURL(file).href)) as Spotter;
}
