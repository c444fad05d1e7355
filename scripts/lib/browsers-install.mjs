/**
 * Finds the browsers that this machine has, and installs one through the system's package manager where none is found.
 * Nothing is downloaded past the package manager.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @typedef {"chromium" | "firefox"} BrowserName */

/** @type {readonly BrowserName[]} */
export const BROWSERS = ["chromium", "firefox"];

/**
 * Of each: the variable that names one of the developer's choice by path; commands to look for on PATH, best first (Google's own
 * Chrome comes late: branded builds refuse to load extensions from the command line, which the tests and the demo rely on);
 * places on systems that do not put them on PATH; and packages, the first that can be installed.
 */
const KNOWN = {
  chromium: {
    variable: "SIDELIGHT_CHROMIUM",
    wanted: "Chromium, Chrome or Edge 140 or newer",
    commands: "chromium chromium-browser google-chrome-stable google-chrome microsoft-edge-stable msedge",
    places: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ...windows("Chromium\\Application\\chrome.exe", "Google\\Chrome\\Application\\chrome.exe"),
      ...windows("Microsoft\\Edge\\Application\\msedge.exe"),
    ],
    packages: ["chromium", "chromium-browser"],
  },
  firefox: {
    variable: "SIDELIGHT_FIREFOX",
    wanted: "Firefox 150 or newer",
    commands: "firefox-esr firefox firefox-developer-edition",
    places: ["/Applications/Firefox.app/Contents/MacOS/firefox", ...windows("Mozilla Firefox\\firefox.exe")],
    packages: ["firefox-esr", "firefox"],
  },
};

/** Package managers, and how each installs. */
const MANAGERS = {
  "apt-get": ["apt-get", "install", "-y", "-q", "--no-install-recommends"],
  dnf: ["dnf", "install", "-y"],
  pacman: ["pacman", "-Sy", "--noconfirm", "--needed"],
  brew: ["brew", "install", "--cask"],
};

/**
 * The path of a browser's program, or `null`.
 * @param {BrowserName} name
 * @returns {string | null}
 * @throws when the developer's choice is not there
 */
function findBrowser(name) {
  const { variable, commands, places } = KNOWN[name];
  const chosen = process.env[variable];
  if (chosen && !isProgram(chosen)) throw new Error(`${variable} names ${chosen}, which is not a program.`);
  return chosen || [...commands.split(" ").flatMap(onPath), ...places].find(isProgram) || null;
}

/**
 * The path of a browser's program, which is installed where it is missing.
 * @param {BrowserName} name
 * @returns {string}
 * @throws with what to do, when it is missing and cannot be installed
 */
export function ensureBrowser(name) {
  if (!findBrowser(name)) install(name);
  const found = findBrowser(name);
  if (found) return found;
  const { variable, wanted } = KNOWN[name];
  throw new Error(
    `no ${name} was found and none could be installed. Install ${wanted}, ` +
      `or set ${variable} to the path of one, and run the command again.`,
  );
}

/** @param {BrowserName} name */
function install(name) {
  const found = Object.entries(MANAGERS).find(([command]) => onPath(command).some(isProgram));
  if (!found) return;
  const [manager, command] = found;
  console.error(`setup: no ${name} here; installing it (${manager}) …`);
  // Where a password would be asked for, `sudo -n` fails at once. Homebrew will not be run by root.
  const asRoot = manager === "brew" || process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (manager === "apt-get") run([...asRoot, manager, "update", "-q"]);
  KNOWN[name].packages.some((each) => run([...asRoot, ...command, each]));
}

/** @param {string[]} command */
function run([program = "", ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: ["ignore", 2, 2], env }).status === 0;
}

/**
 * Where a command would be.
 * @param {string} command
 */
function onPath(command) {
  const file = process.platform === "win32" ? `${command}.exe` : command;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => (folder ? [join(folder, file)] : []));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string[]} tails */
function windows(...tails) {
  const folders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  return folders.flatMap((folder) => (folder ? tails.map((tail) => `${folder}\\${tail}`) : []));
}
