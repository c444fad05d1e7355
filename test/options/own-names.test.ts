import { expect, it } from "vitest";
import { namesOf, sitesIn, unfoundOf, verdictOn } from "../../src/options/names/own-names.ts";
import { alias, entity, packOf } from "../search/pack.ts";

const pack = packOf([entity("river", "River Watch", { aliases: [alias("RW")] }), entity("dam", "Dam Guild")]);
const names = namesOf(pack);
const own = [{ entity: "dam", text: "The Builders" }];

it.each([
  ["", "river", { kind: "empty", ok: false }],
  ["x", "river", { kind: "letters", ok: false }],
  ["12 34", "river", { kind: "letters", ok: false }],
  ["a".repeat(81), "river", { kind: "long", ok: false }],
  ["Dam\u202eGuild", "river", { kind: "hidden", ok: false }],
  ["  river   WATCH ", "river", { kind: "known", ok: false, entity: "river" }],
  ["River-Watch", "dam", { kind: "clash", ok: false, entity: "river" }],
  ["the builders", "river", { kind: "clash", ok: false, entity: "dam" }],
  ["The", "river", { kind: "common", ok: false }],
  ["Security", "river", { kind: "common", ok: false }],
  ["RWX", "river", { kind: "short", ok: true, text: "RWX" }],
  ["  Watchers of  the River ", "river", { kind: "fine", ok: true, text: "Watchers of the River" }],
  ["R&AW", "river", { kind: "short", ok: true, text: "R&AW" }],
  ["River (Watch)", "dam", { kind: "fine", ok: true, text: "River (Watch)" }],
  ["TTP/JuA", "river", { kind: "fine", ok: true, text: "TTP/JuA" }],
  ["C++ Guild", "river", { kind: "fine", ok: true, text: "C++ Guild" }],
  ["river.example", "river", { kind: "fine", ok: true, text: "river.example" }],
  ["@riverwatch", "river", { kind: "unspelled", ok: false }],
  ["River ?!?!?!?!?!?!?! Guild", "river", { kind: "unspelled", ok: false }],
  ["\u3164\u3164", "river", { kind: "letters", ok: false }],
  ["\u0640\u0640", "river", { kind: "letters", ok: false }],
  ["河", "river", { kind: "short", ok: true, text: "河" }],
])("%j for %s", (typed, of, verdict) => {
  expect(verdictOn(typed, of, own, names)).toEqual(verdict);
});

it("knows which stored names cannot be found, each by itself", () => {
  const stored = ["R&AW", "a ?!?!?!?!?!?!?! b", "The Builders", "@riverwatch"];
  expect(unfoundOf(stored)).toEqual(["a ?!?!?!?!?!?!?! b", "@riverwatch"]);
});

it.each([
  ["", { ok: true, sites: [] }],
  [
    " b.example, https://A.example/news ;a.example/news",
    { ok: true, sites: ["a.example/news", "b.example"] },
  ],
  ["b.example a*b", { ok: false, error: ["faultSiteStar"] }],
  [
    Array.from({ length: 51 }, (_, index) => `a${index}.example`).join(" "),
    { ok: false, error: ["faultNameSites", 50] },
  ],
])("the sites in %j", (typed, sites) => {
  expect(sitesIn(typed)).toEqual(sites);
});
