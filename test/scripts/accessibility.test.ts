/** The tests that docs/accessibility.md names are there. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";
import { STATES } from "../harness/gallery/states.ts";

/** The last column of the table. */
const evidence = readFileSync(inRoot("docs/accessibility.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes(".ts`"))
  .map((line) => line.split("|").at(-2)!);

const sources = new Map(
  readdirSync(inRoot("test"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(spec|test)\.ts$/.test(path))
    .map((path) => [basename(path), readFileSync(inRoot("test", path), "utf8")]),
);
const states = new Set(STATES.map(({ name }) => name));

test.each(evidence)("%s", (cell) => {
  let source = "";
  for (const [, code, title] of cell.matchAll(/`([^`]+)`|“([^”]+)”/g)) {
    if (code?.includes(".ts")) {
      expect([...sources.keys()]).toContain(basename(code));
      source = sources.get(basename(code))!;
    } else if (code !== undefined) expect([...states]).toContain(code);
    // An ellipsis stands for what a title goes on with.
    else for (const part of title!.split("…")) expect(source).toContain(part.trim());
  }
});
