import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureVariants, variantsOf } from "../../src/pack/variants.ts";

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

it("measuring a pattern says what writing it out comes to", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("{", "}", ",", "a", "bc", " "), maxLength: 14 }),
      (pattern) => {
        const measures = measureVariants(pattern);
        if (typeof measures === "string") {
          expect(() => variantsOf(pattern)).toThrow("brace");
          return;
        }
        const forms = variantsOf(pattern);
        expect(measures).toEqual({
          forms: forms.length,
          longest: Math.max(...forms.map(({ length }) => length)),
          blank: forms.some((form) => form.trim() === ""),
        });
      },
    ),
    { numRuns: 2_000 },
  );
});

it("a pattern that stands for more forms than there are atoms is measured all the same", () => {
  expect(measureVariants("{a,b}".repeat(1_000))).toEqual({ forms: 2 ** 1_000, longest: 1_000, blank: false });
  expect(measureVariants("{a,b}".repeat(2_000))).toMatchObject({ forms: Number.POSITIVE_INFINITY });
});
