/**
 * `npm start [-- ADDRESS-OR-FILE …] [-- --browser firefox]`: builds the extension and shows what it does, on the given
 * pages or on the project's reading page; in a window where there is a display, else headless with a table and
 * screenshots.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  BROWSERS,
  type BrowserName,
  browserPath,
  hasDisplay,
  sandboxless,
} from "../../scripts/lib/browsers.ts";
import { cli, oneOf } from "../../scripts/lib/cli.ts";
import { buildExtension } from "../../scripts/lib/extension.ts";
import { extensionFolder, here, inRoot } from "../../scripts/lib/paths.ts";
import { demonstrate, type Target } from "./demo.ts";
import { serve } from "./serve.ts";

const READING_PAGE = inRoot("scripts/reading/index.html");

const { browser, words } = cli(
  "start -- [ADDRESS-OR-FILE …] [--browser firefox]",
  { browser: oneOf(BROWSERS, "chromium") },
  "any",
);
const folders: Record<string, string> = {};
const server = await serve(folders);
try {
  const targets = await targetsOf(words.length > 0 ? words : [READING_PAGE]);
  const { problems } = await buildExtension({ minify: true });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const offline = targets.every(({ address }) => address.startsWith(server.address));
  if (hasDisplay()) await openWindow(browser, targets);
  else await demonstrate({ browser, targets, offline, alsoDark: words.length === 0 });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await server.close();
}

/**
 * Addresses as they are, local files over a server on this machine.
 * @throws naming a file that is not there
 */
async function targetsOf(given: readonly string[]): Promise<Target[]> {
  const isAddress = (item: string) => /^https?:\/\//i.test(item);
  for (const [index, item] of given.entries()) {
    if (isAddress(item)) continue;
    const path = here(item);
    if (!(await stat(path).catch(() => null))?.isFile())
      throw new Error(`${item} is neither a file nor an address (addresses begin with http:// or https://).`);
    folders[`page-${index}`] = dirname(path);
  }
  return given.map((item, index) => {
    if (isAddress(item)) return { name: item, address: item };
    const name = basename(item);
    return { name, address: `${server.address}page-${index}/${encodeURIComponent(name)}` };
  });
}

/** A window with the extension and a throw-away profile; until the reader has closed it. */
async function openWindow(name: BrowserName, targets: readonly Target[]): Promise<void> {
  const target =
    name === "chromium"
      ? [
          "--target=chromium",
          `--chromium-binary=${browserPath(name)}`,
          ...sandboxless().map((arg) => `--args=${arg}`),
        ]
      : ["--target=firefox-desktop", `--firefox=${browserPath(name)}`];
  const given = [
    ...["run", "--no-input", "--no-reload", "--no-config-discovery", `--source-dir=${extensionFolder(name)}`],
    ...target,
    ...targets.map(({ address }) => `--start-url=${address}`),
  ];
  const program = join(dirname(fileURLToPath(import.meta.resolve("web-ext"))), "bin/web-ext.js");
  const window = spawn(process.execPath, [program, ...given], { stdio: "inherit" });
  const [code] = await once(window, "exit");
  process.exitCode = code ?? 1;
}
