/**
 * From any earlier stored form to today's. A migration is a pure step from one version to the next, never edited once
 * released; a change of a default needs none, because settings are stored sparsely.
 */
import type { SparseSettings } from "./parse.ts";

/** `values` of version `from` become values of version `from + 1`. Must not throw on damaged values, nor change them in place. */
export interface Migration {
  from: number;
  migrate(values: SparseSettings): SparseSettings;
}

export const migrations: readonly Migration[] = [
  // Names of the reader's own may be kept to sites. What there is stays as it is; but a version that does not know of that
  // would look for them everywhere, or drop them from the mirror, and must see that this one is newer.
  { from: 1, migrate: (values) => values },
  // Likewise for which of two is meant on a site.
  { from: 2, migrate: (values) => values },
  // Likewise for how packs are used.
  { from: 3, migrate: (values) => values },
  // Likewise for entities of two packs that are one.
  { from: 4, migrate: (values) => values },
];

/** The version that this build writes: one more than the newest migration starts from. */
export const VERSION = migrations.length + 1;

/** Brings `values` of `version` to the newest version. A version from the future is handed back as it is. */
export function migrate(
  values: SparseSettings,
  version: number,
  steps: readonly Migration[] = migrations,
): SparseSettings {
  return steps
    .filter((step) => step.from >= version)
    .reduce((current, step) => step.migrate(current), values);
}
