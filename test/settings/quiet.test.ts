import { describe, expect, test } from "vitest";
import { quietOn } from "../../src/settings/page/names.ts";
import { parseItem } from "../../src/settings/parse.ts";

describe("a rule from outside", () => {
  test("is rebuilt: what is not named is left behind", () => {
    const raw = { entity: "ttp", alias: "TTP", site: "example.org", until: 5, also: "this" };
    const item = { entity: "ttp", alias: "TTP", site: "example.org", until: 5 };
    expect(parseItem("quiet", raw)).toEqual({ ok: true, item });
  });
  test.each([
    ["nothing", undefined],
    ["a list", []],
    ["no entity", { site: "example.org" }],
    ["an entity that is none", { entity: "<b>", site: "example.org" }],
    ["nothing but an entity: that is for `muted`", { entity: "ttp" }],
    ["an end that is no time", { entity: "ttp", until: "soon" }],
    ["an end that never comes", { entity: "ttp", until: Number.POSITIVE_INFINITY }],
    ["an empty form", { entity: "ttp", alias: "" }],
    ["a form without end", { entity: "ttp", alias: "x".repeat(5000) }],
  ])("is refused: %s", (_name, raw) => expect(parseItem("quiet", raw).ok).toBe(false));
});

describe("where and when", () => {
  const rule = { entity: "ttp" };
  test.each([
    ["on the site", { ...rule, site: "example.org" }, "https://www.example.org/a", true],
    ["not elsewhere", { ...rule, site: "example.org" }, "https://example.com/", false],
    ["before its end", { ...rule, until: 1001 }, "https://example.com/", true],
    ["not after it", { ...rule, until: 1000 }, "https://example.com/", false],
    ["a form, anywhere", { ...rule, alias: "TTP" }, "file:///home/a.html", true],
  ])("%s", (_name, quiet, url, holds) => expect(quietOn([quiet], url, 1000).length === 1).toBe(holds));
});
