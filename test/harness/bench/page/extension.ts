/** Copies of the built extension to measure: with a probe before the content script, with another pack. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { bundleAll } from "../../../../scripts/lib/bundle.ts";
import { minimumVersions, readManifest } from "../../../../scripts/lib/manifest.ts";
import { extensionFolder, inRoot } from "../../../../scripts/lib/paths.ts";
import type { Pack } from "../../../../src/pack/types.ts";
import { temporaryFolder } from "../../temporary.ts";

/** The shipped build, or one made with another pack, its content script untouched between two files of the bench. */
export function probed(browser: BrowserName, pack: Pack | null = null): Promise<string> {
  return copyOf(browser, async (folder) => {
    if (pack) await bundleInto(folder, browser, pack);
    const { outputFiles } = await build({
      entryPoints: [inRoot("test/harness/bench/page/probe.ts")],
      ...{ bundle: true, minify: true, format: "iife", charset: "ascii" },
      write: false,
    });
    await writeFile(join(folder, "bench-before.js"), outputFiles[0]!.text);
    await writeFile(join(folder, "bench-after.js"), "sidelightEvaluated();\n");
    const file = join(folder, "manifest.json");
    const manifest = JSON.parse(await readFile(file, "utf8"));
    for (const script of manifest.content_scripts as Array<{ js: string[] }>)
      if (script.js.includes("content.js")) script.js = ["bench-before.js", ...script.js, "bench-after.js"];
    await writeFile(file, JSON.stringify(manifest));
  });
}

/** The shipped build, made with another pack. */
export function withPack(browser: BrowserName, pack: Pack): Promise<string> {
  return copyOf(browser, (folder) => bundleInto(folder, browser, pack));
}

async function bundleInto(folder: string, browser: BrowserName, pack: Pack): Promise<void> {
  const version = minimumVersions(await readManifest())[browser];
  const bundles = await bundleAll({ browser, version, pack, minify: true });
  for (const { name, text } of bundles) await writeFile(join(folder, name), text);
}

async function copyOf(browser: BrowserName, change: (folder: string) => Promise<void>): Promise<string> {
  const folder = await temporaryFolder();
  await cp(extensionFolder(browser), folder, { recursive: true });
  await change(folder);
  return folder;
}
