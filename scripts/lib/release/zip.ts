/** Zip files of which every byte follows from names and contents: no clock, no time zone, no owner, no order of a disk. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync, type Zippable, zipSync } from "fflate";

/** Path inside the archive, with forward slashes → contents. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** @param paths below the folder */
export async function readFiles(folder: string, paths: readonly string[]): Promise<Files> {
  const read = async (path: string) => [path, await readFile(join(folder, path))] as const;
  return new Map(await Promise.all(paths.map(read)));
}

export function zipOf(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) entries[path] = files.get(path)!;
  // The earliest day that a zip can hold. It is written in local time, and noon is a time that every zone has.
  const mtime = new Date(1980, 0, 1, 12);
  // Made on Unix (3), readable by all: what the file system says of a file differs by the umask it was written under.
  return zipSync(entries, { level: 9, mtime, os: 3, attrs: 0o644 << 16 });
}

export function filesOf(zip: Uint8Array): Files {
  return new Map(Object.entries(unzipSync(zip)));
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
