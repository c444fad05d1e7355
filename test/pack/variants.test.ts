import { describe, expect, it } from "vitest";
import { variantsOf } from "../../src/pack/variants.ts";

describe("variants", () => {
  it.each([
    ["plain", ["plain"]],
    ["Tehr{i,ee}k{-,}x", ["Tehrik-x", "Tehrikx", "Tehreek-x", "Tehreekx"]],
    ["{al-,}Qaeda", ["al-Qaeda", "Qaeda"]],
    ["a{b}c", ["abc"]],
  ])("%s", (pattern, forms) => {
    expect(variantsOf(pattern)).toEqual(forms);
  });

  it.each([
    ["a{b", "not closed"],
    ["a}b", "not opened"],
    ["a{b{c}}", "braces inside braces"],
    ["{a,b,c,d,e,f,g,h}".repeat(4), "more than 2000"],
  ])("refuses %s", (pattern, message) => {
    expect(() => variantsOf(pattern)).toThrow(message);
  });
});
