import { describe, expect, it } from "vitest";
import { faultWords } from "../../src/pages/fault-words.ts";
import { defaults } from "../../src/settings/defaults.ts";
import { marksOn, normalisePattern, sitePatternOf, siteRuleFor } from "../../src/settings/page/sites.ts";

const good: Array<[typed: string, pattern: string]> = [
  ["example.org", "example.org"],
  ["  Example.ORG  ", "example.org"],
  ["https://example.org", "example.org"],
  ["https://www.example.org/live/?a=1#top", "www.example.org/live"],
  ["http://example.org:8080/", "example.org:8080"],
  ["example.org:443", "example.org:443"],
  ["example.org.", "example.org"],
  ["*.example.org", "example.org"],
  ["localhost", "localhost"],
  ["localhost:3000/app", "localhost:3000/app"],
  ["127.0.0.1", "127.0.0.1"],
  ["192.168.1.1:81", "192.168.1.1:81"],
  ["[::1]", "[::1]"],
  ["[2001:DB8::1]:8080", "[2001:db8::1]:8080"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["اردو.example", "xn--mgbqf7g.example"],
  ["example.org/Ünder", "example.org/%C3%9Cnder"],
  ["example.org/a/../b/", "example.org/b"],
  ["file://", "file://"],
  ["file:///home/ada/notes/", "file:///home/ada/notes"],
];

const refused: Array<[typed: string, says: RegExp]> = [
  ["", /Type a site/],
  ["   ", /Type a site/],
  ["example org", /no spaces/],
  ["chrome://settings", /“chrome:”/],
  ["ftp://example.org", /“ftp:”/],
  ["news.*.org", /star/],
  ["ada@example.org", /user name/],
  ["example.org:0", /port/i],
  ["example.org:70000", /port/i],
  ["example.org:", /port/i],
  ["example..org", /not the name of a site/],
  ["-example.org", /not the name of a site/],
  ["exa|mple.org", /not the name of a site/],
  ["/just/a/path", /not the name of a site/],
  ["file://server/share", /file:\/\/\//],
  ["a".repeat(600), /too long/],
];

describe("normalisePattern", () => {
  it.each(good)("reads %j as %j", (typed, pattern) => {
    expect(normalisePattern(typed)).toEqual({ ok: true, pattern });
    expect(normalisePattern(pattern)).toEqual({ ok: true, pattern });
  });

  it.each(refused)("refuses %j in words", (typed, says) => {
    const result = normalisePattern(typed);
    expect(result.ok ? result.pattern : faultWords(result.error)).toMatch(says);
  });
});

const covers: Array<[pattern: string, url: string, covered: boolean]> = [
  ["example.org", "https://example.org/", true],
  ["example.org", "https://www.example.org/live", true],
  ["example.org", "https://notexample.org/", false],
  ["example.org", "https://example.org.evil.example/", false],
  ["example.org", "https://example.org:8443/", true],
  ["example.org:8443", "https://example.org:8443/", true],
  ["example.org:443", "https://example.org/", true],
  ["example.org:443", "http://example.org/", false],
  ["example.org/live", "https://example.org/live", true],
  ["example.org/live", "https://example.org/live/today?x", true],
  ["example.org/live", "https://example.org/lively", false],
  ["0.0.1", "http://127.0.0.1/", false],
  ["127.0.0.1", "http://127.0.0.1:8000/", true],
  ["[::1]", "http://[::1]/", true],
  ["localhost", "http://localhost:3000/", true],
  ["xn--bcher-kva.example", "https://bücher.example/", true],
  ["example.org", "blob:https://example.org/0f2a", true],
  ["file://", "file:///home/ada/a.html", true],
  ["file:///home/ada", "file:///home/ada/a.html", true],
  ["file:///home/ada", "file:///home/adam/a.html", false],
  ["file://", "https://example.org/", false],
  ["example.org", "about:blank", false],
  ["example.org", "not an address", false],
];

describe("siteRuleFor", () => {
  it.each(covers)("%j and %j: %j", (pattern, url, covered) => {
    const rule = siteRuleFor({ sites: [{ pattern, mark: false }] }, url);
    expect(rule !== null).toBe(covered);
  });

  it("lets the most specific rule win, whatever the order", () => {
    const sites = [
      { pattern: "example.org/live", mark: true },
      { pattern: "example.org", mark: false },
      { pattern: "news.example.org", mark: true },
      { pattern: "news.example.org:8443", mark: false },
      { pattern: "example.org/live/sport", mark: false },
    ];
    for (const rules of [sites, [...sites].reverse()]) {
      const winner = (url: string) => siteRuleFor({ sites: rules }, url)?.pattern;
      expect(winner("https://example.org/")).toBe("example.org");
      expect(winner("https://example.org/live/1")).toBe("example.org/live");
      expect(winner("https://example.org/live/sport")).toBe("example.org/live/sport");
      expect(winner("https://news.example.org/live/1")).toBe("news.example.org");
      expect(winner("https://news.example.org:8443/")).toBe("news.example.org:8443");
    }
  });
});

describe("marksOn", () => {
  const url = "https://example.org/a";
  const off = [{ pattern: "example.org", mark: false }];
  const on = [{ pattern: "example.org", mark: true }];

  it.each([
    ["by default", {}, true],
    ["switched off altogether", { enabled: false, sites: on }, false],
    ["off for the site", { sites: off }, false],
    ["only where a rule says so", { markByDefault: false }, false],
    ["a rule says so", { markByDefault: false, sites: on }, true],
  ])("%s", (_name, change, marks) => {
    expect(marksOn({ ...defaults, ...change }, url)).toBe(marks);
  });
});

describe("sitePatternOf", () => {
  it.each([
    ["https://www.example.org:8443/a", "www.example.org"],
    ["file:///home/ada/a.html", "file://"],
    ["about:blank", null],
    ["chrome://settings/", null],
  ])("%j gives %j", (url, pattern) => {
    expect(sitePatternOf(url)).toBe(pattern);
  });
});
