/**
 * A browser under an organisation's policy, on Linux: it is started where a folder of ours lies over the one in which it
 * looks for policies, for it and its children alone (a mount namespace), so that nothing is left on the machine.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BrowserName, browserPath } from "../../../scripts/lib/browsers.ts";
import { readManifest } from "../../../scripts/lib/manifest.ts";
import { extensionFolder } from "../../../scripts/lib/paths.ts";

export interface UnderPolicy {
  /** To be started in the place of the browser. */
  program: string;
  remove(): Promise<void>;
}

/** The folder that holds the browser's policies in its depth, and where in it; `null` where it has none. */
function placeOf(name: BrowserName): { over: string; file: string } | null {
  const chromium = { over: "/etc/chromium", file: "policies/managed/sidelight.json" };
  const beside = join(dirname(realpathSync(browserPath(name))), "distribution");
  const place = name === "chromium" ? chromium : { over: beside, file: "policies.json" };
  return existsSync(place.over) ? { ...place, over: realpathSync(place.over) } : null;
}

/** Whether a browser can be started under a policy here: not in every container, and not where it has no such folder. */
export function canHavePolicy(name: BrowserName): boolean {
  if (process.platform !== "linux" || placeOf(name) === null) return false;
  const over = placeOf(name)!.over;
  return spawnSync("unshare", ["-rm", "mount", "--bind", tmpdir(), over]).status === 0;
}

/** @param settings what the organisation prescribes to the extension */
export async function underPolicy(name: BrowserName, settings: object): Promise<UnderPolicy> {
  const folder = await mkdtemp(join(tmpdir(), "sidelight-policy-"));
  const { over, file } = placeOf(name)!;
  const policies = join(folder, "policies");
  await mkdir(dirname(join(policies, file)), { recursive: true });
  await writeFile(join(policies, file), JSON.stringify(await policyOf(name, settings)));
  const program = join(folder, "browser");
  // In the new namespace one is root, as whom Chromium has no sandbox.
  const extra = name === "chromium" ? " --no-sandbox" : "";
  await writeFile(
    program,
    `#!/bin/sh\nexec unshare -rm sh -c 'mount --bind "${policies}" "${over}" && exec "${browserPath(name)}"${extra} "$@"' browser "$@"\n`,
  );
  await chmod(program, 0o755);
  return { program, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function policyOf(name: BrowserName, settings: object): Promise<object> {
  if (name === "chromium") return { "3rdparty": { extensions: { [idOf(extensionFolder(name))]: settings } } };
  const { browser_specific_settings: specific } = await readManifest();
  const { gecko } = specific as { gecko: { id: string } };
  return { policies: { "3rdparty": { Extensions: { [gecko.id]: settings } } } };
}

/** The id that Chromium gives to an extension in a folder: its path, hashed, in letters of its own. */
function idOf(folder: string): string {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
