/**
 * `npm run package`: builds, and writes what the stores take under `dist/`. `npm run build-for-amo`: the Firefox zip alone, as
 * a reviewer of Mozilla's store builds it from the source archive. The same sources give the same bytes.
 */
import { join } from "node:path";
import { cli } from "./lib/cli.ts";
import { DIST, named } from "./lib/paths.ts";
import { packageAll, packageForFirefox } from "./lib/release/packages.ts";
import { sha256 } from "./lib/release/zip.ts";

const { firefox } = cli("package, or npm run build-for-amo", { firefox: "flag" });
const packed = await (firefox ? packageForFirefox() : packageAll());
if (packed === null) process.exit(1);
for (const [name, bytes] of packed)
  console.log(`${named(join(DIST, name))}  ${bytes.length} bytes  sha256 ${sha256(bytes)}`);
