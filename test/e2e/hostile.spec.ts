/** Pages that do what no page should, in `test/hostile`: each is marked as it expects, and is as it is without us. */
import { expect, test } from "vitest";
import { HOSTILE, readCases } from "../harness/hostile/cases.ts";
import { flawsOf } from "../harness/hostile/visit.ts";
import { useShortDwell } from "./session.ts";
import { useSides } from "./sides.ts";

const sides = useSides(HOSTILE);
useShortDwell({
  get driver() {
    return sides.ours.driver;
  },
});

// `npm run check:hostile` also measures for how long each keeps a timer waiting.
test.each(await readCases(HOSTILE))("$name", async (hostileCase) => {
  expect((await flawsOf(sides, hostileCase, "small")).join("\n")).toBe("");
});
