/** Installs the packages of package-lock.json when `node_modules` does not hold them. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const lockFile = join(root, "package-lock.json");
const stampFile = join(root, "node_modules", ".sidelight-setup");
/** Binaries such as esbuild's differ by platform: a folder mounted into a container must not count as installed. */
const platform = `${process.platform}-${process.arch}`;

export function ensurePackages() {
  const wanted = stampOf(readFileSync(lockFile));
  if (stamped(wanted)) return;
  const release = acquire(join(tmpdir(), `sidelight-setup-${stampOf(Buffer.from(root)).slice(0, 16)}`));
  try {
    if (stamped(wanted)) return;
    if (!holdsLockedVersions()) install();
    writeFileSync(stampFile, wanted);
  } finally {
    release();
  }
}

/** @param {Buffer} bytes */
function stampOf(bytes) {
  return createHash("sha256").update(bytes).update(platform).digest("hex");
}

/** @param {string} wanted */
function stamped(wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted;
}

/**
 * Whether npm's own record of what it installed (written last, so never after an interrupted install) has every
 * required package in the locked version: after `npm install` by hand there is nothing to do.
 */
function holdsLockedVersions() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const locked = packagesOf(lockFile);
  const installed = packagesOf(record);
  return Object.entries(locked).every(
    ([path, entry]) =>
      path === "" ||
      installed[path]?.version === entry.version ||
      (entry.optional === true && !installed[path] && !existsSync(join(root, path)) && !isMadeForHere(entry)),
  );
}

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/**
 * Whether a package is made for this very kind of machine, by what the lock says of it. npm leaves out what is made for
 * others, and optional packages that only those need.
 * @param {LockEntry} entry
 */
function isMadeForHere({ os, cpu, libc }) {
  return (
    (os !== undefined || cpu !== undefined) &&
    allows(os, process.platform) &&
    allows(cpu, process.arch) &&
    (process.platform !== "linux" || allows(libc, libcHere()))
  );
}

/**
 * A list of what is allowed, or, with `!`, of what is not.
 * @param {string[] | undefined} list
 * @param {string} here
 */
function allows(list, here) {
  if (!list) return true;
  return list.some((item) => item.startsWith("!")) ? !list.includes(`!${here}`) : list.includes(here);
}

function libcHere() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

function install() {
  console.error("setup: installing packages (npm ci) …");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-fund", "--no-audit"];
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const options = { cwd: root, stdio: ["ignore", 2, 2], env: { ...process.env, NODE_ENV: "development" } };
  const run = npm?.endsWith("js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (run.status !== 0)
    throw new Error("npm ci failed (its reason is above). With the network back, run the command again.");
}

/**
 * Takes a lock that another setup of this folder may hold, waiting for it; a lock whose owner has died is taken over.
 * It lies outside `node_modules`, which `npm ci` deletes.
 * @param {string} directory
 * @returns {() => void}
 */
function acquire(directory) {
  const owner = join(directory, "pid");
  let told = false;
  for (;;) {
    try {
      mkdirSync(directory);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(directory, { recursive: true, force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    // Between `mkdir` and the write there is no owner yet: give it a moment before calling the lock abandoned.
    if (!existsSync(owner)) pause(500);
    if (!alive(owner)) {
      rmSync(directory, { recursive: true, force: true });
      continue;
    }
    if (!told) console.error("setup: another setup is running here; waiting for it …");
    told = true;
    pause(300);
  }
}

/** @param {string} owner */
function alive(owner) {
  try {
    process.kill(Number(readFileSync(owner, "utf8")), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {number} ms */
function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
