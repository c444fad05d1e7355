/** `pack check FILE …`: what is wrong with packs, what is still to be written, and what is dubious. */

import { TO_WRITE } from "../../src/draft/skeleton.ts";
import { type Doubt, doubtsOf, namesElsewhere } from "../../src/pack/format/doubts.ts";
import type { Pack } from "../../src/pack/types.ts";
import { here } from "../lib/paths.ts";
import { readPack } from "./files.ts";

/** All files, each with those before it as other packs. Answers whether readers could have them. */
export async function checkFiles(files: readonly string[]): Promise<boolean> {
  const others: ReturnType<typeof namesElsewhere>[] = [];
  let sound = true;
  for (const file of files) {
    const result = await readPack(here(file));
    if ("problems" in result) {
      for (const line of result.problems) console.error(line);
      sound = false;
      continue;
    }
    const { pack } = result;
    const unwritten = [...unwrittenIn(pack)];
    for (const path of unwritten) console.error(`${file}: ${path}: still to be written`);
    if (unwritten.length > 0) sound = false;
    const { named, counts } = doubtsOf(pack, others);
    for (const doubt of named) console.log(`${file}: doubt: ${doubtWords(doubt)}`);
    for (const [kind, count] of counts) {
      const told = named.filter((doubt) => doubt.kind === kind).length;
      if (count > told) console.log(`${file}: doubt: ${count - told} more (${kind})`);
    }
    others.push(namesElsewhere(file, pack));
    const { entities, passages } = pack;
    const claims = entities.reduce((sum, entity) => sum + entity.claims.length, 0);
    console.log(`${file}: ${entities.length} entities, ${claims} claims, ${passages.length} passages`);
  }
  return sound;
}

const DOUBTS: Record<Doubt["kind"], (doubt: Doubt) => string> = {
  everyday: ({ of, text }) => `${of}: “${text}” is a word of any text, and counts alone`,
  shared: ({ of, text, also }) =>
    `${of}: “${text}” is a name of ${also} as well; put it among the ambiguities`,
  elsewhere: ({ of, text, also }) => `${of}: “${text}” is a name in ${also} as well`,
  unfound: ({ of, text }) => `${of}: “${text}” is found in no text`,
  nameless: ({ of }) => `${of} has no name to be found by`,
  unsupported: ({ of }) => `${of} rests on no passage`,
  markup: ({ of, text }) => `${of}: “${text}” is shown as it stands, not as markup`,
};
const doubtWords = (doubt: Doubt): string => DOUBTS[doubt.kind](doubt);

/** The paths of texts that nobody has written yet. */
function* unwrittenIn(value: unknown, path = ""): Generator<string> {
  if (typeof value === "string" && value.startsWith(TO_WRITE)) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : path === "" ? key : `.${key}`;
    yield* unwrittenIn(inner as Pack, path + step);
  }
}
