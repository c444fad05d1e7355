/**
 * What an organisation prescribes, from `storage.managed`, kept in `storage.local` where the extension's pages read the
 * settings anyway: nobody should have to wait for a second read.
 */

import { defaults } from "../../settings/defaults.ts";
import { canonical, parseSettings, type SparseSettings } from "../../settings/parse.ts";
import { MANAGED_KEY } from "../../settings/stored.ts";
import { isObject, property } from "../../settings/untrusted.ts";
import type { Lock, StorageArea } from "./writer.ts";

export interface ManagedArea {
  get(keys: null): Promise<Record<string, unknown>>;
}

/**
 * Brings the copy up to date. Called whenever the background wakes, and when the browser tells of a change. Never
 * rejects; a policy that cannot be read at the moment stays as it was.
 */
export async function updateManaged(area: StorageArea, managed: ManagedArea, lock: Lock): Promise<void> {
  try {
    const values = validOf(await policyOf(managed));
    await lock(async () => {
      const stored = (await area.get([MANAGED_KEY]))[MANAGED_KEY];
      if (JSON.stringify(stored ?? {}) !== JSON.stringify(values)) await area.set({ [MANAGED_KEY]: values });
    });
  } catch {
    // Stays as it was.
  }
}

/** Firefox rejects where nobody manages anything (Mozilla bug 1784446); Chromium answers an empty object. */
export async function policyOf(managed: ManagedArea): Promise<unknown> {
  try {
    return await managed.get(null);
  } catch (error) {
    if (/manifest not found/i.test(error instanceof Error ? error.message : String(error))) return {};
    throw error;
  }
}

/** The settings of a policy that are valid, whole: a list with one bad item is left out and locks nothing. */
function validOf(policy: unknown): SparseSettings {
  const values: SparseSettings = {};
  if (!isObject(policy)) return values;
  const { settings, problems } = parseSettings(policy, canonical);
  for (const key of Object.keys(defaults) as Array<keyof typeof defaults>) {
    const isBad = problems.some((problem) => problem.path[0] === key);
    if (property(policy, key) !== undefined && !isBad) values[key] = settings[key];
  }
  return values;
}
