/** Strips the one manifest to what a browser may see: each of them warns of, or refuses, the other's keys. */
import { readFile } from "node:fs/promises";
import type { BrowserName } from "./browsers.ts";
import { inRoot } from "./paths.ts";

type Json = Record<string, unknown>;

/** The manifest as browsers read it, with the version of the project, which stands in `package.json` alone. */
export async function readManifest(): Promise<Json> {
  const { manifest_version, name, ...rest }: Json = JSON.parse(
    await readFile(inRoot("manifest.json"), "utf8"),
  );
  const { version } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
  return { manifest_version, name, version, ...rest };
}

export function manifestFor(browser: BrowserName, manifest: Json): Json {
  const stripped = structuredClone(manifest);
  const background = stripped.background as Json;
  if (browser === "chromium") {
    delete stripped.browser_specific_settings;
    delete background.scripts;
  } else {
    delete stripped.minimum_chrome_version;
    // Here the content script's own patterns allow injecting it as well; in Chrome they do not.
    delete stripped.host_permissions;
    // Here policies need no schema, and the key is unknown.
    delete stripped.storage;
    delete background.service_worker;
  }
  return stripped;
}

/** The oldest versions that run Sidelight, as the manifest states them; the bundles are compiled for these. */
export function minimumVersions(manifest: Json): Record<BrowserName, string> {
  const settings = manifest.browser_specific_settings as { gecko: { strict_min_version: string } };
  return {
    chromium: String(manifest.minimum_chrome_version),
    firefox: settings.gecko.strict_min_version.replace(/\..*$/, ""),
  };
}
