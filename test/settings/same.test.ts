/** Entities of two packs that the reader has said are one: said, taken back, handed on, and not told to pages. */
import { describe, expect, it } from "vitest";
import { applyIntent, applyIntents } from "../../src/settings/change/apply.ts";
import { valuesForSite } from "../../src/settings/page/for-site.ts";
import { parseSettings } from "../../src/settings/parse.ts";
import { fieldsOf, isValidEntry, stampsIn, withFields } from "../../src/settings/sync/stamps.ts";

const RULE = { entity: "daesh", other: "glossary/is" };
const said = (entity: string, other: string, on = true) =>
  ({ type: "same", rule: { entity, other }, on }) as const;

describe("of two entities it is said that they are one", () => {
  it("once, whichever of them is named first, and taken back", () => {
    const twice = applyIntents({}, [said("glossary/is", "daesh"), said("daesh", "glossary/is")]);
    expect(twice).toEqual({ ok: true, values: { same: [RULE] } });
    expect(applyIntent({ same: [RULE] }, said("glossary/is", "daesh", false))).toEqual({
      ok: true,
      values: { same: [] },
    });
  });

  it.each([
    ["glossary/a", "glossary/b", "faultSamePack"],
    ["ttp", "daesh", "faultSamePack"],
    ["ttp", "Not an id", "faultEntityId"],
  ])("not of %s and %s", (entity, other, fault) => {
    expect(applyIntent({}, said(entity, other))).toMatchObject({ ok: false });
    expect(JSON.stringify(applyIntent({}, said(entity, other)))).toContain(fault);
  });

  it("is a field of its own where browsers merge", () => {
    expect([...fieldsOf({ same: [RULE] })]).toEqual([["same daesh glossary/is", true]]);
    expect(withFields({}, fieldsOf({ same: [RULE] }))).toEqual({ same: [RULE] });
    expect(isValidEntry("same daesh glossary/is", { stamp: 1, value: true })).toBe(true);
    expect(isValidEntry("same glossary/is daesh", { stamp: 1, value: true })).toBe(false);
    expect(isValidEntry("same daesh ttp", { stamp: 1, value: true })).toBe(false);
    const stamps = { "same daesh glossary/is": 5 };
    expect([...stampsIn({ same: [RULE] }, stamps)]).toEqual([["same daesh glossary/is", 5]]);
  });

  it("is read out of storage as far as it is valid, and told to no page", () => {
    const stored = { same: [RULE, { entity: "ttp", other: "ttp" }, "x"], theme: "dark" };
    expect(parseSettings(stored).settings.same).toEqual([RULE]);
    expect(valuesForSite(stored, "https://example.org/")).toEqual({ theme: "dark" });
  });
});

describe("marks of one pack", () => {
  const own = { id: "glossary", on: true, place: 1, style: "wavy", sites: ["example.org"] } as const;
  const use = { ...own, sites: [...own.sites] };

  it("may be of a style of their own, which is handed on with how the pack is used", () => {
    expect(applyIntent({}, { type: "usePack", use })).toEqual({ ok: true, values: { packs: [use] } });
    const fields = fieldsOf({ packs: [use] });
    expect([...fields]).toEqual([["packs glossary", "on 1 =wavy example.org"]]);
    expect(withFields({}, fields)).toEqual({ packs: [use] });
    const { sites: _, ...everywhere } = use;
    expect(withFields({}, fieldsOf({ packs: [everywhere] }))).toEqual({ packs: [everywhere] });
    expect(isValidEntry("packs glossary", { stamp: 1, value: "on 1 =pink" })).toBe(false);
  });

  it("are none of a style that there is not", () => {
    expect(parseSettings({ packs: [{ ...use, style: "pink" }] }).settings.packs).toEqual([]);
  });
});
