/**
 * `npm run check:package [-- --install]`: packs here and, from the source archive, on two machines that differ in all that must
 * not matter, and compares the bytes. With `--install` the packages are downloaded there, as a reviewer has to.
 */

import { cli } from "./lib/cli.ts";
import { checkElsewhere, ELSEWHERE } from "./lib/release/check-packages.ts";
import { packageAll } from "./lib/release/packages.ts";
import { sha256 } from "./lib/release/zip.ts";

const { install } = cli("check:package -- [--install]", { install: "flag" });
const packed = await packageAll();
if (packed === null) process.exit(1);
const source = [...packed].find(([name]) => name.startsWith("sidelight-source-"))![1];
let differing = 0;
for (const elsewhere of ELSEWHERE) {
  const isAll = elsewhere.command === "package";
  const expected = new Map([...packed].filter(([name]) => isAll || name.startsWith("sidelight-firefox-")));
  const problems = await checkElsewhere(source, expected, elsewhere, install);
  for (const problem of problems) console.error(problem);
  differing += problems.length;
  const { command, timeZone, locale, umask } = elsewhere;
  const umaskShown = umask.toString(8).padStart(3, "0");
  console.log(
    `${command} in ${timeZone}, ${locale}, umask ${umaskShown}: ${expected.size - problems.length} of ${expected.size} the same`,
  );
}
for (const [name, bytes] of packed) console.log(`${name}  sha256 ${sha256(bytes)}`);
process.exitCode = differing === 0 ? 0 : 1;
