import { describe, expect, test } from "vitest";
import { checkZones, problemsIn } from "../../scripts/checks/zones.ts";

describe("zones", () => {
  test.each([
    ["src/spot/a.ts", 'import { x } from "./b.ts";'],
    ["src/spot/a.ts", 'import type { Pack } from "../pack/types.ts";'],
    ["src/page/a.ts", 'import { spot } from "../spot/spot.ts";'],
    ["src/search/a.ts", 'import Fuse from "fuse.js";'],
    ["src/card/a.tsx", 'import { useState } from "preact/hooks";'],
    ["src/entries/a.ts", 'import { bundledPack } from "sidelight:pack";'],
  ])("%s may: %s", (file, source) => {
    expect(problemsIn(file, source)).toEqual([]);
  });

  test.each([
    ["src/spot/a.ts", 'import { x } from "../page/b.ts";', "src/spot/a.ts may not import src/page/b.ts"],
    ["src/spot/a.ts", 'import { x } from "../pack/b.ts";', "may import only types from src/pack/b.ts"],
    [
      "src/page/a.ts",
      'import b from "webextension-polyfill";',
      "may not import the package webextension-polyfill",
    ],
    ["src/popup/a.tsx", 'import { x } from "../page/b.ts";', "may not import src/page/b.ts"],
    ["src/card/a.ts", 'import { x } from "../entries/b.ts";', "may not import src/entries/b.ts"],
    ["src/card/a.ts", 'import { p } from "sidelight:pack";', "may not import the bundled analysis"],
    ["src/other/a.ts", "", "src/ has no room of that name"],
    ["src/a.ts", "", "src/ has no room of that name"],
  ])("%s may not: %s", (file, source, problem) => {
    expect(problemsIn(file, source).join("\n")).toContain(problem);
  });

  test("the tree keeps to them", async () => {
    expect(await checkZones()).toEqual([]);
  });
});
