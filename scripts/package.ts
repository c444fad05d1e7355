/** `npm run package`: builds, and writes the zips that the stores take. The same sources give the same bytes. */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { BROWSERS } from "./lib/browsers.ts";
import { cli } from "./lib/cli.ts";
import { buildToUse } from "./lib/extension.ts";
import { readManifest } from "./lib/manifest.ts";
import { DIST, extensionFolder, named } from "./lib/paths.ts";

cli("package", {});
if ((await buildToUse()).problems.length > 0) process.exit(1);

const { version } = await readManifest();
for (const browser of BROWSERS) {
  const folder = extensionFolder(browser);
  const entries: Zippable = {};
  const listed = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = listed
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const path of paths.sort())
    entries[relative(folder, path).replaceAll("\\", "/")] = await readFile(path);
  // The earliest moment that a zip can hold, in local time as the format has it: no clock gets in.
  const zip = zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o644 << 16 });
  const file = join(DIST, `sidelight-${browser}-${version}.zip`);
  await writeFile(file, zip);
  const sha256 = createHash("sha256").update(zip).digest("hex");
  console.log(`${named(file)}  ${zip.length} bytes  sha256 ${sha256}`);
}
