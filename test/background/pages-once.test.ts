/** Where the reader has asked for a page to be read: which is kept, and for how long. */
import { expect, it } from "vitest";
import { createPagesOnce } from "../../src/background/settings/pages-once.ts";

function pagesOnce(kept: unknown = undefined) {
  const items: Record<string, unknown> = { once: kept };
  const open = new Set([1, 2]);
  const told: number[] = [];
  const pages = createPagesOnce(
    {
      get: async () => structuredClone(items),
      set: async (changes) => void Object.assign(items, structuredClone(changes)),
    },
    async () => open,
    async (tab) => told.push(tab),
  );
  return { pages, open, told, all: () => items.once };
}

const A = "https://a.example/one?q=1#part";

it("it holds for the site in that tab, and for no other tab or site", async () => {
  const { pages, told, all } = pagesOnce();
  expect(await pages.read(1, A)).toBe(true);
  expect(await pages.has(1, "https://a.example/two")).toBe(true);
  expect(await pages.has(2, A)).toBe(false);
  expect(await pages.has(1, "https://b.example/one")).toBe(false);
  expect(await pages.has(undefined, A)).toBe(false);
  expect(told).toEqual([1]);
  // What is kept says no more than that.
  expect(all()).toEqual([{ tab: 1, origin: "https://a.example" }]);
});

it("of a tab, the site that was asked for last", async () => {
  const { pages } = pagesOnce();
  await pages.read(1, A);
  await pages.read(1, "https://b.example/");
  expect(await pages.has(1, A)).toBe(false);
  expect(await pages.has(1, "https://b.example/")).toBe(true);
});

it("of files, each is by itself", async () => {
  const { pages } = pagesOnce();
  await pages.read(1, "file:///home/a.html");
  expect(await pages.has(1, "file:///home/b.html")).toBe(false);
  expect(await pages.has(1, "file:///home/a.html#end")).toBe(true);
});

it("what is left of closed tabs goes", async () => {
  const { pages, open, all } = pagesOnce();
  await pages.read(1, A);
  open.delete(1);
  await pages.read(2, A);
  expect(all()).toEqual([{ tab: 2, origin: "https://a.example" }]);
});

it("damage is no permission", async () => {
  const { pages } = pagesOnce([{ tab: "1", origin: "https://a.example" }, null, 7]);
  expect(await pages.has(1, A)).toBe(false);
});
