/** What styles leave of what they fade. */
import "./fake-dom.ts";
import { expect, test } from "vitest";
import { filterOpacity, masksAll } from "../../../src/content/page/dom/opacity.ts";

test.each([
  ["none", 1],
  ["opacity(0)", 0],
  ["drop-shadow(rgb(0, 0, 0) 1px 1px 2px) opacity(0.5) opacity(0.1)", 0.05],
  ["blur(8px)", 0],
  ["blur(1px) brightness(0.2)", 1],
  ['url("x#opacity(0)")', 1],
])("the filter %s leaves %d", (filter, expected) => {
  expect(filterOpacity(filter)).toBe(expected);
});

test.each([
  ["none", "auto", false],
  ["linear-gradient(rgba(0, 0, 0, 0), rgba(0, 0, 0, 0))", "auto", true],
  ["linear-gradient(rgb(0, 0, 0) 60%, rgba(0, 0, 0, 0))", "auto", false],
  ["linear-gradient(transparent 0px, color(srgb 0 0 0 / 0) 10px)", "auto", true],
  ["linear-gradient(rgb(0, 0, 0), rgb(0, 0, 0))", "0px auto", true],
  ["linear-gradient(rgb(0, 0, 0), rgb(0, 0, 0))", "100% 0px", true],
  ["linear-gradient(rgb(0, 0, 0), rgb(0, 0, 0))", "100px 10px", false],
  ['url("fade.png"), linear-gradient(rgba(0, 0, 0, 0), rgba(0, 0, 0, 0))', "auto", false],
])("the mask %s of the size %s lets nothing through: %s", (image, size, expected) => {
  expect(masksAll(image, size)).toBe(expected);
});
