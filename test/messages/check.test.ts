import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCensusAnswer, checkCensusRequest, checkPageRequest } from "../../src/messages/check.ts";
import { checkBackgroundRequest } from "../../src/messages/check-background.ts";
import type { SettingsIntent } from "../../src/messages/table.ts";

const change = (...intents: unknown[]) => ({ type: "settings.change", request: { intents } });

const intents: SettingsIntent[] = [
  { type: "set", key: "hoverDelay", value: 300 },
  { type: "set", key: "badge", value: true },
  { type: "setKind", kind: "place", on: true },
  { type: "setSite", rule: { pattern: "example.org", mark: true } },
  { type: "removeSite", pattern: "example.org" },
  { type: "reset" },
];

const strangers: Array<[name: string, input: unknown]> = [
  ["nothing", undefined],
  ["text", "settings.change"],
  ["a list", [change()]],
  ["no type", { request: {} }],
  ["no request", { type: "page.count" }],
  ["an unknown type", { type: "tabs.close", request: {} }],
  ["a type of Object.prototype", { type: "constructor", request: {} }],
  ["an inherited type", Object.create({ type: "page.count", request: { count: 1 } })],
  ["no intents", change()],
  ["too many intents", change(...Array.from({ length: 1001 }, () => ({ type: "reset" })))],
  ["one bad intent among good ones", change({ type: "reset" }, { type: "mute", entity: 3, on: true })],
  ["an intent without its switch", change({ type: "setKind", kind: "place" })],
  ["an object as a value", change({ type: "set", key: "theme", value: { toString: "dark" } })],
  ["NaN as a value", change({ type: "set", key: "hoverDelay", value: Number.NaN })],
  ["a text without end", change({ type: "removeSite", pattern: "x".repeat(5000) })],
  ["a rule that is text", change({ type: "setSite", rule: "example.org" })],
  ["a quiet rule with no entity", change({ type: "quiet", rule: { site: "example.org" }, on: true })],
  ["a quiet rule till a text", change({ type: "quiet", rule: { entity: "ttp", until: "soon" }, on: true })],
  ["a card that asks without saying where", { type: "page.less", request: { entity: "ttp", on: true } }],
  [
    "a card that asks for a number",
    { type: "page.less", request: { entity: 3, here: true, hour: false, on: true } },
  ],
  [
    "a card that says what is meant by nothing",
    { type: "page.meant", request: { entity: "ttp", address: "", here: true, on: true } },
  ],
  [
    "what is meant everywhere",
    change({ type: "meant", rule: { entity: "ttp", instead: "daesh" }, on: true }),
  ],
  ["a negative count", { type: "page.count", request: { count: -1 } }],
  ["a count that is text", { type: "page.count", request: { count: "1" } }],
];

describe("checkBackgroundRequest", () => {
  it.each(intents)("lets $type through as it is", (intent) => {
    expect(checkBackgroundRequest(change(intent))).toEqual(change(intent));
  });

  it.each([
    { type: "mute", entity: "ttp", on: false },
    { type: "meant", rule: { site: "example.org", entity: "ttp", instead: "daesh" }, on: true },
    { type: "quiet", rule: { entity: "ttp", alias: "TTP" }, on: true },
    { type: "quiet", rule: { entity: "ttp", site: "example.org", until: 1e12 }, on: false },
  ])("lets $type of some kind through as it is", (intent) => {
    expect(checkBackgroundRequest(change(intent))).toEqual(change(intent));
  });

  it("rebuilds: what the table does not name is left behind", () => {
    const input = change({ type: "reset", also: "this" });
    const output = checkBackgroundRequest({ ...input, extra: 1 });
    expect(output).toEqual(change({ type: "reset" }));
  });

  it("leaves behind the site that a card names", () => {
    const asked = { entity: "ttp", here: true, hour: false, on: true };
    const request = { ...asked, site: "com", pattern: "org", rule: { pattern: "com", mark: false } };
    expect(checkBackgroundRequest({ type: "page.less", request })).toEqual({
      type: "page.less",
      request: asked,
    });
  });

  it("leaves behind the site, and the tab, that a card names for what is meant", () => {
    const said = { entity: "ttp", instead: "daesh", address: "https://a.example/", here: true, on: true };
    const request = { ...said, site: "com", tab: 7, where: "site" };
    expect(checkBackgroundRequest({ type: "page.meant", request })).toEqual({
      type: "page.meant",
      request: said,
    });
  });

  it.each(strangers)("refuses %s", (_name, input) => {
    expect(checkBackgroundRequest(input)).toBeNull();
  });
});

describe("checkPageRequest", () => {
  it("lets its own through and nothing else", () => {
    expect(checkPageRequest({ type: "page.summary", request: { x: 1 } })).toEqual({
      type: "page.summary",
      request: {},
    });
    expect(checkPageRequest({ type: "page.jump", request: { id: "m1" } })).toEqual({
      type: "page.jump",
      request: { id: "m1" },
    });
    expect(checkPageRequest({ type: "page.jump", request: { id: 1 } })).toBeNull();
    expect(checkPageRequest(change({ type: "reset" }))).toBeNull();
  });
});

describe("the census", () => {
  it("keeps question and answer apart", () => {
    const question = { type: "page.census", request: { token: "t" } };
    const answer = { type: "page.here", request: { token: "t" } };
    expect(checkCensusRequest(question)).toEqual(question);
    expect(checkCensusRequest(answer)).toBeNull();
    expect(checkCensusAnswer(answer)).toEqual(answer);
    expect(checkCensusAnswer(question)).toBeNull();
    expect(checkCensusAnswer({ type: "page.here", request: {} })).toBeNull();
  });
});

describe("every check", () => {
  it("is total", () => {
    const types = ["settings.change", "page.count", "page.summary", "page.jump", "page.census", "page.here"];
    const envelope = fc.record({ type: fc.constantFrom(...types), request: fc.anything() });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), envelope), (input) => {
        for (const check of [checkPageRequest, checkCensusRequest, checkCensusAnswer]) {
          const first = check(input);
          expect(first === null || check(first)).toEqual(first ?? true);
        }
      }),
    );
  });
});
