import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PackArea } from "../../../src/background/packs/area.ts";
import { PacksInUse } from "../../../src/background/packs/in-use.ts";
import { defaults } from "../../../src/settings/defaults.ts";

const PAGE = "https://news.example/";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a database that does not answer keeps no page waiting for good, and is asked again", async () => {
  let answers = false;
  const entry = { id: "glossary", install: 1, installed: 1 };
  const area = {
    getAll: () => (answers ? Promise.resolve([entry]) : new Promise(() => undefined)),
  } as unknown as PackArea;
  const packs = new PacksInUse(area, "bundled");
  const first = packs.on(defaults, PAGE);
  await vi.runAllTimersAsync();
  expect((await first).map(({ id }) => id)).toEqual(["bundled"]);
  answers = true;
  expect((await packs.on(defaults, PAGE)).map(({ id }) => id)).toEqual(["bundled", "glossary"]);
});

test("what cannot be read is not there, and is asked for again", async () => {
  let answers = false;
  const area = {
    get: () => (answers ? Promise.resolve({ some: "table" }) : new Promise(() => undefined)),
  } as unknown as PackArea;
  const packs = new PacksInUse(area, "bundled");
  const entry = { id: "glossary", install: 1 } as Parameters<PacksInUse["table"]>[0];
  const first = packs.table(entry);
  await vi.runAllTimersAsync();
  expect(await first).toBeNull();
  answers = true;
  expect(await packs.table(entry)).toEqual({ some: "table" });
});

test("what is asked for and is not there is lost, which is told once; what comes late is not", async () => {
  const told = vi.fn();
  let value: unknown;
  let answers = true;
  const area = {
    get: async () => (answers ? value : new Promise(() => undefined)),
  } as unknown as PackArea;
  const packs = new PacksInUse(area, "bundled", told);
  const entry = { id: "glossary", install: 7 } as Parameters<PacksInUse["table"]>[0];
  answers = false;
  const late = packs.shard(entry, 0);
  await vi.runAllTimersAsync();
  expect(await late).toBeNull();
  expect(packs.isLost(7)).toBe(false);
  answers = true;
  expect(await packs.shard(entry, 0)).toBeNull();
  expect(await packs.says(entry, 0)).toBeNull();
  expect(packs.isLost(7)).toBe(true);
  expect(told).toHaveBeenCalledTimes(1);
  value = { some: "shard" };
  expect(await packs.shard(entry, 0)).toEqual(value);
  expect(packs.isLost(7)).toBe(true);
  value = undefined;
  expect(await packs.says(entry, 1)).toBeNull();
  expect(told).toHaveBeenCalledTimes(1);
  value = { some: "statements" };
  for (const part of [0, 1]) await packs.says(entry, part);
  expect(packs.isLost(7)).toBe(false);
  // Who is told asks for all of it again: one that comes and goes must not tell without end.
  value = undefined;
  expect(await packs.says(entry, 0)).toBeNull();
  expect(told).toHaveBeenCalledTimes(1);
  packs.changed();
  expect(await packs.says(entry, 0)).toBeNull();
  expect(told).toHaveBeenCalledTimes(2);
});
