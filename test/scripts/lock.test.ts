import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";

interface Locked {
  version: string;
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
