/** Pack files on disk. */
import { readFile, writeFile } from "node:fs/promises";
import { type PackResult, problemFault, readPackFile } from "../../src/pack/format/read-pack.ts";
import type { Pack } from "../../src/pack/types.ts";
import { faultWords } from "../../src/pages/fault-words.ts";
import "../lib/messages.ts";
import { here } from "../lib/paths.ts";

type Refused = Pick<Extract<PackResult, { ok: false }>, "problems" | "more">;

/** A file's name says what it is, and that no other program need be asked. */
export const PACK_ENDING = ".sidelight.json";

/** Where a new pack goes: where it was asked for, or by its id where the editor stands. */
export const placeFor = (id: string, out: string | undefined): string => out ?? here(`${id}${PACK_ENDING}`);

/** Writes what is not there yet. @throws {Error} where it is: an editor's work is in it */
export async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new Error(`${path} is there already; move it away, or give another name with --out.`, {
      cause: error,
    });
  }
}

export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(code === "ENOENT" ? `${path} is not there.` : `${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** The pack in a file, or its problems. */
export async function readPack(path: string): Promise<{ pack: Pack } | { problems: string[] }> {
  const result = readPackFile(await readText(path));
  return result.ok ? { pack: result.pack } : { problems: problemLines(path, result) };
}

/** What is wrong with a file, one line each: `a.sidelight.json: Line 3, column 9 (editor): …`. */
export function problemLines(path: string, { problems, more }: Refused): string[] {
  const lines = problems.map((problem) => `${path}: ${faultWords(problemFault(problem))}`);
  return more > 0 ? [...lines, `${path}: ${more} more`] : lines;
}

/** The day by the editor's clock, `2026-05-03`: in Sweden it is written so. */
export const today = (): string => new Date().toLocaleDateString("sv");
