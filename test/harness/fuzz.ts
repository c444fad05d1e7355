/** `npm run fuzz [-- --seconds N]`: the spotter's fuzz target for a while (default 60 s). A failure prints its seed and the shrunk case. */
import fc from "fast-check";
import { cli, whole } from "../../scripts/lib/cli.ts";
import { sameAsOracle, sameInPieces, sameWithFewShards } from "../spot/fuzz.ts";

const { seconds } = cli("fuzz -- [--seconds N]", { seconds: whole(60, 1) });
for (const [name, property] of Object.entries({ sameAsOracle, sameInPieces, sameWithFewShards })) {
  const result = fc.check(property as fc.IProperty<unknown>, {
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: (seconds * 1000) / 3,
    markInterruptAsFailure: false,
  });
  console.log(`${name}: ${result.numRuns} runs, ${result.failed ? "failed" : "held"}`);
  if (result.failed) {
    console.error(fc.defaultReportMessage(result));
    process.exitCode = 1;
  }
}
