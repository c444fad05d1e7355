import { expect, test } from "vitest";
import { sameEntities } from "../../../src/background/packs/one-entity.ts";

test("the id of the first pack stands, whichever link joins them", () => {
  const [first, second, third] = [
    new Map([["Q1", "daesh"]]),
    new Map([["word", "p2/b"]]),
    new Map([
      ["Q1", "p3/c"],
      ["word", "p3/c"],
    ]),
  ];
  const stands = [
    ["p2/b", "daesh"],
    ["p3/c", "daesh"],
  ];
  expect([...sameEntities([first!, second!, third!])].sort()).toEqual(stands);
});
