/** What readers have said of single pages: which is kept, for whom, and how much of it. */
import { expect, it } from "vitest";
import {
  createPagesMeant,
  LONGEST_PAGE,
  MOST_OF_TAB,
  MOST_PAGES,
} from "../../src/background/settings/pages-meant.ts";

const TTP = { entity: "ttp", instead: "afghan-taliban" };
const AFGHAN = { entity: "afghan-taliban", instead: "ttp" };

function pagesMeant(kept: unknown = undefined) {
  const items: Record<string, unknown> = { meant: kept };
  const open = new Set([1, 2]);
  const told: number[] = [];
  const pages = createPagesMeant(
    {
      get: async () => structuredClone(items),
      set: async (changes) => void Object.assign(items, structuredClone(changes)),
    },
    async () => open,
    async (tab) => told.push(tab),
  );
  const all = () => (items.meant ?? []) as Array<{ tab: number; page: string }>;
  return { pages, open, told, all };
}

const A = "https://a.example/one";

it("the last word on two holds, whichever way round, for its page and tab alone", async () => {
  const { pages, told } = pagesMeant();
  await pages.say(1, { page: A, ...TTP }, true);
  await pages.say(1, { page: A, ...AFGHAN }, true);
  await pages.say(1, { page: A, entity: "daesh", instead: "al-qaeda" }, true);
  await pages.say(2, { page: A, ...TTP }, true);
  await pages.say(1, { page: "https://b.example/", ...TTP }, true);
  expect(await pages.of(1, A)).toEqual([
    { page: A, ...AFGHAN },
    { page: A, entity: "daesh", instead: "al-qaeda" },
  ]);
  expect(await pages.of(2, "https://a.example/")).toEqual([{ page: A, ...TTP }]);
  expect(told).toEqual([1, 1, 1, 2, 1]);
});

it("nobody is told where nothing changes", async () => {
  const { pages, told } = pagesMeant();
  expect(await pages.say(1, { page: A, ...TTP }, false)).toBe(true);
  expect(told).toEqual([]);
});

it("of files, each is by itself", async () => {
  const { pages } = pagesMeant();
  await pages.say(1, { page: "file:///home/a.html", ...TTP }, true);
  expect(await pages.of(1, "file:///home/b.html")).toEqual([]);
  expect(await pages.of(1, "file:///home/a.html#end")).toHaveLength(1);
});

it("what is left of closed tabs goes with the next word", async () => {
  const { pages, open, all } = pagesMeant();
  await pages.say(2, { page: A, ...TTP }, true);
  open.delete(2);
  await pages.say(1, { page: A, ...TTP }, true);
  expect(all()).toEqual([{ tab: 1, page: A, ...TTP }]);
});

it("a page that makes up addresses fills its own tab's share, and no more", async () => {
  const { pages, all } = pagesMeant();
  await pages.say(2, { page: A, ...TTP }, true);
  for (let n = 0; n <= MOST_OF_TAB; n++) await pages.say(1, { page: `https://a.example/${n}`, ...TTP }, true);
  expect(all()).toHaveLength(MOST_OF_TAB + 1);
  expect(all()[0]).toMatchObject({ tab: 2, page: A });
  expect(all()[1]).toMatchObject({ page: "https://a.example/1" });
});

it("there is an end to all of them, and to an address", async () => {
  const { pages, open, all } = pagesMeant();
  for (let tab = 1; tab <= MOST_PAGES + 3; tab++) {
    open.add(tab);
    await pages.say(tab, { page: A, ...TTP }, true);
  }
  expect(all()).toHaveLength(MOST_PAGES);
  expect(await pages.say(1, { page: `https://a.example/${"x".repeat(LONGEST_PAGE)}`, ...TTP }, true)).toBe(
    false,
  );
});

it.each([
  ["an entity that is none", { entity: "TTP!", instead: "daesh" }],
  ["one and the same", { entity: "ttp", instead: "ttp" }],
])("refuses %s", async (_name, meant) => {
  const { pages, all } = pagesMeant();
  expect(await pages.say(1, { page: A, ...meant }, true)).toBe(false);
  expect(all()).toEqual([]);
});

it.each([["text"], [[null, 3, { tab: "1", page: A }, { tab: 1 }]]])(
  "reads what is damaged as nothing: %j",
  async (kept) => {
    expect(await pagesMeant(kept).pages.of(1, A)).toEqual([]);
  },
);
