/** What a page can have done to the settings, at the most. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyIntent } from "../../src/settings/change/apply.ts";
import {
  type GrantedRequest,
  judgeLess,
  judgeMeant,
  type LessRequest,
  MOST_EVERYWHERE,
  MOST_MEANT,
  MOST_REQUESTS,
  type RequestSender,
  type SiteMeantRequest,
} from "../../src/settings/change/card-request.ts";
import { marksOn } from "../../src/settings/page/sites.ts";
import { canonical, parseSettings, type SparseSettings } from "../../src/settings/parse.ts";

const HOUR = 3_600_000;
const NOW = 1_700_000_000_000;
const from: RequestSender = { tab: 1, site: "example.org" };
const ask = (parts: Partial<LessRequest>): LessRequest => ({ here: false, hour: false, on: true, ...parts });

/** A background with these settings, asked by pages. */
function background(values: SparseSettings = {}) {
  const state = { values, asked: [] as GrantedRequest[], now: NOW };
  const settings = () => parseSettings(state.values, canonical).settings;
  return {
    state,
    settings,
    say(parts: Partial<SiteMeantRequest>, by: RequestSender = from): boolean {
      const said = { entity: "ttp", instead: "afghan-taliban", on: true, ...parts };
      const judged = judgeMeant(said, by, settings(), state.asked, state.now);
      if (!judged.granted) return false;
      state.asked = judged.requests;
      const result = judged.intent && applyIntent(state.values, judged.intent);
      if (result?.ok) state.values = result.values;
      return result?.ok !== false;
    },
    ask(parts: Partial<LessRequest>, by: RequestSender = from): boolean {
      const judged = judgeLess(ask(parts), by, settings(), state.asked, state.now);
      if (!judged.granted) return false;
      state.asked = judged.requests;
      const result = judged.intent && applyIntent(state.values, judged.intent);
      if (result?.ok) state.values = result.values;
      return result?.ok !== false;
    },
  };
}

describe("what a card asks for", () => {
  it.each<[string, Partial<LessRequest>, SparseSettings]>([
    ["a name, anywhere", { entity: "ttp" }, { muted: ["ttp"] }],
    [
      "a name, on this site",
      { entity: "ttp", here: true },
      { quiet: [{ entity: "ttp", site: "example.org" }] },
    ],
    ["a name, for an hour", { entity: "ttp", hour: true }, { quiet: [{ entity: "ttp", until: NOW + HOUR }] }],
    [
      "a wrong match",
      { entity: "ttp", alias: "TTP", here: true },
      { quiet: [{ entity: "ttp", alias: "TTP", site: "example.org" }] },
    ],
    ["this site", { here: true }, { sites: [{ pattern: "example.org", mark: false }] }],
  ])("%s: is done, and for a name undone", (_name, parts, values) => {
    const { state, ask } = background();
    expect(ask(parts)).toBe(true);
    expect(state.values).toEqual(values);
    if (parts.entity === undefined) return;
    expect(ask({ ...parts, on: false })).toBe(true);
    expect(Object.values(state.values)).toEqual([[]]);
  });
});

