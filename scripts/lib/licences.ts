/** The notices of the packages that are inside the bundles: their licences ask for them in every copy. */
import { readdir, readFile } from "node:fs/promises";
import type { Metafile } from "esbuild";
import { inRoot } from "./paths.ts";

export async function thirdPartyNotices(metafiles: readonly Metafile[]): Promise<string> {
  const packages = new Set(
    metafiles.flatMap(({ inputs }) => Object.keys(inputs)).flatMap((path) => packageOf(path) ?? []),
  );
  const notices = await Promise.all([...packages].sort().map(noticeOf));
  return `${notices.join(`\n${"-".repeat(80)}\n\n`)}`;
}

/** `preact` of `node_modules/preact/hooks/dist/hooks.mjs`. */
export function packageOf(path: string): string | null {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

async function noticeOf(name: string): Promise<string> {
  const folder = inRoot("node_modules", name);
  const { version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} is bundled, but brings no licence text`);
  return `${name} ${version} (${license})\n\n${(await readFile(`${folder}/${file}`, "utf8")).trim()}\n`;
}
