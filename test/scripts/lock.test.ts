import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";

interface Locked {
  version: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const readJson = async (file: string) => JSON.parse(await readFile(inRoot(file), "utf8"));

test("the lock is complete: a clean install is refused where it is not", async () => {
  const packages: Record<string, Locked> = (await readJson("package-lock.json")).packages;
  const { dependencies, devDependencies } = await readJson("package.json");
  expect(packages[""]).toMatchObject({ dependencies, devDependencies });
  const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}));
  const top = Object.keys({ ...dependencies, ...devDependencies });
  const missing = [...wanted, ...top].filter(
    (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  expect(missing).toEqual([]);
});

test("every package is pinned exactly", async () => {
  const { dependencies, devDependencies } = await readJson("package.json");
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("what is downloaded is checked: every package has the hash of what was reviewed", async () => {
  const packages: Record<string, Locked> = (await readJson("package-lock.json")).packages;
  const unchecked = Object.entries(packages)
    .filter(([path, { integrity = "" }]) => path !== "" && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))
    .map(([path]) => path);
  expect(unchecked).toEqual([]);
});

test("the id in Firefox is one that belongs to nobody else: it cannot be changed after the first upload", async () => {
  const { gecko } = (await readJson("manifest.json")).browser_specific_settings;
  expect(gecko.id).toMatch(/^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/);
  expect(await readFile(inRoot("docs/managed-settings.md"), "utf8")).toContain(gecko.id);
});
