/** The packages that are inside the bundles, and their notices: their licences ask for them in every copy. */
import { readdir, readFile } from "node:fs/promises";
import type { Metafile } from "esbuild";
import { inRoot } from "./paths.ts";

/** `{ path: "node_modules/preact", name: "preact", version: "11.2.0", licence: "MIT", source: "https://github.com/…" }` */
export interface ShippedPackage {
  /** Its folder, as the lock file names it. */
  path: string;
  name: string;
  version: string;
  /** An SPDX expression. */
  licence: string;
  /** Where its source is to be had; empty where it does not say. */
  source: string;
}

/** The packages of which some file is in a bundle, sorted by their folders. */
export async function shippedPackages(metafiles: readonly Metafile[]): Promise<ShippedPackage[]> {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((path) => folderOf(path) ?? []));
  return Promise.all([...folders].sort().map(readPackage));
}

/** `preact` of `node_modules/preact/hooks/dist/hooks.mjs`. */
export function packageOf(path: string): string | null {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

/** `node_modules/preact` of the same, from wherever the folder of packages is linked. */
function folderOf(path: string): string | null {
  return /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

async function readPackage(path: string): Promise<ShippedPackage> {
  const { name, version, license, repository } = JSON.parse(
    await readFile(inRoot(path, "package.json"), "utf8"),
  );
  const source: string = typeof repository === "string" ? repository : (repository?.url ?? "");
  return { path, name, version, licence: license, source: source.replace(/^git\+|\.git$/g, "") };
}

/** Name, licence and notices of each, one after the other. */
export async function thirdPartyNotices(packages: readonly ShippedPackage[]): Promise<string> {
  const notices = await Promise.all(packages.map(noticeOf));
  return `${notices.join(`\n${"-".repeat(80)}\n\n`)}`;
}

/** The licence; the notice that goes with it (Apache licence, 4 d); and where the source is (Mozilla licence, 3.2). */
async function noticeOf({ path, name, version, licence, source }: ShippedPackage): Promise<string> {
  const folder = inRoot(path);
  const files = (await readdir(folder)).filter((entry) => /^(?:licen[cs]e|notice)/i.test(entry)).sort();
  if (!files.some((file) => /^licen[cs]e/i.test(file)))
    throw new Error(`${name} is bundled, but brings no licence text`);
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, "utf8")));
  const title = [`${name} ${version} (${licence})`, ...(source ? [`Source: ${source}`] : [])].join("\n");
  return `${title}\n\n${texts.map((text) => text.trim()).join("\n\n")}\n`;
}
