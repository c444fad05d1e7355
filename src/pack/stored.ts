/**
 * A pack as frames read it from storage: two lines of JSON, its names and what it says. Frames without text read neither.
 */
import type { LexiconSource } from "../spot/types.ts";
import { decodeNames, encodeNames } from "./names.ts";
import { packOf, type Statements, statementsOf } from "./statements.ts";
import type { Pack } from "./types.ts";

/** A pack, as stored. */
export interface StoredPack {
  /** Tells one version of the pack from another. */
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
export function decodePack(text: string): { source: () => LexiconSource; pack: () => Pack } {
  const [names, statements] = text.split("\n") as [string, string];
  return {
    source: () => decodeNames(names),
    pack: () => packOf(JSON.parse(statements) as Statements),
  };
}

/**
 * A pack to search: what it says, with its names beside it again. Their languages are not stored; the ids of statements
 * are made up.
 * @throws {Error} when `text` is not what `encodePack` makes
 */
export function packToSearch(text: string): Pack {
  const { source, pack } = decodePack(text);
  const names = source();
  const whole = pack();
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
