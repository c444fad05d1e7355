/** Runs a Node program of a package and collects what it says. */
import { spawn } from "node:child_process";
import { inRoot, ROOT } from "./paths.ts";

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** `program` is a path inside `node_modules`; it runs under this Node, without a shell. */
export function runNode(program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot("node_modules", program), ...args], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ran: Ran = { status: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (ran.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (ran.stderr += text));
    child.on("error", reject);
    child.on("close", (status) => resolve({ ...ran, status }));
  });
}

/** The output of a failed program as problems, one a line. */
export function failureOf({ status, stdout, stderr }: Ran, name: string): string[] {
  const lines = `${stdout}\n${stderr}`.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 ? lines : [`${name} ended with ${status}`];
}
