/** The files that the extension is built from, as the source archive for a store's reviewers holds them. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { inRoot, named, ROOT } from "../paths.ts";
import type { Files } from "./zip.ts";

/** What is made here and brought here, and so in no archive. */
const MADE = new Set(["node_modules", "dist", ".git"]);

/**
 * Path from the root → contents: in a clone, all that git knows or would add; in an unpacked archive, which has no git, all
 * that is there. So an archive that is packed again gives itself.
 */
export async function sourceFiles(): Promise<Files> {
  const paths = existsSync(inRoot(".git")) ? await inGit() : await inFolder(ROOT);
  const files = new Map<string, Uint8Array>();
  for (const path of paths) files.set(path, await readFile(inRoot(path)));
  return files;
}

async function inGit(): Promise<string[]> {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await promisify(execFile)("git", list, { cwd: ROOT, maxBuffer: 2 ** 26 });
  return stdout.split("\0").filter((path) => path !== "" && existsSync(inRoot(path)));
}

async function inFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const kept = entries.filter(({ name }) => !(folder === ROOT && MADE.has(name)) && !name.endsWith(".log"));
  const nested = kept.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? inFolder(path) : [named(path)];
  });
  return (await Promise.all(nested)).flat();
}
