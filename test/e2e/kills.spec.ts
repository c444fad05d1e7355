/** The browser is killed while settings are being written. `npm run check:kills` does it twenty times over. */
import { expect, inject, test } from "vitest";
import { killAgainAndAgain } from "../harness/kills/kills.ts";
import { settings } from "../harness/kills/lanes.ts";

test("a browser that is killed mid-write has lost nothing that was acknowledged", async () => {
  const kills = await killAgainAndAgain(inject("browser"), settings, 2);
  expect(kills.flatMap(({ flaws }) => flaws)).toEqual([]);
  for (const { acknowledged } of kills) expect(acknowledged).toBeGreaterThan(0);
});
