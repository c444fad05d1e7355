/** The packs that are switched on, as a page of the extension brings them: part by part, and again what did not come. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LoadedPacks } from "../../src/browser/packs/active-packs.ts";
import { indexPack } from "../../src/pack/lookup.ts";
import { packOf } from "../background/packs/pack.ts";

/** What the background has of the pack's one part; `null`: it is late, or lost. */
let said: unknown = null;
/** Whether the background can say which packs there are. */
let isListed = true;
const asked: string[] = [];
vi.mock("../../src/browser/messaging.ts", () => ({
  askBackground: async (type: string) => {
    asked.push(type);
    if (type !== "packs.active") return said;
    return isListed ? { packs: [{ install: 1, parts: 1, head }], same: [] } : null;
  },
}));
vi.stubGlobal("scheduler", { postTask: async (task: () => unknown) => task() });
vi.stubGlobal(
  "BroadcastChannel",
  class {
    close() {}
  },
);
const { openActivePacks } = await import("../../src/browser/packs/active-packs.ts");

const bundled = indexPack(packOf("bundled", [{ id: "daesh" }]));
const {
  entities,
  relations,
  events,
  passages,
  ambiguities: _,
  ...head
} = packOf("glossary", [{ id: "guild" }]);
const part = { entities: [{ ...entities[0]!, id: "glossary/guild" }], relations, events, passages };

beforeEach(() => {
  vi.useFakeTimers();
  said = null;
  isListed = true;
  asked.length = 0;
});
afterEach(() => void vi.useRealTimers());

const open = (isWanted = true) => {
  const told: LoadedPacks[] = [];
  const active = openActivePacks(bundled, (loaded) => told.push(loaded), isWanted);
  return {
    active,
    told,
    hasGuild: () => told.at(-1)?.packs[0]?.index?.entities.has("glossary/guild") ?? null,
  };
};
const settled = () => vi.advanceTimersByTimeAsync(100);

test("what came late is there when it has been asked for again, which is done a few times", async () => {
  const { active, hasGuild } = open();
  await settled();
  expect(hasGuild()).toBe(false);
  said = part;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(hasGuild()).toBe(true);
  active.close();
});

test("what is lost is not asked for without end", async () => {
  const { active } = open();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked.filter((type) => type === "packs.part")).toHaveLength(3);
  active.close();
});

test("what they say is not brought before it is wanted", async () => {
  said = part;
  const { active, hasGuild } = open(false);
  await settled();
  expect(hasGuild()).toBeNull();
  expect(asked).toEqual(["packs.active"]);
  active.bring();
  await settled();
  expect(hasGuild()).toBe(true);
  active.close();
});

test("where the background does not say which there are it is asked again, and they come", async () => {
  isListed = false;
  said = part;
  const { active, told, hasGuild } = open();
  await settled();
  expect(told).toEqual([]);
  isListed = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(hasGuild()).toBe(true);
  active.close();
});

test("where it never says, the bundled one is all there is: nobody waits for more without end", async () => {
  isListed = false;
  const { active, told } = open();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(asked).toHaveLength(3);
  expect(told).toEqual([{ packs: [{ head: bundled.pack, index: bundled }], same: [] }]);
  active.close();
});
