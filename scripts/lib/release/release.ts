/** Whether a version can be released, judged before anything is touched. Pure. */
import { releasedVersions, unreleased } from "./changelog.ts";

export interface ReleaseState {
  /** What the working tree holds that no commit has, one path a line; empty for none. */
  uncommitted: string;
  /** Of `package.json`. */
  current: string;
  changelog: string;
  tags: readonly string[];
}

/** Chrome takes numbers alone for a version: no `-beta.1`. */
const VERSION = /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;
/** Each number of a version in Chrome. */
const MOST = 65_535;

/** What stands against it, one line each. */
export function releaseProblems(version: string, state: ReleaseState): string[] {
  const { uncommitted, current, changelog, tags } = state;
  const problems: string[] = [];
  if (!VERSION.test(version) || version.split(".").some((part) => Number(part) > MOST))
    return [`${version} is no version: three numbers, as in 1.2.3, each up to ${MOST}`];
  if (uncommitted.trim() !== "") problems.push(`the working tree is not clean:\n${uncommitted.trimEnd()}`);
  if (version.localeCompare(current, "en", { numeric: true }) < 0)
    problems.push(`${version} is older than ${current}`);
  if (releasedVersions(changelog).includes(version)) problems.push(`CHANGELOG.md has ${version} already`);
  if (tags.includes(tagOf(version))) problems.push(`there is a tag ${tagOf(version)} already`);
  const news = unreleased(changelog);
  if (news === null) problems.push('CHANGELOG.md has no "Unreleased"');
  else if (!/^- /m.test(news)) problems.push('CHANGELOG.md says nothing under "Unreleased"');
  return problems;
}

export const tagOf = (version: string): string => `v${version}`;
