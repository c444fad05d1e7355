import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";

/** A folder with a copy of the bundled analysis, for one test to change; it goes with the test. */
export async function copyOfAnalysis(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "analysis-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  await cp(inRoot("assets/analysis"), dir, { recursive: true });
  return dir;
}
