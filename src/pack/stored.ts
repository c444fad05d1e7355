/**
 * A pack as frames read it from storage: two lines of JSON, its names and what it says. Frames without text read neither.
 */

import { decodeNames, encodeNames } from "./names.ts";
import { packOf, type Statements, statementsOf } from "./statements.ts";
import type { NameSource, Pack } from "./types.ts";

/** A pack, as stored. */
export interface StoredPack {
  /** Of the text, by its hash (`pack-reader.ts`). */
  id: string;
  text: string;
}

/** Where it is in storage: the id apart, so that it can be asked for without the text. */
export const PACK_KEYS = { id: "pack.id", text: "pack.text" } as const;

export const encodePack = (pack: Pack): string =>
  `${encodeNames(pack)}\n${JSON.stringify(statementsOf(pack))}`;

/**
 * The inverse of `encodePack`, in two parts, each made when it is asked for.
 * @throws {Error} from either part, when `text` is not what `encodePack` makes
 */
export function decodePack(text: string): { source: () => NameSource; pack: () => Pack } {
  const [names, statements] = linesOf(text);
  return {
    source: () => decodeNames(names),
    pack: () => packOf(JSON.parse(statements) as Statements),
  };
}

const linesOf = (text: string) => text.split("\n") as [names: string, statements: string];

/**
 * A pack to search and to show: what it says, with its names beside it again. The ids of statements are made up, and what
 * only spotting needs stays behind.
 * @throws {Error} when `text` is not what `encodePack` makes
 */
export function packToSearch(text: string): Pack {
  const steps = searchSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, for a page that must answer keys meanwhile: each takes some tens of milliseconds for ten thousand entities. */
export function* searchSteps(text: string): Generator<undefined, Pack> {
  const [namesLine, statementsLine] = linesOf(text);
  const names = decodeNames(namesLine);
  yield;
  const statements = JSON.parse(statementsLine) as Statements;
  yield;
  const whole = packOf(statements);
  yield;
  const aliases = new Map(names.entities.map((entity) => [entity.id, entity.aliases]));
  return {
    ...whole,
    entities: whole.entities.map((entity) => ({
      ...entity,
      aliases: [...(aliases.get(entity.id) ?? [])],
      // Those that come out of storage are counted anew in each entity.
      claims: entity.claims.map((claim) => ({ ...claim, id: `${entity.id} ${claim.id}` })),
    })),
    ambiguities: names.ambiguities.map(({ id, aliases, among }) => ({
      id,
      aliases: [...aliases],
      among: [...among],
    })),
  };
}
