/** The background, asked by pages that say what they like: where a message comes from is what the browser says. */
import { beforeEach, describe, expect, it, vi } from "vitest";

const ID = "sidelight@test";
const HOME = "chrome-extension://home/";
let listener: (message: unknown, sender: object) => Promise<unknown> | undefined;
vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      id: ID,
      getURL: (path: string) => HOME + path,
      onMessage: {
        addListener: (given: typeof listener) => {
          listener = given;
        },
      },
    },
  },
}));
const { serveBackground } = await import("../../src/browser/messaging.ts");

const answer = () => vi.fn(async (): Promise<never> => "done" as never);
const handlers = {
  "settings.change": answer(),
  "page.less": answer(),
  "page.meant": answer(),
  "page.escape": vi.fn(async () => null),
  "page.turned": answer(),
  "page.count": answer(),
  "page.settings": answer(),
  "page.sieve": answer(),
  "page.rest": answer(),
  "page.style": answer(),
  "page.runs": answer(),
  "page.packs": answer(),
  "page.shards": answer(),
  "page.said": answer(),
  "page.ownNames": answer(),
  "packs.list": answer(),
  "packs.install": answer(),
  "packs.remove": answer(),
  "packs.restore": answer(),
  "packs.text": answer(),
  "packs.active": answer(),
  "packs.part": answer(),
  "packs.said": answer(),
  "pack.text": answer(),
  "popup.readOnce": answer(),
  "popup.opened": answer(),
  "page.atlas": answer(),
  "atlas.opened": answer(),
};

beforeEach(() => {
  for (const handler of Object.values(handlers)) handler.mockClear();
  serveBackground(handlers);
});

const PAGE = "https://news.example.org/live";
const page = (parts: object = {}) => ({
  id: ID,
  url: PAGE,
  origin: "https://news.example.org",
  frameId: 0,
  tab: { id: 7, url: PAGE, incognito: false },
  ...parts,
});
const less = { type: "page.less", request: { here: true, hour: false, on: true } };

describe("the page of a frame", () => {
  const frame = { frameId: 3, url: "https://ads.example.com/slot", origin: "https://ads.example.com" };
  it.each<[string, object, string]>([
    ["is the top document itself", { tab: { id: 7, url: "https://was.example/" } }, PAGE],
    ["is the tab's", frame, PAGE],
    ["is the frame's own where the tab's is not told", { ...frame, tab: { id: 7 } }, frame.url],
    [
      "is not the tab's while it is made ready behind it",
      { ...frame, documentLifecycle: "prerender" },
      frame.url,
    ],
    ["is where a blank document was made", { url: "about:blank" }, "https://news.example.org"],
  ])("%s", async (_name, parts, url) => {
    await listener({ type: "page.settings", request: {} }, page(parts));
    const [, origin] = handlers["page.settings"].mock.calls[0] as unknown as [object, { page: string }];
    expect(origin.page).toBe(url);
  });
});

describe("a content script", () => {
  it.each([
    "settings.change",
    "popup.readOnce",
    "popup.opened",
    "packs.list",
    "packs.text",
    "packs.active",
    "packs.part",
    "packs.said",
  ] as const)("is not served %s", async (type) => {
    const intents = [{ type: "setSite", rule: { pattern: "com", mark: false } }];
    const requests = {
      "settings.change": { intents },
      "popup.readOnce": { tab: 7, address: PAGE },
      "packs.text": { id: "glossary" },
      "packs.active": {},
      "packs.part": { install: 1, part: 0 },
      "packs.said": { entities: ["glossary/guild"] },
    };
    const request = requests[type as keyof typeof requests] ?? {};
    await listener({ type, request }, page());
    expect(handlers[type]).not.toHaveBeenCalled();
    await listener({ type, request }, { id: ID, url: `${HOME}options.html` });
    expect(handlers[type]).toHaveBeenCalledOnce();
  });

  it("speaks for its own page alone, a page of ours for the one that it is about", async () => {
    const said = { type: "page.said", request: { address: PAGE, entities: ["ttp"] } };
    await listener(said, page());
    await listener(said, { id: ID, url: `${HOME}popup.html` });
    const origins = handlers["page.said"].mock.calls.map(
      (call) => (call as unknown as [object, { isOwn: boolean }])[1],
    );
    expect(origins.map(({ isOwn }) => isOwn)).toEqual([false, true]);
  });

  it("of another extension is not heard", () => {
    expect(listener(less, page({ id: "other@test" }))).toBeUndefined();
    expect(handlers["page.less"]).not.toHaveBeenCalled();
  });

  const tab = { id: 7, url: PAGE, incognito: false };
  it.each<[name: string, sender: object, site: string | null]>([
    ["the top frame", page(), "news.example.org"],
    [
      "a frame of the same site",
      page({ frameId: 3, url: "https://news.example.org/inner" }),
      "news.example.org",
    ],
    ["a filled frame", page({ frameId: 3, url: "about:srcdoc" }), "news.example.org"],
    [
      "a top frame where the browser tells no address of the tab",
      page({ tab: { id: 7 } }),
      "news.example.org",
    ],
    ["a frame where the browser tells none", page({ frameId: 3, tab: { id: 7 } }), null],
    [
      "an advertisement",
      page({ frameId: 3, url: "https://ads.example.com/", origin: "https://ads.example.com" }),
      null,
    ],
    ["a frame of the site above", page({ frameId: 3, url: "https://example.org/" }), null],
    ["a sandboxed frame", page({ frameId: 3, url: "about:srcdoc", origin: "null" }), null],
    [
      "a page that has gone elsewhere meanwhile",
      page({ tab: { ...tab, url: "https://example.com/" } }),
      null,
    ],
    ["a private page", page({ tab: { ...tab, incognito: true } }), null],
    ["a file", page({ url: "file:///home/a.html", tab: { id: 7, url: "file:///home/a.html" } }), null],
    ["no tab", page({ tab: undefined }), null],
  ])("%s asks for its own site or for none", async (_name, sender, site) => {
    // Whatever it says of itself is left behind.
    await listener({ ...less, request: { ...less.request, site: "com", pattern: "com" } }, sender);
    const [request, origin] = handlers["page.less"].mock.calls[0] as unknown as [object, { site: unknown }];
    expect(request).toEqual(less.request);
    expect(origin.site).toBe(site);
  });

  it.each<[string, ReturnType<typeof page>, boolean]>([
    ["the page itself", page(), true],
    ["a frame of its own site", page({ frameId: 3 }), true],
    ["a private page", page({ tab: { ...tab, incognito: true } }), false],
    ["a file", page({ url: "file:///home/a.html", tab: { id: 7, url: "file:///home/a.html" } }), true],
    [
      "an advertisement",
      page({ frameId: 3, url: "https://ads.example.com/", origin: "https://ads.example.com" }),
      false,
    ],
    ["a frame where the browser tells of no page", page({ frameId: 3, tab: { id: 7 } }), false],
    ["a blank page", page({ url: "about:blank", origin: "null", tab: { id: 7, url: "about:blank" } }), false],
    ["no tab", page({ tab: undefined }), false],
  ])("%s speaks for its page, or not", async (_name, sender, isOfPage) => {
    await listener(less, sender);
    expect(handlers["page.less"].mock.calls[0]).toMatchObject([{}, { isOfPage }]);
  });
});
