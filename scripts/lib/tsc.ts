/** Runs the TypeScript compiler on one configuration, or on all of them. */
import { failureOf, runNode } from "./run.ts";

/** What the compiler has to say, one line a problem; empty when all is well. */
export async function typeCheck(config: string): Promise<string[]> {
  const ran = await runNode("typescript/bin/tsc", ["-p", config, "--pretty", "false"]);
  return ran.status === 0 ? [] : failureOf(ran, `tsc -p ${config}`);
}

/** The whole tree; a problem that two configurations report is listed once. */
export async function typeCheckAll(): Promise<string[]> {
  const configs = ["tsconfig.json", "tsconfig.pure.json", "tsconfig.node.json"];
  return [...new Set((await Promise.all(configs.map(typeCheck))).flat())];
}
