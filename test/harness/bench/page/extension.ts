/** Copies of the built extension to measure: with a probe before the content script, or with an empty one in its place. */
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { bundleAll } from "../../../../scripts/lib/bundle.ts";
import { minimumVersions, readManifest } from "../../../../scripts/lib/manifest.ts";
import { extensionFolder, inRoot } from "../../../../scripts/lib/paths.ts";
import type { Pack } from "../../../../src/pack/types.ts";

/** Under this key of `storage.local` are the names that the background of a probed build hands out. */
export const BENCH_NAMES = "bench.names";

/** Put before the background: it answers requests for the pack with the names of the bench. */
const HANDS_OUT = `{
  const { runtime, storage } = globalThis.browser ?? chrome;
  const add = runtime.onMessage.addListener.bind(runtime.onMessage);
  runtime.onMessage.addListener = (listener) =>
    add((message, sender, respond) => {
      if (message?.type !== "pack.text") return listener(message, sender, respond);
      storage.local.get(["pack.id", "pack.text", "${BENCH_NAMES}"]).then((found) =>
        respond({ id: found["pack.id"], text: found["${BENCH_NAMES}"] ?? found["pack.text"] }));
      return true;
    });
}\n`;

/** The shipped build, its content script untouched between two files of the bench. */
export function probed(browser: BrowserName): Promise<string> {
  return copyOf(browser, async (folder) => {
    const { outputFiles } = await build({
      entryPoints: [inRoot("test/harness/bench/page/probe.ts")],
      ...{ bundle: true, minify: true, format: "iife", charset: "ascii" },
      write: false,
    });
    await writeFile(join(folder, "bench-before.js"), outputFiles[0]!.text);
    await writeFile(join(folder, "bench-after.js"), "sidelightEvaluated();\n");
    const background = join(folder, "background.js");
    await writeFile(background, HANDS_OUT + (await readFile(background, "utf8")));
    const file = join(folder, "manifest.json");
    const manifest = JSON.parse(await readFile(file, "utf8"));
    for (const script of manifest.content_scripts as Array<{ js: string[] }>)
      if (script.js.includes("content.js")) script.js = ["bench-before.js", ...script.js, "bench-after.js"];
    await writeFile(file, JSON.stringify(manifest));
  });
}

/** The shipped build with a content script that does nothing: what any extension costs that runs on every page. */
export function hollow(browser: BrowserName): Promise<string> {
  return copyOf(browser, (folder) => writeFile(join(folder, "content.js"), "void 0;\n"));
}

/** The shipped build, made with another pack. */
export function withPack(browser: BrowserName, pack: Pack): Promise<string> {
  return copyOf(browser, async (folder) => {
    const version = minimumVersions(await readManifest())[browser];
    const bundles = await bundleAll({ browser, version, pack, minify: true });
    for (const { name, text } of bundles) await writeFile(join(folder, name), text);
  });
}

async function copyOf(browser: BrowserName, change: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sidelight-bench-"));
  await cp(extensionFolder(browser), folder, { recursive: true });
  await change(folder);
  return folder;
}
