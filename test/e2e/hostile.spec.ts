/** Pages that do what no page should, in `test/hostile`: each is marked as it expects, and is as it is without us. */
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { HOSTILE, readCases } from "../harness/hostile/cases.ts";
import { closeSides, openSides, type Sides } from "../harness/hostile/pair.ts";
import { inspect } from "../harness/hostile/visit.ts";

let sides: Sides;
beforeAll(async () => {
  sides = await openSides(inject("browser"), HOSTILE);
});
afterAll(() => closeSides(sides));

test.each(await readCases(HOSTILE))("$name", async (hostileCase) => {
  const { flaws } = await inspect(sides, hostileCase, "small");
  expect(flaws.join("\n")).toBe("");
});
