/**
 * Throw-away profiles of Firefox that begin with what an earlier browser had compiled of its own scripts: that takes a third of the
 * processor time of a start.
 */
import { rmSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserPath } from "../../../scripts/lib/browsers.ts";
import { inRoot } from "../../../scripts/lib/paths.ts";

/**
 * With the second, Firefox tells whether the others are its own. What it notes of extensions (`webext.sc.lz4`) stays behind: an altered
 * one has the id and the version of the built one.
 */
const COMPILED = "startupCache.8.little scriptCache.bin scriptCache-child.bin urlCache.bin"
  .split(" ")
  .map((name) => join("startupCache", name));
const KEPT = [...COMPILED, "compatibility.ini"];

/** Another Firefox begins anew. */
const store = () =>
  inRoot("node_modules/.cache/sidelight", `firefox-${statSync(browserPath("firefox")).mtimeMs}`);

export class ThrowAwayProfile {
  readonly folder: string;
  /** Of a browser that is killed, and of a run that is broken off, nothing else would take it away. */
  readonly #atExit = () => rmSync(this.folder, { recursive: true, force: true });

  constructor(folder: string) {
    this.folder = folder;
    process.once("exit", this.#atExit);
  }

  static async make(): Promise<ThrowAwayProfile> {
    const folder = await mkdtemp(join(tmpdir(), "sidelight-firefox-"));
    await copyKept(store(), folder);
    return new ThrowAwayProfile(folder);
  }

  /** When its browser has ended, which writes what is kept last of all. */
  async end(): Promise<void> {
    const part = `${store()}-${process.pid}`;
    // The first that is whole stays: a folder that is there is not replaced.
    if (await copyKept(this.folder, part)) await rename(part, store()).catch(() => {});
    for (const folder of [part, this.folder]) await rm(folder, { recursive: true, force: true });
    process.off("exit", this.#atExit);
  }
}

/** Answers whether all was there. */
async function copyKept(from: string, to: string): Promise<boolean> {
  await mkdir(join(to, "startupCache"), { recursive: true });
  const copied = KEPT.map((name) =>
    cp(join(from, name), join(to, name)).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(copied)).every(Boolean);
}
