/** The page that a pack is shown on while it is written: the article beside it, or its names; nothing of either is markup. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "parse5";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packOf } from "../background/packs/pack.ts";
import { articleOf, pageOfArticle, pageOfNames } from "../harness/preview/page.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-page-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Names of all elements, in order. */
const tagsOf = (html: string): string[] => {
  const tags: string[] = [];
  const walk = (node: { tagName?: string; childNodes?: unknown[] }) => {
    if (node.tagName) tags.push(node.tagName);
    for (const child of node.childNodes ?? []) walk(child as typeof node);
  };
  walk(parse(html));
  return tags;
};

test("the article is the one of the pack's name", async () => {
  const pack = join(folder, "lamps.sidelight.json");
  expect(await articleOf(pack)).toBeNull();
  await writeFile(join(folder, "lamp.md"), "Another one.");
  await writeFile(join(folder, "lamps.txt"), "This one.");
  expect(await articleOf(pack)).toBe(join(folder, "lamps.txt"));
  expect(await articleOf(join(folder, "lamps.json"))).toBe(join(folder, "lamps.txt"));
});

test("an article's signs are shown as they stand", async () => {
  const file = join(folder, "signs.txt");
  await writeFile(file, "A title\n\nA <b>lamp</b> & an <img src=x onerror=alert(1)>.");
  const html = await pageOfArticle(file);
  expect(tagsOf(html)).toEqual("html head meta title style body h1 h2 p".split(" "));
  expect(html).toContain("A &lt;b>lamp".replace(">", "&gt;"));
});

test("a page of names has every name of every entity, spellings written out, and of what several share", () => {
  const html = pageOfNames(
    packOf(
      "lamps",
      [{ id: "a", name: "<i>Guild</i>", aliases: [{ text: "Lamp {Guild,Society}", lang: 'en"x' }] }],
      { ambiguities: [{ id: "both", aliases: [{ text: "The Society", lang: "en" }], among: ["a"] }] },
    ),
  );
  for (const name of ["Lamp Guild", "Lamp Society", "The Society"]) expect(html).toContain(`>${name}</bdi>`);
  expect(tagsOf(html)).toEqual("html head meta title style body h1 p b bdi bdi p b bdi".split(" "));
});
