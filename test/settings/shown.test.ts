import { describe, expect, it } from "vitest";
import { defaults } from "../../src/settings/defaults.ts";
import { nextEnd } from "../../src/settings/page/expiry.ts";
import { markedOn, namesOn } from "../../src/settings/page/names.ts";

const here = "https://www.example.org/news/today";

describe("names of the reader’s own", () => {
  it.each([
    ["without sites, everywhere", undefined, here, true],
    ["on their site", ["example.org"], here, true],
    ["on one of their sites", ["example.net", "example.org/news"], here, true],
    ["not beside them", ["example.org/sport"], here, false],
    ["not elsewhere", ["example.net"], here, false],
    ["not where there is no site", ["example.org"], "about:blank", false],
  ])("are looked for %s", (_name, sites, url, there) => {
    const alias = { entity: "ttp", text: "R&AW", ...(sites && { sites }) };
    expect(namesOn([alias], url)).toEqual(there ? [alias] : []);
  });
});

describe("what is left unmarked", () => {
  const until = 5_000;
  const settings = {
    ...defaults,
    muted: ["muted"],
    quiet: [
      { entity: "ttp", alias: "TTP" },
      { entity: "daesh", until },
      { entity: "council", site: "example.org" },
    ],
  };
  it.each([
    ["switched off", "muted", "Name", "", 0, false],
    ["in one form", "ttp", "TTP", "", 0, false],
    ["not in another form", "ttp", "Pakistani Taliban", "", 0, true],
    ["for an hour", "daesh", "Daesh", "", until - 1, false],
    ["no longer than an hour", "daesh", "Daesh", "", until, true],
    ["on its site", "council", "UNSC", here, 0, false],
    ["not elsewhere", "council", "UNSC", "", 0, true],
  ])("is not shown: %s", (_name, entity, alias, url, now, shown) => {
    expect(markedOn(settings, url, now)(entity, "group", alias)).toBe(shown);
  });

  it("ends by itself, the soonest first", () => {
    expect(nextEnd({ pausedUntil: 9_000, quiet: settings.quiet }, 0)).toBe(until);
    expect(nextEnd({ pausedUntil: 9_000, quiet: settings.quiet }, until)).toBe(9_000);
    expect(nextEnd({ pausedUntil: 0, quiet: [] }, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
