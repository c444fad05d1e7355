import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { joinAnalysis, packText, readAnalysisFiles } from "../../../scripts/lib/analysis/load.ts";
import { inRoot } from "../../../scripts/lib/paths.ts";
import { readPackFile } from "../../../src/pack/format/read-pack.ts";
import { checkFile, hostileFile, validate } from "./hostile-packs.ts";
import { samplePack } from "./samples.ts";
import "../../../scripts/lib/messages.ts";

it("takes the sample, the one that is explained in the docs, and the bundled analysis, as the door does", async () => {
  const bundled = packText(joinAnalysis(await readAnalysisFiles(inRoot("assets/analysis"))));
  const docs = await readFile(inRoot("docs/pack-format.md"), "utf8");
  const explained = docs.slice(docs.indexOf("```json") + 7).split("```")[0]!;
  for (const text of [JSON.stringify(samplePack()), explained, bundled]) {
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(readPackFile(text)).toMatchObject({ ok: true });
  }
});

it("and the door are of one mind about hostile files, which are refused with a place or taken clean", () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(hostileFile, (text) => {
      if (checkFile(text)) taken++;
      else refused++;
    }),
    { numRuns: 1_500 },
  );
  // Of each kind enough that the test says something.
  expect(taken).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(500);
});
