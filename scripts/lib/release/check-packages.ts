/**
 * Whether the same sources give the same bytes, wherever and by whomever they are packed: the source archive is unpacked
 * elsewhere, in another order, by somebody of another time zone, language and umask, and packed there by its own commands.
 */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { inRoot } from "../paths.ts";
import { zipsOf } from "./packages.ts";
import { filesOf, sha256 } from "./zip.ts";

/** Somebody else's machine, as far as it can be had on this one. */
export interface Elsewhere {
  /** Of the folder that the archive is unpacked into. */
  folder: string;
  umask: number;
  timeZone: string;
  locale: string;
  /** Of the archive's commands, the one that is run. */
  command: "build-for-amo" | "package";
}

/** Far from each other, and from most developers: half-hour zones, a script from right to left, an `i` that has no dot as a capital. */
export const ELSEWHERE: readonly [Elsewhere, Elsewhere] = [
  {
    ...{ folder: "unpacked", umask: 0o077, timeZone: "Asia/Kathmandu", locale: "ur_PK.UTF-8" },
    command: "build-for-amo",
  },
  {
    ...{ folder: "a b/é پ", umask: 0o002, timeZone: "America/St_Johns", locale: "tr_TR.UTF-8" },
    command: "package",
  },
];

/** Firefox's zip of the folder that has been built, against the one that the source archive builds. */
export async function checkSourceBuilds(source: Uint8Array): Promise<string[]> {
  return checkElsewhere(source, await zipsOf(["firefox"]), ELSEWHERE[0]);
}

/**
 * @param source the source archive
 * @param expected name → contents, of all that its command writes
 * @param install packages are downloaded there; otherwise those of this folder are used
 * @returns what differs, one line each
 */
export async function checkElsewhere(
  source: Uint8Array,
  expected: ReadonlyMap<string, Uint8Array>,
  { folder, umask, timeZone, locale, command }: Elsewhere,
  install = false,
): Promise<string[]> {
  const temporary = await mkdtemp(join(tmpdir(), "sidelight-package-"));
  // The set-up notes that all packages are here, and the note goes along: of links alone npm would not believe it.
  if (!install) await promisify(execFile)(process.execPath, [inRoot("scripts/setup.mjs"), "--packages"]);
  // What is started has it from who starts it.
  const before = process.umask(umask);
  try {
    const root = join(temporary, folder);
    await mkdir(root, { recursive: true });
    const files = [...filesOf(source)].reverse();
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), bytes);
    }
    if (!install) await linkPackages(join(root, "node_modules"));
    const env = { ...process.env, TZ: timeZone, LANG: locale, LC_ALL: locale };
    await promisify(execFile)("npm", ["run", "--silent", command], { cwd: root, env, shell: true });
    const differing: string[] = [];
    for (const [name, bytes] of expected) {
      const theirs = await readFile(join(root, "dist", name));
      if (sha256(theirs) !== sha256(bytes))
        differing.push(`${name} is another one where ${command} is run in ${timeZone} with ${locale}`);
    }
    return differing;
  } finally {
    process.umask(before);
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * A folder of links to the packages that are here, and copies of what is noted of them. Not one link to the folder: `npm ci`,
 * where it finds something amiss, empties the folder that it is given, through a link as well.
 */
async function linkPackages(folder: string): Promise<void> {
  await mkdir(folder);
  for (const entry of await readdir(inRoot("node_modules"), { withFileTypes: true })) {
    const path = inRoot("node_modules", entry.name);
    if (entry.isDirectory()) await symlink(path, join(folder, entry.name), "junction");
    else await copyFile(path, join(folder, entry.name));
  }
}
