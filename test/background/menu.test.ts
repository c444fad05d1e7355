import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, it, vi } from "vitest";

type Click = (info: { menuItemId: string; selectionText?: string }, tab?: object) => void;
let click: Click = () => undefined;
let session: Record<string, unknown> = {};
/** The browser's entries: a second one with the same id is an error, as in both browsers. */
const entries = new Map<string, { title: string; contexts: string[] }>();
const errors: string[] = [];
const wakes = { startup: 0, installed: 0 };
const openPopup = vi.fn(async () => undefined);
const create = vi.fn(async (_what: object) => ({}));
const update = vi.fn(async (_tab: number, _what: object) => ({}));
const query = vi.fn(async (): Promise<object[]> => []);

const api = {
  runtime: {
    lastError: null as null | { message: string },
    getURL: (path: string) => `chrome-extension://abc/${path}`,
    onStartup: { addListener: () => wakes.startup++ },
    onInstalled: { addListener: () => wakes.installed++ },
  },
  storage: {
    session: {
      get: async () => ({ ...session }),
      set: async (items: object) => void Object.assign(session, items),
    },
  },
  contextMenus: {
    onClicked: { addListener: (listener: Click) => (click = listener) },
    removeAll: vi.fn(async () => entries.clear()),
    create: ({ id, ...entry }: { id: string; title: string; contexts: string[] }, done: () => void) => {
      api.runtime.lastError = entries.has(id) ? { message: `duplicate id ${id}` } : null;
      if (api.runtime.lastError) errors.push(api.runtime.lastError.message);
      else entries.set(id, entry);
      queueMicrotask(() => {
        done();
        api.runtime.lastError = null;
      });
    },
  } as object | undefined,
  action: { openPopup },
  tabs: { create, update, query },
};
vi.mock("webextension-polyfill", () => ({ default: api }));

/** The background begins, as it does after every sleep: with nothing in its memory. */
async function wake() {
  vi.resetModules();
  // The first thing that the background does: else it would have no words.
  await import("../../scripts/lib/messages.ts");
  const { serveMenu } = await import("../../src/background/ways-in/menu.ts");
  const openings = await import("../../src/background/ways-in/popup-opening.ts");
  serveMenu();
  await new Promise((resolve) => setImmediate(resolve));
  return openings;
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.useRealTimers();
  openPopup.mockImplementation(async () => undefined);
  query.mockResolvedValue([]);
  session = {};
  entries.clear();
  errors.length = 0;
});

describe("the entry of the context menu", () => {
  it("is there after an installation, for selected text, in words that every language has", async () => {
    await wake();
    expect([...entries]).toEqual([
      ["look-up", { title: "Look up “%s” in Sidelight", contexts: ["selection"] }],
    ]);
    for (const locale of ["en", "ur", "ar"]) {
      const messages = JSON.parse(await readFile(`assets/_locales/${locale}/messages.json`, "utf8"));
      expect(messages.menuLookUp.message).toContain("%s");
    }
  });

  it("is made once, however often the background wakes", async () => {
    await wake();
    await wake();
    await wake();
    expect((api.contextMenus as { removeAll: unknown }).removeAll).toHaveBeenCalledTimes(1);
    expect(entries.size).toBe(1);
    expect(errors).toEqual([]);
  });

  it("is made anew when the browser starts, in the place of what it has kept", async () => {
    entries.set("look-up", { title: "in another language", contexts: ["selection"] });
    await wake();
    expect(entries.get("look-up")!.title).toBe("Look up “%s” in Sidelight");
    expect(errors).toEqual([]);
    expect(wakes.startup).toBeGreaterThan(0);
    expect(wakes.installed).toBeGreaterThan(0);
  });

  it("is tried again at the next waking where the browser refused it", async () => {
    const { removeAll } = api.contextMenus as { removeAll: ReturnType<typeof vi.fn> };
    removeAll.mockRejectedValueOnce(new Error("not now"));
    await wake();
    expect(entries.size).toBe(0);
    await wake();
    expect(entries.size).toBe(1);
  });

  it("is left out where the browser has no menus", async () => {
    const { contextMenus } = api;
    api.contextMenus = undefined;
    await expect(wake()).resolves.toBeDefined();
    api.contextMenus = contextMenus;
  });
});

