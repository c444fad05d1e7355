import { describe, expect, test } from "vitest";
import { checkRooms, PURE_ROOMS, wallsCrossed } from "../../scripts/checks/rooms.ts";
import { importsOf } from "../../scripts/lib/imports.ts";

const crossed = (file: string, source: string) => wallsCrossed(file, importsOf(file, source));

describe("rooms", () => {
  test.each([
    ["src/spot/letters/a.ts", 'import { x } from "../match/b.ts";'],
    ["src/spot/a.ts", 'import type { Pack } from "../pack/types.ts";'],
    ["src/content/page/read/a.ts", 'import { x } from "../../../spot/decide/b.ts";'],
    ["src/search/a.ts", 'import Fuse from "fuse.js";'],
    ["src/content/card/a.tsx", 'import { useState } from "preact/hooks";'],
    ["src/content/a.ts", 'import { PACK_ID } from "sidelight:id";'],
    ["src/background/a.ts", 'import { x } from "../browser/b.ts";'],
    ["src/i18n/t.ts", 'import type en from "../../assets/_locales/en/messages.json";'],
  ])("%s may: %s", (file, source) => {
    expect(crossed(file, source)).toEqual([]);
  });

  test.each([
    [
      "src/spot/a.ts",
      'import { x } from "../content/page/b.ts";',
      "spot may not import src/content/page/b.ts",
    ],
    ["src/pack/a.ts", 'import type { X } from "../spot/types.ts";', "pack may not import src/spot/types.ts"],
    ["src/search/a.ts", 'import type { X } from "../settings/b.ts";', "search may not import"],
    ["src/settings/a.ts", 'import type { X } from "../search/b.ts";', "settings may not import"],
    ["src/content/page/a.ts", 'import b from "webextension-polyfill";', "may not import the package"],
    [
      "src/content/page/a.ts",
      'import { x } from "../extension/b.ts";',
      "may not import src/content/extension",
    ],
    ["src/content/a.ts", 'import { x } from "../background/b.ts";', "may not import src/background/b.ts"],
    ["src/background/a.ts", 'import { x } from "../content/b.ts";', "may not import src/content/b.ts"],
    ["src/browser/a.ts", 'import { x } from "../background/b.ts";', "may not import src/background/b.ts"],
    ["src/popup/a.tsx", 'import { x } from "../options/b.ts";', "may not import src/options/b.ts"],
    ["src/popup/a.tsx", 'import { x } from "../content/page/b.ts";', "may not import src/content/page/b.ts"],
    ["src/content/card/a.ts", 'import { p } from "sidelight:pack";', "may not import the bundled analysis"],
    ["src/other/a.ts", "", "src/ has no room of that name"],
    ["src/a.ts", "", "src/ has no room of that name"],
  ])("%s may not: %s", (file, source, problem) => {
    expect(crossed(file, source).join("\n")).toContain(problem);
  });

  test.each(PURE_ROOMS)("src/%s reaches neither the extension's API nor what has the document", (room) => {
    const up = "../".repeat(room.split("/").length);
    for (const source of [
      'import browser from "webextension-polyfill";',
      'import type { Runtime } from "webextension-polyfill";',
      'import { render } from "preact";',
      `import { Painter } from "${up}content/page/paint/painter.ts";`,
      `export * from "${up}browser/storage.ts";`,
      `export const later = () => import("${up}content/page/paint/painter.ts");`,
    ])
      expect(crossed(`src/${room}/probe.ts`, source), source).toHaveLength(1);
  });

  test("the tree keeps to them", async () => {
    expect(await checkRooms()).toEqual([]);
  });
});
