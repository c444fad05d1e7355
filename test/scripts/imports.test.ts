import { describe, expect, test } from "vitest";
import { importsOf } from "../../scripts/lib/imports.ts";

describe("importsOf", () => {
  test.each([
    ["a value", 'import { a } from "./x.ts";', "./x.ts", false],
    ["a default and a type", 'import a, { type B } from "./x.ts";', "./x.ts", false],
    ["a type", 'import type { A } from "./x.ts";', "./x.ts", true],
    ["types one by one", 'import { type A, type B } from "./x.ts";', "./x.ts", true],
    ["a type beside a value", 'import { type A, b } from "./x.ts";', "./x.ts", false],
    ["a value called type", 'import type from "./x.ts";', "./x.ts", false],
    ["a side effect", 'import "./x.ts";', "./x.ts", false],
    ["a re-export", 'export { a } from "./x.ts";', "./x.ts", false],
    ["a re-exported type", 'export type { A } from "./x.ts";', "./x.ts", true],
    ["everything", 'export * from "./x.ts";', "./x.ts", false],
    ["over several lines", 'import {\n  a,\n  b,\n} from "./x.ts";', "./x.ts", false],
    ["at run time", 'const x = await import("./x.ts");', "./x.ts", false],
  ])("%s", (_name, source, specifier, typeOnly) => {
    expect(importsOf("a.ts", source)).toEqual([{ specifier, typeOnly, line: 1 }]);
  });

  test("none in comments, strings and plain code", () => {
    const source = [
      '// import { a } from "./x.ts";',
      '/* import "./y.ts" */',
      'const s = "import { b }";',
      "exports(s);",
    ];
    expect(importsOf("a.ts", source.join("\n"))).toEqual([]);
  });

  test("lines are those of the source, comments included", () => {
    const source = '/**\n * Two lines.\n */\nimport { a } from "./x.ts";\n\nimport "./y.ts";';
    expect(importsOf("a.ts", source).map(({ line }) => line)).toEqual([4, 6]);
  });
});
