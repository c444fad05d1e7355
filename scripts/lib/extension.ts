/** Builds the extension's folder for each browser, and checks what went in. */
import { copyFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Metafile } from "esbuild";
import { checkContentBundle, gzippedSize } from "../checks/content.ts";
import { checkShipped } from "../checks/shipped.ts";
import { checkAnalysis, problemLine } from "./analysis/check.ts";
import { loadAnalysis } from "./analysis/load.ts";
import { BROWSERS, type BrowserName } from "./browsers.ts";
import { type Bundle, bundleAll } from "./bundle.ts";
import { highlightSheet } from "./highlight-sheet.ts";
import { type ShippedPackage, shippedPackages, thirdPartyNotices } from "./licences.ts";
import { manifestFor, minimumVersions, readManifest } from "./manifest.ts";
import { extensionFolder, inRoot, PAGES } from "./paths.ts";

/** Files that go in as they are: where from, where to in the extension's folder. */
const STATIC: ReadonlyArray<readonly [from: string, to: string]> = [
  ...PAGES.map((page) => [`src/${page}/${page}.html`, `${page}.html`] as const),
  ["assets/managed-schema.json", "managed-schema.json"],
];

export interface Built {
  /** One line each; empty when the build is good. */
  problems: string[];
  /** Bytes of the content script, plain and gzipped, the larger of the two builds. */
  contentSize: { plain: number; gzipped: number };
  /** What is in the bundles that is not ours. */
  packages: ShippedPackage[];
}

interface BuildChoice {
  minify: boolean;
  browsers?: readonly BrowserName[];
}

/**
 * Writes `dist/chromium` and `dist/firefox`. Both are written even where a check has found problems, so that one can
 * look at what was refused. A readable build (`minify` off) is larger, never shipped, and not checked.
 */
export async function buildExtension({ minify, browsers = BROWSERS }: BuildChoice): Promise<Built> {
  const contentSize = { plain: 0, gzipped: 0 };
  const flaws = await checkAnalysis();
  if (flaws.length > 0) return { problems: flaws.map(problemLine), contentSize, packages: [] };
  const pack = await loadAnalysis();
  const manifest = await readManifest();
  const versions = minimumVersions(manifest);
  const problems: string[] = [];
  const metafiles: Metafile[] = [];
  const build = async (browser: BrowserName) => {
    const bundles = await bundleAll({ browser, version: versions[browser], pack, minify });
    await writeExtension(browser, manifestFor(browser, manifest), bundles);
    metafiles.push(...bundles.map(({ metafile }) => metafile));
    const content = bundles.find(({ name }) => name === "content.js")!;
    contentSize.plain = Math.max(contentSize.plain, content.text.length);
    contentSize.gzipped = Math.max(contentSize.gzipped, gzippedSize(content.text));
    if (minify) problems.push(...checkContentBundle(content));
  };
  await Promise.all(browsers.map(build));
  if (minify) problems.push(...(await checkShipped(browsers)));
  return { problems, contentSize, packages: await shippedPackages(metafiles) };
}

/** The same, for who works with the shipped build: problems are told and do not stop it. */
export async function buildToUse(browsers?: readonly BrowserName[]): Promise<Built> {
  const built = await buildExtension({ minify: true, ...(browsers && { browsers }) });
  for (const problem of built.problems) console.error(problem);
  return built;
}

async function writeExtension(browser: BrowserName, manifest: object, bundles: readonly Bundle[]) {
  const folder = extensionFolder(browser);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "icons"), { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  const packages = await shippedPackages(bundles.map(({ metafile }) => metafile));
  await write("THIRD-PARTY.txt", await thirdPartyNotices(packages));
  for (const { name, text } of bundles) await write(name, text);
  await write(
    "highlight.css",
    highlightSheet(browser, await readFile(inRoot("assets/highlight.css"), "utf8")),
  );
  for (const [from, to] of STATIC) await copyFile(inRoot(from), join(folder, to));
  await copyIcons(manifest, folder);
  await cp(inRoot("assets/_locales"), join(folder, "_locales"), { recursive: true });
}

/** The icons that the manifest names, so that a missing one fails here and not in a store. */
async function copyIcons(manifest: object, folder: string): Promise<void> {
  const { icons, action } = manifest as { icons: object; action: { default_icon: object } };
  for (const path of new Set<string>([...Object.values(icons), ...Object.values(action.default_icon)])) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(inRoot("assets", path), join(folder, path));
  }
}
