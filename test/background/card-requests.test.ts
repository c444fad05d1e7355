import { expect, it, vi } from "vitest";
import { createCardRequests } from "../../src/background/settings/card-requests.ts";
import { createPagesMeant } from "../../src/background/settings/pages-meant.ts";
import { createWriter, type Lock, type StorageArea } from "../../src/background/settings/writer.ts";
import { MOST_EVERYWHERE } from "../../src/settings/change/card-request.ts";
import { readStored } from "../../src/settings/stored.ts";

function memory() {
  const items: Record<string, unknown> = {};
  const area: StorageArea = {
    get: async (keys) => Object.fromEntries(keys.flatMap((key) => (key in items ? [[key, items[key]]] : []))),
    set: async (changes) => void Object.assign(items, structuredClone(changes)),
  };
  return { items, area };
}
const alone: Lock = (task) => task();

/** A background that can be woken again and again, and what it has stored. */
function background() {
  const [local, session] = [memory(), memory()];
  const tell = vi.fn(async () => null);
  const pages = createPagesMeant(session.area, async () => new Set([1, 2]), tell);
  const wake = () =>
    createCardRequests({
      session: session.area,
      load: async () => readStored(local.items),
      change: createWriter(local.area, alone),
      pages,
    });
  const settings = () => {
    const read = readStored(local.items);
    return read.kind === "unreadable" ? null : read.settings;
  };
  return { local, session, pages, tell, wake, settings };
}

const PAGE = "https://example.org/news";
const origin = { tab: 1, site: "example.org", page: PAGE, isOfPage: true };
const TTP = { entity: "ttp", instead: "afghan-taliban" };

it("asks come one after the other, are carried out, and are counted beyond the background's sleep", async () => {
  const { wake, local } = background();
  const ask = { entity: "ttp", here: false, hour: false, on: true };
  const { less } = wake();
  const answers = Promise.all([less(ask, origin), less({ ...ask, on: false }, origin)]);
  expect(await answers).toEqual([true, true]);
  expect(readStored(local.items)).toMatchObject({ settings: { muted: [] }, revision: 2 });
  // Each by a background that has just been woken.
  const answered: boolean[] = [];
  for (let n = 0; n < 10; n++) answered.push(await wake().less({ ...ask, entity: `e-${n}` }, origin));
  expect(answered.filter(Boolean)).toHaveLength(MOST_EVERYWHERE - 1);
});

it("nothing is done where settings cannot be read, and nobody waits for an answer", async () => {
  const { less } = createCardRequests({
    ...{ session: memory().area, pages: background().pages },
    load: async () => ({ kind: "unreadable", error: ["faultDamaged"] }),
    change: async () => {
      throw new Error("not to be called");
    },
  });
  expect(await less({ here: true, hour: false, on: true }, origin)).toBe(false);
});

it("which of two is meant on a page is noted of that page, and taken back", async () => {
  const { wake, pages, tell, settings, local } = background();
  const request = { ...TTP, address: `${PAGE}#comments`, here: false };
  expect(await wake().meant({ ...request, on: true }, origin)).toBe(true);
  expect(await pages.of(1, "https://example.org/other")).toEqual([{ page: PAGE, ...TTP }]);
  expect(tell).toHaveBeenCalledExactlyOnceWith(1);
  expect(await wake().meant({ ...request, on: false }, origin)).toBe(true);
  expect(await pages.of(1, PAGE)).toEqual([]);
  // Nothing of it is in the settings.
  expect(settings()).toMatchObject({ meant: [] });
  expect(local.items).toEqual({});
});

it("which of two is meant on a site is a setting, stands in the place of what was said of the page, and is taken back", async () => {
  const { wake, pages, settings } = background();
  const request = { ...TTP, address: PAGE };
  await wake().meant({ ...request, entity: TTP.instead, instead: TTP.entity, here: false, on: true }, origin);
  expect(await wake().meant({ ...request, here: true, on: true }, origin)).toBe(true);
  expect(settings()).toMatchObject({ meant: [{ site: "example.org", ...TTP }] });
  expect(await pages.of(1, PAGE)).toEqual([]);
  expect(await wake().meant({ ...request, here: true, on: false }, origin)).toBe(true);
  expect(settings()).toMatchObject({ meant: [] });
});

it.each<[string, Partial<typeof origin>, string]>([
  ["a frame of another site", { isOfPage: false }, PAGE],
  ["nobody's tab", { tab: undefined as unknown as number }, PAGE],
])("%s is not heard", async (_name, by, address) => {
  const { wake, pages, settings } = background();
  for (const here of [true, false])
    expect(await wake().meant({ ...TTP, address, here, on: true }, { ...origin, ...by })).toBe(false);
  expect(settings()).toMatchObject({ meant: [] });
  expect(await pages.of(1, PAGE)).toEqual([]);
});

it("a page speaks of its own origin, whatever it says", async () => {
  const { wake, pages } = background();
  const request = { ...TTP, address: "https://bank.example/account", here: false, on: true };
  expect(await wake().meant(request, origin)).toBe(true);
  expect(await pages.of(1, "https://bank.example/")).toEqual([]);
  expect(await pages.of(1, PAGE)).toEqual([{ page: PAGE, ...TTP }]);
});

it("a file speaks of itself, and makes no rule", async () => {
  const { wake, pages, settings } = background();
  const by = { ...origin, site: null, page: "file:///home/a.html" };
  const request = { ...TTP, address: "file:///home/a.html", on: true };
  expect(await wake().meant({ ...request, here: true }, by)).toBe(false);
  expect(settings()).toMatchObject({ meant: [] });
  expect(await wake().meant({ ...request, here: false }, by)).toBe(true);
  expect(await pages.of(1, by.page)).toEqual([{ page: by.page, ...TTP }]);
});
