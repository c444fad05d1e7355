/**
 * `npm run fuzz:packs [-- --files N] [-- --seed N]`: hostile files at the door of packs (default 10,000). Each is refused or
 * taken as it must be; a failure prints its seed and the shrunk file. The longest reading and the memory are for who reads
 * them: nothing is decided by a clock.
 */
import fc from "fast-check";
import { cli, whole } from "../../scripts/lib/cli.ts";
import { checkFile, hostileFile } from "../pack/format/hostile-packs.ts";

const { files, seed } = cli("fuzz:packs -- [--files N] [--seed N]", {
  files: whole(10_000, 1),
  seed: whole(Date.now() % 0x7fffffff, 0),
});
let [taken, longest, most] = [0, 0, 0];
const property = fc.property(hostileFile, (text) => {
  const began = performance.now();
  if (checkFile(text)) taken++;
  longest = Math.max(longest, performance.now() - began);
  most = Math.max(most, process.memoryUsage().heapUsed);
});
const result = fc.check(property, { numRuns: files, seed });
if (result.failed) {
  console.error(fc.defaultReportMessage(result));
  console.error(result.errorInstance);
  process.exitCode = 1;
} else {
  const refused = result.numRuns - taken;
  console.log(
    `${result.numRuns} files: ${refused} refused, ${taken} taken; the longest took ${longest.toFixed(0)} ms, ` +
      `the heap was ${(most / 1e6).toFixed(0)} MB at most (seed ${seed})`,
  );
}
