/** Several packs in one text: what they call alike, and what one of them says is no name. */
import { describe, expect, it } from "vitest";
import type { Alias, NameSource } from "../../src/pack/types.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { compileLexicon, type Lexicon } from "../../src/spot/names/lexicon.ts";
import { renamed } from "../../src/spot/names/renamed.ts";

type Form = string | (Partial<Alias> & { text: string });
interface Parts {
  decoys?: string[];
  for?: string[];
}

const form = (given: Form): Alias => ({
  lang: "mul",
  ...(typeof given === "string" ? { text: given } : given),
});
const entity = (id: string, aliases: Form[], { decoys = [], for: pro = [] }: Parts = {}) => ({
  id,
  aliases: aliases.map(form),
  decoys: decoys.map(form),
  cues: { for: pro.map((text) => ({ text, weight: 3 as const })), against: [] },
});
const lexicon = (pack: string, ...entities: NameSource["entities"]): Lexicon => ({
  ...compileLexicon({ entities, ambiguities: [] }),
  pack,
  scope: pack,
});
const found = (lexicons: Lexicon[], text: string) =>
  spotText(lexicons, text).map(({ entity, start, end, runnerUp }) =>
    [text.slice(start, end), entity, ...(runnerUp ? [`or ${runnerUp}`] : [])].join(": "),
  );

const bank = lexicon("money", entity("money/bank", ["Bank"], { for: ["loan"] }));
const shore = lexicon("rivers", entity("rivers/bank", ["Bank"], { for: ["water"] }));

describe("a name that two packs have for different things", () => {
  it.each([
    ["the first pack's is likelier", [bank, shore], "The Bank again.", "Bank: money/bank: or rivers/bank"],
    ["whichever pack that is", [shore, bank], "The Bank again.", "Bank: rivers/bank: or money/bank"],
    ["words near by decide", [bank, shore], "High water at the Bank again.", "Bank: rivers/bank"],
  ])("%s", (_, lexicons, text, mention) => {
    expect(found(lexicons, text)[0]).toContain(mention);
  });

  it("counts alone where it does so in one of them, and is that one's", () => {
    const unsure = lexicon("money", entity("money/bank", [{ text: "Bank", trust: "context" }]));
    expect(found([unsure, shore], "The Bank again.")).toEqual(["Bank: rivers/bank: or money/bank"]);
    expect(found([unsure], "The Bank again.")).toEqual([]);
  });

  it("is one thing where they mean one", () => {
    const ids = new Map([["rivers/bank", "money/bank"]]);
    expect(found([bank, renamed(shore, ids)], "The Bank again.")).toEqual(["Bank: money/bank"]);
  });
});

describe("what one pack says is no name", () => {
  const notBank = lexicon("rivers", entity("rivers/x", ["Piggy"], { decoys: ["Bank", "Bank Holiday"] }));

  it("gives way to another pack's name at the very same place", () => {
    for (const lexicons of [
      [bank, notBank],
      [notBank, bank],
    ])
      expect(found(lexicons, "The Bank again.")).toEqual(["Bank: money/bank"]);
  });

  it("stands where it is longer", () => {
    expect(found([bank, notBank], "A Bank Holiday.")).toEqual([]);
  });

  it("stands within its own pack", () => {
    const own = lexicon(
      "m",
      entity("m/bank", ["Bank"]),
      entity("m/x", ["Piggy"], { decoys: ["Bank Holiday"] }),
    );
    expect(found([own], "A Bank Holiday and a Bank.")).toEqual(["Bank: m/bank"]);
  });
});

it("a longer name of a later pack is taken before a shorter one of an earlier", () => {
  const world = lexicon("world", entity("world/wb", ["World Bank", "Bank of England"]));
  expect(found([bank, world], "The World Bank and the Bank of England.")).toEqual([
    "World Bank: world/wb",
    "Bank of England: world/wb",
  ]);
});

it("three packs share it in their order", () => {
  const blood = lexicon("blood", entity("blood/bank", ["Bank"]));
  const [mention] = spotText([shore, blood, bank], "The Bank.");
  expect(mention).toMatchObject({ entity: "rivers/bank", runnerUp: "blood/bank" });
});

it("what else is on a page changes nothing for a pack: words of other packs count for nobody else", () => {
  const needy = lexicon("a", entity("a/x", [{ text: "Xo", trust: "context" }], { for: ["spoon"] }));
  const wordy = lexicon("b", { ...entity("b/y", ["Yo"]), cues: { for: [{ text: "fork" }], against: [] } });
  const text = `A spoon.\n\n${"With a fork, and so on and on. ".repeat(400)}\n\nThen Xo came.`;
  expect(found([needy], text)).toEqual(["Xo: a/x"]);
  expect(found([needy, wordy], text)).toEqual(["Xo: a/x"]);
});