describe("what a page cannot do", () => {
  it.each<[string, RequestSender]>([["of no site", { tab: 1, site: null }]])(
    "%s: rules for a site",
    (_name, by) => {
      const { ask, state } = background();
      expect(ask({ here: true }, by)).toBe(false);
      expect(ask({ entity: "ttp", here: true }, by)).toBe(false);
      expect(state.values).toEqual({});
    },
  );

  it("takes back nothing that the reader has set, nor what another tab has asked for", () => {
    const { ask, state } = background({ muted: ["ttp"], quiet: [{ entity: "daesh", site: "example.org" }] });
    const before = structuredClone(state.values);
    expect(ask({ entity: "ttp", on: false })).toBe(false);
    // Asking for what holds already changes nothing, and does not make it the page's own.
    expect(ask({ entity: "ttp" })).toBe(true);
    expect(ask({ entity: "ttp", on: false })).toBe(false);
    expect(ask({ entity: "daesh", here: true, hour: true })).toBe(true);
    expect(ask({ entity: "daesh", here: true, hour: true, on: false })).toBe(false);
    expect(state.values).toEqual(before);
    expect(ask({ entity: "al-qaeda" })).toBe(true);
    expect(ask({ entity: "al-qaeda", on: false }, { ...from, tab: 2 })).toBe(false);
  });

  it("switches no site on", () => {
    const { ask, state } = background({ sites: [{ pattern: "example.org", mark: false }] });
    expect(ask({ here: true, on: false })).toBe(false);
    expect(state.values).toEqual({ sites: [{ pattern: "example.org", mark: false }] });
  });

  it("asks for all sites more than a few times, before a while has passed", () => {
    const { ask, state, settings } = background();
    const muted = Array.from({ length: 20 }, (_, n) => ask({ entity: `entity-${n}` })).filter(Boolean);
    expect(muted.length).toBe(MOST_EVERYWHERE);
    for (let n = 0; n < MOST_EVERYWHERE; n++) ask({ entity: `entity-${n}`, on: false });
    expect(settings().muted).toEqual([]);
    expect(ask({ entity: "ttp" })).toBe(false);
    expect(ask({ entity: "ttp", here: true })).toBe(true);
    state.now += 600_000;
    expect(ask({ entity: "ttp" })).toBe(true);
  });

  it("whatever it asks: other sites stay as they are, but for a few names", () => {
    const asks = fc.array(
      fc.record(
        {
          entity: fc.constantFrom("ttp", "daesh", "a-1", "b-2", "c-3", "d-4", "e-5", "f-6", "__proto__"),
          alias: fc.constantFrom("TTP", "com", ""),
          here: fc.boolean(),
          hour: fc.boolean(),
          on: fc.boolean(),
        },
        { requiredKeys: ["here", "hour", "on"] },
      ),
      { maxLength: 100 },
    );
    fc.assert(
      fc.property(asks, (list) => {
        const { ask, settings } = background({ sites: [{ pattern: "other.org", mark: true }] });
        for (const each of list) ask(each);
        const { sites, muted, quiet } = settings();
        expect(marksOn(settings(), "https://other.org/")).toBe(true);
        expect(sites.filter(({ pattern }) => pattern !== "example.org")).toHaveLength(1);
        const elsewhere = quiet.filter(({ site }) => site !== "example.org");
        expect(muted.length + elsewhere.length).toBeLessThanOrEqual(MOST_EVERYWHERE);
        expect(quiet.length).toBeLessThanOrEqual(MOST_REQUESTS);
      }),
    );
  });
});

describe("which of two is meant, as a card says it", () => {
  const there = { site: "example.org", entity: "ttp", instead: "afghan-taliban" };

  it("is said of its site alone, turned round, and taken back", () => {
    const { say, state } = background({ meant: [{ ...there, site: "other.org" }] });
    expect(say({})).toBe(true);
    expect(say({ entity: "afghan-taliban", instead: "ttp" })).toBe(true);
    expect(state.values.meant).toEqual([
      { ...there, entity: "afghan-taliban", instead: "ttp" },
      { ...there, site: "other.org" },
    ]);
    // What does not hold cannot be taken back.
    expect(say({ on: false })).toBe(false);
    expect(say({ entity: "afghan-taliban", instead: "ttp", on: false })).toBe(true);
    expect(state.values.meant).toEqual([{ ...there, site: "other.org" }]);
  });

  it("can be taken back at any time, whoever has said it", () => {
    const { say, state } = background({ meant: [there] });
    expect(say({ on: false }, { ...from, tab: 9 })).toBe(true);
    expect(state.values.meant).toEqual([]);
  });

  it("is not heard of what is no site", () => {
    const { say, state } = background();
    expect(say({}, { tab: 1, site: null })).toBe(false);
    expect(state.values).toEqual({});
  });

  it("costs nothing where it holds already", () => {
    const { say, state } = background({ meant: [there] });
    expect(say({})).toBe(true);
    expect(state.asked).toEqual([]);
  });

  it("fills no settings: a few pairs of a site, and so many asks in a while", () => {
    const { say, state, settings } = background();
    for (let n = 0; n < 3 * MOST_MEANT; n++) say({ entity: `e-${n}` });
    expect(settings().meant).toHaveLength(MOST_MEANT);
    for (let n = 0; n < 2 * MOST_REQUESTS; n++) say({ entity: "e-0", on: n % 2 === 1 });
    expect(state.asked).toHaveLength(MOST_REQUESTS);
    expect(say({ entity: "e-1", on: false })).toBe(false);
    expect(say({}, { tab: 2, site: "sub.example.org" })).toBe(false);
    state.now += 600_000;
    expect(say({ entity: "e-1", on: false })).toBe(true);
  });
});
