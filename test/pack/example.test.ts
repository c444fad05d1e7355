/** The example that the tutorial is about: it comes in by the door, nothing in it is dubious, and its article's names are found. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inRoot } from "../../scripts/lib/paths.ts";
import { draftPack } from "../../src/draft/draft.ts";
import { TO_WRITE } from "../../src/draft/skeleton.ts";
import { doubtsOf } from "../../src/pack/format/doubts.ts";
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import type { Pack } from "../../src/pack/types.ts";
import { expandPack } from "../../src/pack/variants.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { foldText } from "../../src/spot/letters/fold.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";

const text = readFileSync(inRoot("examples/harrowmere.sidelight.json"), "utf8");
const article = readFileSync(inRoot("examples/harrowmere.md"), "utf8");

function example(): Pack {
  const result = readPackFile(text);
  expect(result).toMatchObject({ ok: true });
  return (result as Extract<typeof result, { ok: true }>).pack;
}

test("it comes in by the door, and nothing in it is dubious or unwritten", () => {
  expect(doubtsOf(example(), []).named).toEqual([]);
  expect(text).not.toContain(TO_WRITE);
});

test("its article has the paragraphs that it names, and each of its entities", () => {
  const pack = example();
  const { paragraphs } = draftPack(article, { kind: "md" });
  expect(paragraphs.flatMap(({ id }) => id ?? [])).toEqual(pack.passages.map(({ id }) => id));
  const mentions = spotText(compileLexicon(expandPack(pack)), article);
  const found = new Set(mentions.map(({ entity }) => entity));
  expect([...found].sort()).toEqual(pack.entities.map(({ id }) => id));
  const meant = (words: string) =>
    mentions.filter(({ start, end }) => article.slice(start, end) === words).map(({ entity }) => entity);
  // The letters are spelled out, the shared name is decided by its paragraph, the decoy is nothing.
  expect(meant("HLS")).toEqual(["harrowmere-lamp-society", "harrowmere-lamp-society"]);
  expect(meant("Society")).toEqual(["harrowmere-tile-society"]);
  expect(meant("Tollgate Museum")).toEqual(["tollgate-museum"]);
  expect(meant("Quell")).toEqual(["ida-quell", "ida-quell"]);
});

test("a draft of the article proposes each of them", () => {
  const forms = draftPack(article, { kind: "md" }).proposals.flatMap((one) =>
    one.forms.map((form) => foldText(form.text)),
  );
  for (const { name } of example().entities) expect(forms).toContain(foldText(name));
});
