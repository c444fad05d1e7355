/**
 * What a pack says, without its names: claims, relations, events, passages, and what heads a card. This part travels
 * inside the content script, where every byte is paid for by every page; so the ids of statements, which only editors
 * and the popup's search need, stay behind too.
 */
import type { Titles } from "./names.ts";
import type { Entity, Pack } from "./types.ts";

type Bare<T> = Omit<T, "id">;

export type Statements = Pick<Pack, "format" | "id" | "source" | "passages"> & {
  entities: Array<
    Omit<Entity, "aliases" | "decoys" | "cues" | "claims" | "names"> & {
      claims: Array<Bare<Entity["claims"][number]>>;
    }
  >;
  relations: Array<Bare<Pack["relations"][number]>>;
  events: Array<Bare<Pack["events"][number]>>;
};

export function statementsOf({ ambiguities: _, entities, relations, events, ...rest }: Pack): Statements {
  return {
    ...rest,
    entities: entities.map(({ aliases: _a, decoys: _d, cues: _c, names: _n, claims, ...entity }) => ({
      ...entity,
      claims: claims.map(withoutId),
    })),
    relations: relations.map(withoutId),
    events: events.map(withoutId),
  };
}

/**
 * A pack again, with nothing in it to spot names by, and with ids by position. `titles`: what entities are called in
 * other languages (names.ts).
 */
export function packOf({ entities, relations, events, ...rest }: Statements, titles: Titles): Pack {
  return {
    ...rest,
    entities: entities.map((entity) => ({
      ...entity,
      names: titles.get(entity.id) ?? [],
      aliases: [],
      decoys: [],
      cues: { for: [], against: [] },
      claims: entity.claims.map(withId),
    })),
    relations: relations.map(withId),
    events: events.map(withId),
    ambiguities: [],
  };
}

const withId = <T>(statement: T, index: number): T & { id: string } => ({ ...statement, id: String(index) });

function withoutId<T extends { id: string }>({ id: _, ...statement }: T): Bare<T> {
  return statement;
}
