import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({
  runtime: { getURL: (path: string) => `ext://x/${path}` },
  tabs: {
    create: vi.fn(async (_: object) => ({})),
    update: vi.fn(async (_: number, __: object) => ({})),
    query: vi.fn(async (_: object) => [{ id: 3, incognito: false }]),
  },
}));
vi.mock("webextension-polyfill", () => ({ default: api }));

const { openAtlas, openAtlasPage, takeAtlasOpening } = await import(
  "../../src/background/ways-in/atlas-opening.ts"
);

beforeEach(() => {
  vi.clearAllMocks();
  vi.useRealTimers();
  takeAtlasOpening();
});

describe("the atlas", () => {
  it("opens in a tab beside the page, and its address says what it shows", async () => {
    expect(await openAtlas("a b", { isPrivate: false, beside: 3 })).toBe(true);
    const url = "ext://x/atlas.html#entity=a%20b";
    expect(api.tabs.create).toHaveBeenCalledExactlyOnceWith({ url, active: true, openerTabId: 3 });
    expect(takeAtlasOpening()).toBeNull();
  });

  it("from a private window its address names nothing, and it is told what to show, once", async () => {
    await openAtlas("ttp", { isPrivate: true, beside: 3 });
    expect(api.tabs.create).toHaveBeenCalledExactlyOnceWith({ url: "ext://x/atlas.html", active: true });
    expect(takeAtlasOpening()).toBe("entity=ttp");
    expect(takeAtlasOpening()).toBeNull();
  });

  it("one that comes late was opened by hand, and is told nothing", async () => {
    vi.useFakeTimers();
    await openAtlas("ttp", { isPrivate: true });
    vi.advanceTimersByTime(10_001);
    expect(takeAtlasOpening()).toBeNull();
  });

  it("opens whole, and where the reader wants it", async () => {
    await openAtlasPage("newBackgroundTab", null);
    expect(api.tabs.create).toHaveBeenLastCalledWith({
      url: "ext://x/atlas.html",
      active: false,
      openerTabId: 3,
    });
    await openAtlasPage("currentTab", "ttp");
    expect(api.tabs.update).toHaveBeenCalledExactlyOnceWith(3, { url: "ext://x/atlas.html#entity=ttp" });
  });

  it("says that it could not be opened, where the browser refuses", async () => {
    api.tabs.create.mockRejectedValueOnce(new Error("No window"));
    expect(await openAtlas("ttp", { isPrivate: false })).toBe(false);
  });
});
