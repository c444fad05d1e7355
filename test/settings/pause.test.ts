import { describe, expect, it } from "vitest";
import { applyIntent } from "../../src/settings/change/apply.ts";
import { defaults } from "../../src/settings/defaults.ts";
import { HOUR, pauseLeft } from "../../src/settings/page/expiry.ts";
import { entriesOf, fieldsOf, isValidEntry } from "../../src/settings/sync/stamps.ts";

const NOW = 1_800_000_000_000;

describe("the pause", () => {
  it("is none unless the reader wants one", () => {
    expect(pauseLeft(defaults, NOW)).toBe(0);
  });

  it("lasts until its moment, and is over at it", () => {
    const settings = { pausedUntil: NOW + HOUR };
    expect(pauseLeft(settings, NOW)).toBe(HOUR);
    expect(pauseLeft(settings, NOW + HOUR - 1)).toBe(1);
    expect(pauseLeft(settings, NOW + HOUR)).toBe(0);
    expect(pauseLeft(settings, NOW + 2 * HOUR)).toBe(0);
  });

  it.each([-1, 1.5, Number.NaN, 8_640_000_000_000_001, "soon", true])("cannot end at %s", (value) => {
    expect(applyIntent({}, { type: "set", key: "pausedUntil", value })).toMatchObject({ ok: false });
  });

  it("is this browser's alone: never handed on, never taken over", () => {
    const fields = fieldsOf({ pausedUntil: NOW, theme: "dark" });
    expect(fields.get("pausedUntil")).toBe(NOW);
    expect([...entriesOf(fields, new Map()).keys()]).toEqual(["theme"]);
    expect(isValidEntry("pausedUntil", { stamp: 1, value: NOW })).toBe(false);
  });
});
