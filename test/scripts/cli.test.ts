/** Every command answers a wrong option with one line and its usage, and ends with 2 before it has begun anything. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { browsers, cli, oneOf, whole } from "../../scripts/lib/cli.ts";
import { inRoot } from "../../scripts/lib/paths.ts";
import { given } from "./command.ts";

const { scripts } = JSON.parse(readFileSync(inRoot("package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
/** The TypeScript files behind the commands; Biome has a command line of its own. */
const files = new Map(
  Object.entries(scripts).flatMap(([name, command]) => {
    const file = /tsx .*?(\S+\.ts)\b/.exec(command)?.[1];
    return file ? [[file, name] as const] : [];
  }),
);

test("the commands are there", () => {
  expect([...files.values()]).toEqual(expect.arrayContaining(["start", "package", "spot", "bench"]));
  expect(files.size).toBeGreaterThan(16);
});

test.each([...files])(
  "%s, of npm run %s: a wrong option",
  async (file, name) => {
    const { err, code } = await given(["--bogus"], () => import(inRoot(file)));
    expect(code).toBe(2);
    const lines = err.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("--bogus");
    expect(lines[1]).toMatch(new RegExp(`^Usage: npm run .*\\b${name}\\b`));
  },
  30_000,
);

const parse = () =>
  cli("x", { json: "flag", count: whole(7, 1), only: oneOf(["a", "b"], null), browser: browsers }, "any");

test("options are read, words apart, a second -- or not", async () => {
  const read = async (...words: string[]) => {
    let values: unknown;
    await given(words, () => {
      values = parse();
    });
    return values;
  };
  expect(await read()).toEqual({
    json: false,
    count: 7,
    only: null,
    browser: ["chromium", "firefox"],
    words: [],
  });
  expect(
    await read("-", "--json", "--", "--count", "2", "--only=b", "--browser", "firefox", "x.html"),
  ).toEqual({
    ...{ json: true, count: 2, only: "b", browser: ["firefox"], words: ["-", "x.html"] },
  });
});

test.each([
  [["--count", "0"], "--count takes a whole number from 1, not 0."],
  [["--count", "many"], "--count takes a whole number from 1, not many."],
  [["--only", "c"], "--only takes a or b, not c."],
  [["--browser", "lynx"], "--browser takes chromium or firefox, not lynx."],
  [["--json=1"], "Option '--json' does not take an argument."],
  [["--count"], "Option '--count <value>' argument missing."],
])("%s is refused", async (words, why) => {
  expect(await given(words, parse)).toEqual({ out: "", err: `${why}\nUsage: npm run x\n`, code: 2 });
});

test("words are refused where there are none, and asked for where there must be", async () => {
  const none = await given(["x"], () => cli("x", {}));
  expect(none).toMatchObject({ err: "Unexpected argument 'x'.\nUsage: npm run x\n", code: 2 });
  expect(await given([], () => cli("x", {}, "some"))).toMatchObject({
    err: "Nothing was named.\nUsage: npm run x\n",
  });
});
