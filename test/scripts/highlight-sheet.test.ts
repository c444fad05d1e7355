import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { highlightSheet } from "../../scripts/lib/highlight-sheet.ts";
import { inRoot } from "../../scripts/lib/paths.ts";

const sheet = readFileSync(inRoot("assets/highlight.css"), "utf8");
const selectors = (css: string) => css.match(/^.*::highlight\(.*$/gm) ?? [];

test("in Chromium every rule for marks is at the root, and in Firefox none is", () => {
  const chromium = selectors(highlightSheet("chromium", sheet));
  expect(chromium).toHaveLength(selectors(sheet).length);
  expect(chromium.every((line) => /^\s*:root::highlight\(/.test(line))).toBe(true);
  expect(highlightSheet("firefox", sheet)).toBe(sheet);
});

test("what is inherited from the root goes by each element's own letters", () => {
  const lengths = sheet.match(/[\d.]+(?:em|px|rem|%)/g) ?? [];
  expect(lengths.length).toBeGreaterThan(10);
  expect(lengths.every((length) => length.endsWith("%"))).toBe(true);
});
