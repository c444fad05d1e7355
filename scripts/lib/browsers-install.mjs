/**
 * Finds the browsers that this machine has, and installs one through the system's package manager where none is found.
 * Nothing is downloaded past the package manager.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @typedef {"chromium" | "firefox"} BrowserName */

/** The variable that names a browser of the developer's choice, by path. */
const OVERRIDE = { chromium: "SIDELIGHT_CHROMIUM", firefox: "SIDELIGHT_FIREFOX" };

/**
 * Command names to look for on PATH, best first. Google's own Chrome comes late: branded builds refuse to load
 * extensions from the command line, which the tests and the demo rely on.
 */
const COMMANDS = {
  chromium: [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "msedge",
  ],
  firefox: ["firefox-esr", "firefox", "firefox-developer-edition"],
};

/** Where browsers live on systems that do not put them on PATH. */
const PLACES = {
  chromium: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ...windows("Chromium\\Application\\chrome.exe"),
    ...windows("Google\\Chrome\\Application\\chrome.exe"),
    ...windows("Microsoft\\Edge\\Application\\msedge.exe"),
  ],
  firefox: ["/Applications/Firefox.app/Contents/MacOS/firefox", ...windows("Mozilla Firefox\\firefox.exe")],
};

/** Package managers, with the command that installs, and each browser's package there (first that is known wins). */
const MANAGERS = [
  {
    command: "apt-get",
    refresh: ["apt-get", "update", "-q"],
    install: ["apt-get", "install", "-y", "-q", "--no-install-recommends"],
    known: ["apt-cache", "show"],
    packages: { chromium: ["chromium", "chromium-browser"], firefox: ["firefox-esr", "firefox"] },
  },
  {
    command: "dnf",
    install: ["dnf", "install", "-y"],
    packages: { chromium: ["chromium"], firefox: ["firefox"] },
  },
  {
    command: "pacman",
    install: ["pacman", "-Sy", "--noconfirm", "--needed"],
    packages: { chromium: ["chromium"], firefox: ["firefox"] },
  },
  {
    command: "brew",
    unprivileged: true,
    install: ["brew", "install", "--cask"],
    packages: { chromium: ["chromium"], firefox: ["firefox"] },
  },
];

/**
 * The path of a browser's program, or `null`.
 * @param {BrowserName} name
 * @returns {string | null}
 * @throws when the override names something that is not there
 */
export function findBrowser(name) {
  const chosen = process.env[OVERRIDE[name]];
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`${OVERRIDE[name]} names ${chosen}, which is not a program.`);
  }
  for (const command of COMMANDS[name]) {
    const found = onPath(command);
    if (found) return found;
  }
  return PLACES[name].find(isProgram) ?? null;
}

/**
 * Sees to it that every browser asked for is there, and answers their paths.
 * @param {readonly BrowserName[]} names
 * @returns {Record<string, string>}
 * @throws with what to do, when one is missing and cannot be installed
 */
export function ensureBrowsers(names) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of names) {
    let path = findBrowser(name);
    if (!path) {
      installBrowser(name);
      path = findBrowser(name);
    }
    if (!path) throw new Error(missing(name));
    found[name] = path;
  }
  return found;
}

/** @param {BrowserName} name */
function installBrowser(name) {
  const manager = MANAGERS.find(({ command }) => onPath(command));
  if (!manager) return;
  const prefix = manager.unprivileged ? [] : asRoot();
  if (!prefix) return;
  console.error(`setup: no ${name} here; installing it (${manager.command}) …`);
  if (manager.refresh) run([...prefix, ...manager.refresh]);
  const { known } = manager;
  const wanted = manager.packages[name];
  const candidate = known ? wanted.find((pkg) => run([...known, pkg], "ignore")) : wanted[0];
  if (candidate) run([...prefix, ...manager.install, candidate]);
}

/** What to put before a command that needs root: nothing, sudo, or `null` when a password would be asked for. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return onPath("sudo") && run(["sudo", "-n", "true"], "ignore") ? ["sudo", "-n"] : null;
}

/**
 * @param {string[]} command
 * @param {"ignore" | "tell"} [output]
 */
function run(command, output = "tell") {
  const [program = "", ...args] = command;
  const stdio = output === "tell" ? 2 : "ignore";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", stdio, stdio], env }).status === 0;
}

/** @param {string} command */
function onPath(command) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, process.platform === "win32" ? `${command}.exe` : command);
    if (folder !== "" && isProgram(path)) return path;
  }
  return null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path) && statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string} tail */
function windows(tail) {
  return [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .map((folder) => `${folder}\\${tail}`);
}

/** @param {BrowserName} name */
function missing(name) {
  const minimum = name === "chromium" ? "Chromium, Chrome or Edge 140 or newer" : "Firefox 150 or newer";
  return (
    `no ${name} was found and none could be installed. Install ${minimum}, ` +
    `or set ${OVERRIDE[name]} to the path of one, and run the command again.`
  );
}
