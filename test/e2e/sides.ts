/** Two browsers for a spec file, one with the extension and one without, each asking a server of its own. */
import { afterAll, beforeAll } from "vitest";
import type { Driver } from "../harness/driver/types.ts";
import { type Side, type Sides, serveCases } from "../harness/hostile/pair.ts";
import { useDriver } from "./session.ts";

/** To be read inside of tests only. @param folder with pages that say what they expect */
export function useSides(folder: string): Sides {
  const sides: Sides = { ours: {} as Side, bare: {} as Side };
  const hold = (side: Side) => (driver: Driver) => {
    side.driver = driver;
  };
  useDriver(hold(sides.ours));
  useDriver(hold(sides.bare), { extension: null });
  beforeAll(async () => {
    for (const side of Object.values(sides)) side.server = await serveCases(folder);
  });
  afterAll(async () => {
    for (const { server } of Object.values(sides)) await server?.close();
  });
  return sides;
}
