import { expect, it } from "vitest";
import { valuesForSite } from "../../src/settings/page/for-site.ts";

const rule = (pattern: string) => ({ pattern, mark: false });
const values = {
  theme: "dark",
  muted: ["ttp"],
  sites: [
    rule("org"),
    rule("news.example.org/live"),
    rule("example.org:8080"),
    rule("other.net"),
    rule("file:///home"),
  ],
  quiet: [
    { entity: "ttp", alias: "TTP" },
    { entity: "daesh", site: "example.org" },
    { entity: "nacta", site: "other.net" },
  ],
  aliases: [
    { entity: "ttp", text: "everywhere" },
    { entity: "ttp", text: "in part here", sites: ["other.net", "example.org/live"] },
    { entity: "ttp", text: "elsewhere", sites: ["other.net"] },
  ],
};

it("keeps what holds for all sites or for any page of this one, and names no other", () => {
  expect(valuesForSite(values, "https://news.example.org/blog")).toEqual({
    theme: "dark",
    muted: ["ttp"],
    sites: [rule("org"), rule("news.example.org/live"), rule("example.org:8080")],
    quiet: values.quiet.slice(0, 2),
    aliases: [values.aliases[0], { entity: "ttp", text: "in part here", sites: ["example.org/live"] }],
  });
});

it.each([
  ["about:blank", []],
  ["", []],
  ["file:///home/page.html", [rule("file:///home")]],
])("of %s, which is no site or all files", (url, sites) => {
  const kept = valuesForSite(values, url);
  expect(kept.sites).toEqual(sites);
  expect(kept.aliases).toEqual([values.aliases[0]]);
});

it("gives no name for some sites that cannot be read, and nothing that this version does not know", () => {
  const odd = {
    aliases: [{ entity: "ttp", text: "a", sites: "example.org" }, null, 7],
    sites: "all",
    later: ["other.net"],
  };
  expect(valuesForSite(odd, "https://example.org/")).toEqual({ aliases: [], sites: "all" });
});
