/** A check has a name and answers its problems, one line each. The commands run lists of them and count. */
export interface Check {
  name: string;
  run(): Promise<string[]>;
}

/** Runs checks one after the other, telling how each went; answers the names of those that failed. */
export async function runChecks(checks: readonly Check[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of checks) {
    const started = performance.now();
    const problems = await run().catch((error: unknown) => [
      error instanceof Error ? error.message : String(error),
    ]);
    for (const problem of problems) console.error(`  ${problem}`);
    console.log(
      `${problems.length === 0 ? "passed" : "FAILED"}  ${name} (${Math.round(performance.now() - started)} ms)`,
    );
    if (problems.length > 0) failed.push(name);
  }
  return failed;
}
