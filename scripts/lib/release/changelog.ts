/** CHANGELOG.md at a release: what is "Unreleased" becomes the version's. Pure. */

const UNRELEASED = "## Unreleased";

/** What stands under "Unreleased", up to the next version; `null` where there is no such heading. */
export function unreleased(changelog: string): string | null {
  const [, section] = /^## Unreleased[ \t]*\n(.*?)(?=^## |(?![\s\S]))/ms.exec(changelog) ?? [];
  return section?.trim() ?? null;
}

/** Versions that it tells of, the newest first: `["0.2.0", "0.1.0"]`. */
export function releasedVersions(changelog: string): string[] {
  return [...changelog.matchAll(/^## (\d+\.\d+\.\d+)\b/gm)].map(([, version]) => version!);
}

/** With an empty "Unreleased" for what comes next. `day`: `2026-11-28`. */
export function stamped(changelog: string, version: string, day: string): string {
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## ${version} (${day})`);
}
