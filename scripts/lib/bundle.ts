/** Bundles the entries for one browser. Pure: answers the files, writes nothing. */
import { basename } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { minify as squeeze } from "terser";
import type { Pack } from "../../src/pack/types.ts";
import type { BrowserName } from "./browsers.ts";
import { PAGES, ROOT } from "./paths.ts";
import { cssAsText, packModules, safePreact } from "./plugins.ts";

/** What runs in pages: as small as can be, and ASCII, for one letter beyond Latin-1 doubles what a frame keeps of its source. */
const IN_PAGES = ["content.js", "marker.js", "card.js"];
const NAMES = "names.js";

/** What the manifest and the pages name, by the file it is made from. Listed, not globbed: a missing entry must fail, not vanish. */
const SCRIPTS: Readonly<Record<string, string>> = {
  "content.js": "src/content/sentinel/main.ts",
  [NAMES]: "src/content/names.ts",
  "marker.js": "src/content/main.ts",
  "card.js": "src/content/card-script.ts",
  "background.js": "src/background/main.ts",
  ...Object.fromEntries(PAGES.map((page) => [`${page}.js`, `src/${page}/main.tsx`])),
};
const SHEETS = PAGES.map((page) => `src/${page}/${page}.css`);

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

export async function bundleAll({ browser, version, pack, minify }: BundleOptions): Promise<Bundle[]> {
  const target = `${browser === "chromium" ? "chrome" : "firefox"}${version}`;
  const make = async (name: string, entry: string, options: BuildOptions): Promise<Bundle> => {
    const { outputFiles, metafile } = await build({
      // The same bytes from the same sources: no absolute paths, no times, no source maps.
      absWorkingDir: ROOT,
      entryPoints: [entry],
      bundle: true,
      minify,
      target,
      // esbuild has them made by a call at run time, each time anew, for browsers that do not know Unicode's latest additions.
      supported: { "regexp-unicode-property-escapes": true },
      outdir: "dist",
      // Notices of the packages go into THIRD-PARTY.txt instead, once for all files.
      legalComments: "none",
      // The callers report errors themselves.
      logLevel: "silent",
      ...options,
      write: false,
      metafile: true,
    });
    const { text } = outputFiles[0]!;
    return { name, text: minify && IN_PAGES.includes(name) ? await squeezed(text) : text, metafile };
  };
  const scripts = Object.entries(SCRIPTS).map(([name, entry]) =>
    make(name, entry, {
      format: "iife",
      jsx: "automatic",
      jsxImportSource: "preact",
      plugins: [packModules(pack), cssAsText(target, minify), safePreact()],
      // Names in Arabic script, Devanagari or Han are half the size of their escapes.
      charset: IN_PAGES.includes(name) || name === NAMES ? "ascii" : "utf8",
    }),
  );
  const sheets = SHEETS.map((sheet) => make(basename(sheet), sheet, { charset: "utf8" }));
  return Promise.all([...scripts, ...sheets]);
}

/** What terser still finds in esbuild's output: a twentieth of the script that every page pays for (decision 6). */
async function squeezed(text: string): Promise<string> {
  const options = { compress: { passes: 3, ecma: 2020 }, format: { ecma: 2020, ascii_only: true } } as const;
  const { code } = await squeeze(text, options);
  return code!;
}
