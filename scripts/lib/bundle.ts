/** Bundles the entries for one browser. Pure: answers the files, writes nothing. */
import { basename } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { minify as squeeze } from "terser";
import type { Pack } from "../../src/pack/types.ts";
import type { BrowserName } from "./browsers.ts";
import { inRoot, named, ROOT } from "./paths.ts";
import { cssAsText, packModules } from "./plugins.ts";
import { safePreact } from "./safe-preact.ts";
import { escapeNoncharacters } from "./utf8.ts";

/** What the manifest and the pages name, by the file it is made from. Listed, not globbed: a missing entry must fail, not vanish. */
export const ENTRIES = {
  "content.js": "src/content/main.ts",
  "background.js": "src/background/main.ts",
  "popup.js": "src/popup/main.tsx",
  "options.js": "src/options/main.tsx",
  "welcome.js": "src/welcome/main.tsx",
} as const;
export const SHEETS = ["src/popup/popup.css", "src/options/options.css", "src/welcome/welcome.css"] as const;

export interface Bundle {
  /** File name in the extension's folder, and its text. */
  name: string;
  text: string;
  metafile: Metafile;
}

export interface BundleOptions {
  browser: BrowserName;
  /** The oldest version to compile for. */
  version: string;
  pack: Pack;
  minify: boolean;
}

export async function bundleAll(options: BundleOptions): Promise<Bundle[]> {
  const scripts = Object.entries(ENTRIES).map(([name, entry]) => bundleScript(name, inRoot(entry), options));
  const sheets = SHEETS.map((sheet) => bundleSheet(inRoot(sheet), options));
  return Promise.all([...scripts, ...sheets]);
}

async function bundleScript(
  name: string,
  entry: string,
  { browser, version, pack, minify }: BundleOptions,
): Promise<Bundle> {
  const target = targetOf(browser, version);
  const result = await build({
    ...shared(entry, target, false),
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [packModules(pack), cssAsText(target, minify), safePreact()],
  });
  const text = result.outputFiles[0]!.text;
  return {
    name,
    text: escapeNoncharacters(minify ? await squeezed(text, name) : text, name),
    metafile: result.metafile,
  };
}

const CONTENT = "content.js";

/**
 * Minified by terser, not by esbuild: 1.6 kB less of a content script that may have 50, for half a second of the build.
 */
async function squeezed(text: string, name: string): Promise<string> {
  const { code } = await squeeze(text, {
    compress: { passes: 3, ecma: 2020 },
    mangle: true,
    // One letter beyond Latin-1, and the browser keeps the source at two bytes a letter: in every frame of every page.
    format: { ecma: 2020, ascii_only: name === CONTENT },
  });
  if (code === undefined) throw new Error("terser gave nothing back");
  return code;
}

async function bundleSheet(sheet: string, { browser, version, minify }: BundleOptions): Promise<Bundle> {
  const result = await build(shared(sheet, targetOf(browser, version), minify));
  return { name: basename(sheet), text: result.outputFiles[0]!.text, metafile: result.metafile };
}

/** The same bytes from the same sources: no absolute paths, no times, no source maps. */
function shared(entry: string, target: string, minify: boolean) {
  return {
    absWorkingDir: ROOT,
    entryPoints: [named(entry)],
    bundle: true,
    write: false as const,
    metafile: true as const,
    minify,
    target,
    outdir: "dist",
    // Names in Arabic script, Devanagari or Han are half the size of their escapes.
    charset: "utf8" as const,
    // Notices of the packages go into THIRD-PARTY.txt instead, once for all files.
    legalComments: "none" as const,
    // The callers report errors themselves.
    logLevel: "silent" as const,
  } satisfies BuildOptions;
}

function targetOf(browser: BrowserName, version: string): string {
  return `${browser === "chromium" ? "chrome" : "firefox"}${version}`;
}
