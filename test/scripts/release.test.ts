import { expect, test } from "vitest";
import { releasedVersions, stamped, unreleased } from "../../scripts/lib/release/changelog.ts";
import { type ReleaseState, releaseProblems } from "../../scripts/lib/release/release.ts";

const CHANGELOG = `# Changelog

## Unreleased

### Added

- A door.

## 0.1.0 (2026-10-01)

- A house.
`;
const state: ReleaseState = { uncommitted: "", current: "0.1.0", changelog: CHANGELOG, tags: ["v0.1.0"] };

test("what has not been released is read up to the next version", () => {
  expect(unreleased(CHANGELOG)).toBe("### Added\n\n- A door.");
  expect(unreleased("# Changelog\n\n## Unreleased\n\n- All.\n")).toBe("- All.");
  expect(unreleased("# Changelog\n")).toBeNull();
});

test("a release takes it, and leaves an empty heading for what comes next", () => {
  const after = stamped(CHANGELOG, "0.2.0", "2026-11-28");
  expect(after).toContain("## Unreleased\n\n## 0.2.0 (2026-11-28)\n\n### Added\n\n- A door.");
  expect(unreleased(after)).toBe("");
  expect(releasedVersions(after)).toEqual(["0.2.0", "0.1.0"]);
});

test("a version that can be released", () => expect(releaseProblems("0.2.0", state)).toEqual([]));

test("the first release has the version that there is", () =>
  expect(releaseProblems("0.1.0", { ...state, changelog: "## Unreleased\n\n- All.\n", tags: [] })).toEqual(
    [],
  ));

test.each<[string, string, Partial<ReleaseState>, RegExp]>([
  ["no version", "0.2", {}, /no version/],
  ["a version that Chrome does not take", "0.2.0-beta.1", {}, /no version/],
  ["numbers that Chrome does not take", "0.2.70000", {}, /no version/],
  ["changes that are not committed", "0.2.0", { uncommitted: " M src/a.ts\n" }, /not clean/],
  ["an older version", "0.0.9", {}, /older/],
  ["a version of the changelog", "0.1.0", { tags: [] }, /already/],
  ["a tag that there is", "0.2.0", { tags: ["v0.2.0"] }, /tag/],
  ["no heading", "0.2.0", { changelog: "# Changelog\n" }, /no "Unreleased"/],
  ["nothing to tell", "0.2.0", { changelog: stamped(CHANGELOG, "0.1.5", "2026-11-01") }, /nothing/],
])("refused: %s", (_, version, change, why) =>
  expect(releaseProblems(version, { ...state, ...change }).join("\n")).toMatch(why),
);
