import { describe, expect, it } from "vitest";
import type { PageStatus, PageSummary } from "../../src/messages/table.ts";
import { entitiesOn, type PageState, statusOf, withFrame } from "../../src/popup/page/page-state.ts";
import {
  askableFor,
  type DocumentKind,
  documentKindOf,
  type Reach,
  type Unread,
  whyUnread,
} from "../../src/popup/page/reach.ts";
import { statusLine } from "../../src/popup/page/status.ts";
import { defaults } from "../../src/settings/defaults.ts";

const mention = (id: string, entity: string) => ({ id, entity, before: "", text: entity, after: "" });

function summary(status: PageStatus, ids: string[] = [], more: Partial<PageSummary> = {}): PageSummary {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return {
    status,
    entities: [...counts].map(([entity, count]) => ({ entity, count })),
    mentions: ids.map((entity, place) => mention(`m${place}`, entity)),
    capped: false,
    cramped: false,
    effort: { characters: 0, ms: 0, slices: 0 },
    ...more,
  };
}

describe("the frames of a page", () => {
  const top = { frame: 0, summary: summary("marked", ["ttp", "daesh", "ttp"]) };
  const inner = { frame: 7, summary: summary("marked", ["kabul", "ttp"]) };

  it("come top frame first, each once, in its newest state", () => {
    const frames = withFrame(withFrame(withFrame([], inner), { frame: 0, summary: summary("reading") }), top);
    expect(frames).toEqual([top, inner]);
  });

  it("make one list, and every mention knows its frame", () => {
    const entities = entitiesOn([top, inner]);
    expect(entities.map(({ entity, count }) => [entity, count])).toEqual([
      ["ttp", 3],
      ["daesh", 1],
      ["kabul", 1],
    ]);
    expect(entities[0]!.mentions.map(({ frame, mention: { id } }) => [frame, id])).toEqual([
      [0, "m0"],
      [0, "m2"],
      [7, "m1"],
    ]);
  });

  it.each<[PageStatus[], PageStatus]>([
    [["marked", "reading"], "reading"],
    [["marked", "reading", "failed"], "failed"],
    [["off", "marked"], "marked"],
    [["off", "unreadable"], "off"],
    [["unreadable"], "unreadable"],
    [[], "reading"],
  ])("%j are together %s", (statuses, together) => {
    expect(statusOf(statuses.map((status, frame) => ({ frame, summary: summary(status) })))).toBe(together);
  });
});

describe("whyUnread", () => {
  const all = { allowed: true, files: true };
  it.each<[string | undefined, Partial<Reach>, Unread]>([
    [undefined, {}, "browser"],
    [undefined, { files: false }, "closed"],
    [undefined, { allowed: false }, "withheld"],
    ["about:reader?url=https%3A%2F%2Fexample.org%2F", {}, "reader"],
    ["chrome://settings/", {}, "browser"],
    ["about:blank", {}, "browser"],
    ["moz-extension://x/options.html", {}, "browser"],
    ["view-source:https://example.org/", {}, "source"],
    ["https://chromewebstore.google.com/detail/x", {}, "store"],
    ["https://microsoftedge.microsoft.com/addons/detail/x", {}, "store"],
    ["https://microsoftedge.microsoft.com/", {}, "early"],
    ["https://addons.mozilla.org/", { allowed: false }, "store"],
    ["https://support.mozilla.org/kb", {}, "guarded"],
    ["https://example.org/Report.PDF", {}, "pdf"],
    ["https://example.org/report.pdf", { allowed: false }, "withheld"],
    ["https://example.org/", { allowed: false }, "withheld"],
    ["https://example.org/", { files: false }, "early"],
    ["file:///home/ada/a.html", { files: false }, "file"],
    ["file:///home/ada/a.html", {}, "early"],
    ["file:///home/ada/a.pdf", {}, "pdf"],
  ])("%j, %j: %s", (url, reach, why) => {
    expect(whyUnread({ url, ...all, ...reach })).toBe(why);
  });
});

