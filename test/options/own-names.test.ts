import { expect, it } from "vitest";
import { namesOf, verdictOn } from "../../src/options/own-names.ts";
import { foldText } from "../../src/spot/fold.ts";
import { alias, entity, packOf } from "../search/pack.ts";

const pack = packOf([entity("river", "River Watch", { aliases: [alias("RW")] }), entity("dam", "Dam Guild")]);
const names = namesOf(pack, foldText);
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
  ["河", "river", { kind: "short", ok: true, text: "河" }],
])("%j for %s", (typed, of, verdict) => {
  expect(verdictOn(typed, of, own, names, foldText)).toEqual(verdict);
});
