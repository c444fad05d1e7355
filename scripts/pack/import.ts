/** `pack import FILE`: a glossary that exists, as a table or in SKOS, becomes a pack; what it says of the source is still to be written. */
import { basename, extname } from "node:path";
import { emptyPack, freshId, TO_WRITE } from "../../src/draft/skeleton.ts";
import { readPackFile } from "../../src/pack/format/read-pack.ts";
import type { Alias, Entity, EntityKind, LanguageTag } from "../../src/pack/types.ts";
import { faultWords } from "../../src/pages/fault-words.ts";
import { packText } from "../lib/analysis/load.ts";
import "../lib/messages.ts";
import { placeFor, readText, today, writeNew } from "./files.ts";
import { conceptsOf } from "./skos.ts";
import { rowsOf } from "./table.ts";

/** An entity of a glossary, and where in its file: "line 7", "<https://example.org/lamp>". */
export interface Entry {
  place: string;
  /** "" where the glossary has none of its own. */
  id: string;
  kind: EntityKind | null;
  name: string;
  names: Array<{ lang: LanguageTag; text: string }>;
  aliases: Alias[];
  /** "" for none. */
  summary: string;
  sameAs: string[];
}

export interface Glossary {
  language: LanguageTag;
  entries: Entry[];
}

/** @param kind of entries that do not say what they are */
export async function importGlossary(
  file: string,
  kind: EntityKind,
  language: string | undefined,
  out: string | undefined,
): Promise<boolean> {
  const ending = extname(file).toLowerCase();
  if (!/^\.(?:csv|ttl)$/.test(ending)) throw new Error(`${file}: a glossary ends in .csv or .ttl.`);
  const text = await readText(file);
  const read = ending === ".csv" ? rowsOf(text, language ?? "en") : conceptsOf(text, language);
  if ("problems" in read) {
    for (const problem of read.problems) console.error(`${file}: ${problem}`);
    return false;
  }
  const id = freshId(basename(file, extname(file)), new Set());
  const ids = new Set<string>();
  const pack = {
    ...emptyPack(id, read.language, today()),
    entities: read.entries.map((entry) => entityOf(entry, kind, ids)),
  };
  const written = packText(pack);
  const result = readPackFile(written);
  if (!result.ok) {
    for (const { path, fault } of result.problems) {
      const entry = read.entries[Number(/^entities\[(\d+)\]/.exec(path)?.[1])];
      console.error(
        `${file}: ${entry?.place ?? path}: ${path.replace(/^entities\[\d+\]\.?/, "")}: ${faultWords(fault)}`,
      );
    }
    return false;
  }
  const path = placeFor(id, out);
  await writeNew(path, written);
  console.log(`${path}: ${pack.entities.length} entities; fill in what says ${TO_WRITE}`);
  return true;
}

function entityOf(
  { id, kind, name, names, aliases, summary, sameAs }: Entry,
  otherwise: EntityKind,
  ids: Set<string>,
): Entity {
  return {
    // An id that is taken is told of as such: two rows may be one by mistake.
    id: id === "" ? freshId(name, ids) : id,
    kind: kind ?? otherwise,
    ...{ name, names, aliases, decoys: [], cues: { for: [], against: [] }, claims: [], notSameAs: [] },
    summary: summary === "" ? `${TO_WRITE}: what it is, in a sentence or two` : summary,
    ...(sameAs.length > 0 && { sameAs }),
  };
}
