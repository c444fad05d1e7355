/** That each pure room is kept from the document and from the extension's API, shown by trying in a copy of the tree. */
import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PURE_ROOMS } from "../../scripts/checks/rooms.ts";
import { typeCheck } from "../../scripts/lib/checks.ts";
import { inRoot } from "../../scripts/lib/paths.ts";

test("the rooms that must be pure are", () => {
  expect(PURE_ROOMS).toEqual([
    "i18n",
    "pack",
    "spot",
    "search",
    "settings",
    "pack/format",
    "messages",
    "draft",
  ]);
});

/** Each is a name that exists in a page or an extension only. */
const NAMES = ["document", "window", "location", "HTMLElement", "browser", "chrome"];

test("every name of the document and of the extension's API is unknown in each of them", async () => {
  const problems = await typeCheck(join(copy, "tsconfig.pure.json"));
  for (const room of PURE_ROOMS)
    for (const name of NAMES)
      expect(
        problems.filter((line) => line.includes(`src/${room}/probe.ts`) && line.includes(`'${name}'`)),
        `${name} in src/${room}`,
      ).toHaveLength(1);
  expect(problems).toHaveLength(PURE_ROOMS.length * NAMES.length);
}, 60_000);

let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "sidelight-pure-"));
  for (const part of ["src", "assets/_locales", "tsconfig.json", "tsconfig.pure.json"])
    await cp(inRoot(part), join(copy, part), { recursive: true });
  await symlink(inRoot("node_modules"), join(copy, "node_modules"), "junction");
  const probe = NAMES.map((name) => `export const ${name}_ = ${name};\n`).join("");
  for (const room of PURE_ROOMS) await writeFile(join(copy, "src", room, "probe.ts"), probe);
});
afterAll(() => rm(copy, { recursive: true, force: true }));
