/**
 * Brings a fresh clone to the point where the other scripts can run: the pinned packages, and (without `--packages`)
 * a Chromium and a Firefox. Plain JavaScript without dependencies, because it runs before there are any. Says what it
 * does on stderr only, so that commands with output of their own can be piped.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BROWSERS, ensureBrowser } from "./lib/browsers-install.mjs";

const root = join(import.meta.dirname, "..");
const lockFile = join(root, "package-lock.json");
const stampFile = join(root, "node_modules", ".sidelight-setup");
/** Binaries such as esbuild's differ by platform: a folder mounted into a container must not count as installed. */
const wanted = hash(readFileSync(lockFile, "utf8") + process.platform + process.arch);

try {
  if (!isStamped()) oneAtATime(ensurePackages);
  if (!process.argv.includes("--packages")) for (const name of BROWSERS) ensureBrowser(name);
} catch (error) {
  console.error(`setup: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

function ensurePackages() {
  if (isStamped()) return;
  if (!holdsLockedVersions()) install();
  writeFileSync(stampFile, wanted);
}

function isStamped() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted;
}

/** Whether npm, asked, has nothing to bring: after `npm install` by hand there is nothing to do. */
function holdsLockedVersions() {
  // npm writes it last, so never after an install that was interrupted.
  if (!existsSync(join(root, "node_modules", ".package-lock.json"))) return false;
  const { stdout } = npm("install --dry-run --json --offline", "pipe");
  return /"added": 0\b/.test(stdout) && /"changed": 0\b/.test(stdout);
}

/**
 * @param {string} command
 * @param {2 | "pipe"} output
 */
function npm(command, output) {
  return spawnSync(`npm ${command} --no-fund --no-audit`, {
    cwd: root,
    shell: true,
    encoding: "utf8",
    stdio: ["ignore", output, 2],
    env: { ...process.env, NODE_ENV: "development" },
  });
}

function install() {
  console.error("setup: installing packages (npm ci) …");
  const { status } = npm("ci", 2);
  if (status !== 0)
    throw new Error("npm ci failed (its reason is above). With the network back, run the command again.");
}

/**
 * Does it alone, waiting for another setup of this folder; the turn of one that has died is over. The file that says whose
 * turn it is lies outside `node_modules`, which `npm ci` deletes.
 * @param {() => void} act
 */
function oneAtATime(act) {
  const turn = join(tmpdir(), `sidelight-setup-${hash(root).slice(0, 16)}`);
  for (let told = false; ; told = true) {
    try {
      writeFileSync(turn, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    if (!isAlive(turn)) rmSync(turn, { force: true });
    else if (!told) console.error("setup: another setup is running here; waiting for it …");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  try {
    act();
  } finally {
    rmSync(turn, { force: true });
  }
}

/** @param {string} turn */
function isAlive(turn) {
  try {
    // Not written yet: zero, which stands for this process.
    return process.kill(Number(readFileSync(turn, "utf8")), 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {string} text */
function hash(text) {
  return createHash("sha256").update(text).digest("hex");
}
