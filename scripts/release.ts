/**
 * `npm run release -- VERSION [--dry-run]`: checks that the version can be released, stamps CHANGELOG.md, writes the version
 * where it stands (package.json, and the lock), packs, commits and tags. It pushes and uploads nothing. With `--dry-run` it
 * says what it would do, and changes nothing.
 */
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cli, refuse } from "./lib/cli.ts";
import { inRoot, ROOT } from "./lib/paths.ts";
import { stamped, unreleased } from "./lib/release/changelog.ts";
import { packageAll } from "./lib/release/packages.ts";
import { releaseProblems, tagOf } from "./lib/release/release.ts";
import { sha256 } from "./lib/release/zip.ts";

const usage = "release -- VERSION [--dry-run]";
const { "dry-run": dryRun, words } = cli(usage, { "dry-run": "flag" }, "some");
const [version, ...more] = words as [string, ...string[]];
if (more.length > 0) refuse(usage, "One version at a time");

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: ROOT, encoding: "utf8" });
const changelog = await readFile(inRoot("CHANGELOG.md"), "utf8");
const { version: current } = JSON.parse(await readFile(inRoot("package.json"), "utf8"));
const problems = releaseProblems(version, {
  uncommitted: run("git", "status", "--porcelain"),
  tags: run("git", "tag", "--list").split("\n"),
  ...{ current, changelog },
});
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

const day = new Date().toISOString().slice(0, "2026-11-28".length);
if (dryRun) {
  console.log(`would release ${version} (now ${current}), dated ${day}, tagged ${tagOf(version)}, with:\n`);
  console.log(unreleased(changelog));
} else {
  await writeFile(inRoot("CHANGELOG.md"), stamped(changelog, version, day));
  // npm writes it into the lock as well. It refuses the version that there is.
  if (version !== current) run("npm", "version", version, "--no-git-tag-version", "--ignore-scripts");
  const packed = await packageAll();
  if (packed === null) {
    run("git", "checkout", "--", "CHANGELOG.md", "package.json", "package-lock.json");
    console.error("The build has problems: nothing was released.");
    process.exit(1);
  }
  run("git", "commit", "--all", "--message", `Release ${version}`);
  run("git", "tag", "--annotate", tagOf(version), "--message", `Sidelight ${version}`);
  for (const [name, bytes] of packed) console.log(`dist/${name}  sha256 ${sha256(bytes)}`);
  console.log(`committed and tagged ${tagOf(version)}. Next: docs/releasing.md, "Uploading".`);
}
