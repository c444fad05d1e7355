/** Runs the TypeScript compiler on one configuration. */
import { spawn } from "node:child_process";
import { inRoot, ROOT } from "./paths.ts";

/** What the compiler has to say, one line a problem; empty when all is well. */
export function typeCheck(config: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [inRoot("node_modules/typescript/bin/tsc"), "-p", config, "--pretty", "false"],
      {
        cwd: ROOT,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (status) => {
      const lines = output.split("\n").filter(Boolean);
      resolve(status === 0 ? [] : lines.length > 0 ? lines : [`tsc -p ${config} ended with ${status}`]);
    });
  });
}
