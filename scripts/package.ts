/** `npm run package`: builds, and writes the zips that the stores take. The same sources give the same bytes. */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { BROWSERS } from "./lib/browsers.ts";
import { buildExtension } from "./lib/extension.ts";
import { readManifest } from "./lib/manifest.ts";
import { DIST, extensionFolder, named } from "./lib/paths.ts";

/** The earliest moment that a zip can hold, in local time as the format has it: no clock gets in. */
const MTIME = new Date(1980, 0, 1);

const { problems } = await buildExtension({ minify: true });
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

const { version } = await readManifest();
for (const browser of BROWSERS) {
  const zip = zipSync(await entriesOf(extensionFolder(browser)), {
    level: 9,
    mtime: MTIME,
    os: 3,
    attrs: 0o644 << 16,
  });
  const file = join(DIST, `sidelight-${browser}-${version}.zip`);
  await writeFile(file, zip);
  const sha256 = createHash("sha256").update(zip).digest("hex");
  console.log(`${named(file)}  ${zip.length} bytes  sha256 ${sha256}`);
}

async function entriesOf(folder: string): Promise<Zippable> {
  const listed = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = listed
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
  const entries: Zippable = {};
  for (const file of files) entries[file] = await readFile(join(folder, file));
  return entries;
}