describe("askableFor", () => {
  it("asks for the site alone, for all where the site is not known, and for nothing that no one can grant", () => {
    expect(askableFor("https://example.org:8443/a?b")).toEqual({
      site: "example.org",
      origins: ["http://example.org/*", "https://example.org/*"],
    });
    expect(askableFor(undefined)).toEqual({ site: null, origins: ["http://*/*", "https://*/*"] });
    for (const url of ["file:///a", "about:blank", "chrome://x", ""]) expect(askableFor(url)).toBeNull();
  });
});

describe("documentKindOf", () => {
  it.each<[string | null, DocumentKind]>([
    ["image/svg+xml", "drawing"],
    ["image/png", "image"],
    ["video/mp4", "media"],
    ["application/pdf", "pdf"],
    ["text/xml", "xml"],
    ["application/rss+xml", "xml"],
    ["application/json", "data"],
    ["application/octet-stream", "unknown"],
    [null, "unknown"],
  ])("%j: %s", (mediaType, kind) => {
    expect(documentKindOf(mediaType)).toBe(kind);
  });
});

describe("statusLine", () => {
  const NOW = Date.UTC(2026, 4, 4, 12);
  const paused = { ...defaults, pausedUntil: NOW + 1000 };
  const url = "https://example.org/";
  const read = (...summaries: PageSummary[]): PageState => ({
    kind: "read",
    url,
    frames: summaries.map((each, frame) => ({ frame, summary: each })),
  });
  const offHere = { ...defaults, sites: [{ pattern: "example.org", mark: false }] };

  it.each<[PageState, typeof defaults | null, string, RegExp]>([
    [{ kind: "looking" }, defaults, "busy", /Looking/],
    [{ kind: "unread", url: "chrome://x", why: "browser" }, defaults, "off", /browser’s own/],
    [{ kind: "unread", url, why: "withheld" }, defaults, "off", /keep Sidelight from/],
    [read(summary("off")), null, "off", /settings could not be read/],
    [{ ...read(summary("unreadable")), mediaType: "image/svg+xml" } as PageState, defaults, "off", /SVG/],
    [read(summary("reading")), defaults, "busy", /Reading/],
    [read(summary("failed")), defaults, "busy", /names could not be read/],
    [read(summary("marked")), defaults, "quiet", /No known name/],
    [read(summary("marked", ["ttp"])), defaults, "found", /^1 known name /],
    [
      read(summary("marked", ["ttp"]), summary("marked", ["ttp", "daesh"])),
      defaults,
      "found",
      /^2 known names /,
    ],
    [read(summary("off")), { ...defaults, enabled: false }, "off", /everywhere/],
    [read(summary("off")), paused, "off", /^Paused until \d/],
    [{ kind: "none" }, paused, "off", /^Paused until \d/],
    [read(summary("off")), { ...defaults, pausedUntil: NOW }, "busy", /Reading/],
    [{ kind: "none" }, defaults, "quiet", /tab of its own/],
    [read(summary("off")), offHere, "off", /off on example\.org/],
    [read(summary("off")), defaults, "busy", /Reading/],
    [read(summary("unreadable")), defaults, "off", /not a page of text/],
  ])("%j", (page, settings, tone, line) => {
    expect(statusLine(page, settings, "example.org", NOW)).toMatchObject({
      tone,
      line: expect.stringMatching(line),
    });
  });

  it("tells when a page is read for the click's sake alone", () => {
    expect(statusLine(read(summary("marked")), defaults, null, NOW, true).hint).toMatch(/because you opened/);
    expect(statusLine(read(summary("marked")), defaults, null, NOW).hint).toBeUndefined();
  });

  it("tells when names stand where no card has room", () => {
    const cramped = read(summary("marked", ["ttp"], { cramped: true }));
    expect(statusLine(cramped, defaults, null, NOW).hint).toMatch(/too small to open a card/);
  });

  it("tells when part of a page was not read", () => {
    expect(statusLine(read(summary("marked", ["ttp"], { capped: true })), defaults, null, NOW).hint).toMatch(
      /very long/,
    );
  });
});