describe("a click on it", () => {
  const tab = { id: 7, incognito: false };
  const select = (selectionText: string) => click({ menuItemId: "look-up", selectionText }, tab);

  it("opens the popup at once, and tells it what to look up, once", async () => {
    const { takePopupOpening: takeOpening } = await wake();
    select("Al Qaeda");
    // Firefox opens it only within the click: nothing may be awaited before.
    expect(openPopup).toHaveBeenCalledTimes(1);
    expect(takeOpening()).toEqual({ query: "Al Qaeda" });
    expect(takeOpening()).toBeNull();
    expect(create).not.toHaveBeenCalled();
  });

  it("opens a tab about the page where the popup cannot be opened, with no word of the page in its address", async () => {
    const { takePopupOpening: takeOpening } = await wake();
    openPopup.mockRejectedValue(new Error("no toolbar"));
    select("Al Qaeda");
    await vi.waitFor(() => expect(create).toHaveBeenCalled());
    expect(create.mock.lastCall).toEqual([{ url: "chrome-extension://abc/popup.html#tab=7", active: true }]);
    expect(takeOpening()).toEqual({ query: "Al Qaeda" });
  });

  it("opens no tab beside a popup that did open, whatever the browser says of it", async () => {
    const { takePopupOpening: takeOpening } = await wake();
    openPopup.mockImplementation(async () => {
      takeOpening();
      throw new Error("timed out");
    });
    select("Al Qaeda");
    await new Promise((resolve) => setImmediate(resolve));
    expect(create).not.toHaveBeenCalled();
  });

  it("means nothing to a popup that is opened by hand much later", async () => {
    const { takePopupOpening: takeOpening } = await wake();
    select("Al Qaeda");
    vi.useFakeTimers({ now: Date.now() + 11_000 });
    expect(takeOpening()).toBeNull();
  });

  it("on another’s entry is nothing of ours", async () => {
    await wake();
    click({ menuItemId: "other", selectionText: "x" }, tab);
    expect(openPopup).not.toHaveBeenCalled();
  });

  it.each([
    ["  two\n\n  lines\t here ", "two lines here"],
    ["word ".repeat(60), `${"word ".repeat(20)}`.trim()],
    ["x".repeat(500), "x".repeat(100)],
    ["漢".repeat(500), "漢".repeat(100)],
    [`${"x".repeat(99)}\u{1f600}`, "x".repeat(99)],
    [`a\ud800b`, "a\ufffdb"],
    ["", ""],
  ])("looks up %j as %j", async (selection, wanted) => {
    const { takePopupOpening: takeOpening } = await wake();
    select(selection);
    expect(takeOpening()).toEqual({ query: wanted });
  });
});

describe("the popup as a page in a tab", () => {
  const url = "chrome-extension://abc/popup.html#entity=ttp";

  it("takes the tab in front, or another, as the reader wants it", async () => {
    const { openPopupPage: openAlone } = await wake();
    query.mockResolvedValue([{ id: 3, incognito: false }]);
    await openAlone("currentTab", { entity: "ttp" });
    expect(update.mock.calls).toEqual([[3, { url }]]);
    await openAlone("newForegroundTab", { entity: "ttp" });
    await openAlone("newBackgroundTab", { entity: "ttp" });
    expect(create.mock.calls).toEqual([[{ url, active: true }], [{ url, active: false }]]);
  });

  it("takes a new one where the one in front may not be taken", async () => {
    const { openPopupPage: openAlone } = await wake();
    query.mockResolvedValue([{ id: 3, incognito: false }]);
    update.mockRejectedValueOnce(new Error("no"));
    await openAlone("currentTab", { entity: "ttp" });
    expect(create.mock.calls).toEqual([[{ url, active: true }]]);
  });

  it("from a private window, has an address that says nothing", async () => {
    const { openPopupPage: openAlone, takePopupOpening: takeOpening } = await wake();
    query.mockResolvedValue([{ id: 3, incognito: true }]);
    await openAlone("newForegroundTab", { query: "secret" });
    expect(create.mock.calls).toEqual([[{ url: "chrome-extension://abc/popup.html#own", active: true }]]);
    expect(takeOpening()).toEqual({ query: "secret" });
  });
});
