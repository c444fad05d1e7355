/** What the stores take: a zip for each browser, the sources, and the bill of materials. The same sources give the same bytes. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BROWSERS, type BrowserName } from "../browsers.ts";
import { buildToUse } from "../extension.ts";
import { readManifest } from "../manifest.ts";
import { DIST, extensionFolder, filesBelow, inRoot } from "../paths.ts";
import { billOfMaterials } from "./sbom.ts";
import { sourceFiles } from "./source-files.ts";
import { readFiles, zipOf } from "./zip.ts";

/** Name in `dist/` → contents. */
export type Packed = ReadonlyMap<string, Uint8Array>;

/** Builds, and writes them; `null` where the build has problems, which have been told. */
export async function packageAll(): Promise<Packed | null> {
  const { problems, packages } = await buildToUse();
  if (problems.length > 0) return null;
  const version = String((await readManifest()).version);
  const { packages: lock } = JSON.parse(await readFile(inRoot("package-lock.json"), "utf8"));
  const bill = Buffer.from(billOfMaterials(version, packages, lock));
  return write(
    new Map([...(await zipsOf(BROWSERS)), ...(await sourceZip()), [`sidelight-${version}.cdx.json`, bill]]),
  );
}

/** For Firefox alone: what a reviewer of the store builds, to compare. */
export async function packageForFirefox(): Promise<Packed | null> {
  const { problems } = await buildToUse(["firefox"]);
  return problems.length > 0 ? null : write(await zipsOf(["firefox"]));
}

/** Of the folders that have been built. */
export async function zipsOf(browsers: readonly BrowserName[]): Promise<Packed> {
  const version = String((await readManifest()).version);
  const zips = browsers.map(async (browser) => {
    const folder = extensionFolder(browser);
    const zip = zipOf(await readFiles(folder, await filesBelow(folder)));
    return [`sidelight-${browser}-${version}.zip`, zip] as const;
  });
  return new Map(await Promise.all(zips));
}

export async function sourceZip(): Promise<Packed> {
  const version = String((await readManifest()).version);
  return new Map([[`sidelight-source-${version}.zip`, zipOf(await sourceFiles())]]);
}

async function write(packed: Packed): Promise<Packed> {
  for (const [name, bytes] of packed) await writeFile(join(DIST, name), bytes);
  return packed;
}
