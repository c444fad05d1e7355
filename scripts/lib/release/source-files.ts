/** The files that the extension is built from, as the source archive for a store's reviewers holds them. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { filesBelow, inRoot, ROOT } from "../paths.ts";
import { type Files, readFiles } from "./zip.ts";

/** What is made here and brought here, and so in no archive. */
const MADE = /^(?:node_modules|dist|\.git)\/|\.log$/;

/**
 * Path from the root → contents: in a clone, all that git knows or would add; in an unpacked archive, which has no git, all
 * that is there. So an archive that is packed again gives itself.
 */
export async function sourceFiles(): Promise<Files> {
  const isClone = existsSync(inRoot(".git"));
  return readFiles(
    ROOT,
    isClone ? await inGit() : (await filesBelow(ROOT)).filter((path) => !MADE.test(path)),
  );
}

async function inGit(): Promise<string[]> {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await promisify(execFile)("git", list, { cwd: ROOT, maxBuffer: 2 ** 26 });
  return stdout.split("\0").filter((path) => path !== "" && existsSync(inRoot(path)));
}
