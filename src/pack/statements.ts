/**
 * What a pack says, without the forms that names are spotted by: claims, relations, events, passages, and what heads a
 * card. Every frame with text reads it from storage, so it travels as rows without keys; what is said of a statement
 * (how firmly, by whom) is written once, and the ids of statements, which only editors and the popup's search need, stay
 * behind.
 */
import type { Claim, EntityId, EntityKind, Name, Pack, RelationType, Stance, Text } from "./types.ts";

/** Text, index into `sayings`, indices of passages. */
type Row = [text: Text, saying: number, ...passages: number[]];
/** Entities are given by their index. */
type EntityRow = [
  id: EntityId,
  kind: EntityKind,
  name: string,
  names: Name[],
  summary: Text,
  notSameAs: Array<[entity: number, why: Text]>,
  claims: Row[],
];

export type Statements = Pick<Pack, "format" | "id" | "languages" | "source" | "speakers" | "passages"> & {
  sayings: Array<[stance: Stance, by: string]>;
  entities: EntityRow[];
  relations: Array<[from: number, type: RelationType, to: number, said: Row]>;
  events: Array<[date: string, sequence: number, placed: Placed, entities: number[], said: Row]>;
};

/** Whether the place among the events is ours. */
type Placed = 0 | 1;

type Said = Omit<Claim, "id">;

export function statementsOf({
  format,
  id,
  languages,
  source,
  speakers,
  passages,
  entities,
  relations,
  events,
}: Pack): Statements {
  const sayings: Statements["sayings"] = [];
  const row = ({ text, stance, by, passages: used }: Said): Row => {
    let saying = sayings.findIndex((known) => known[0] === stance && known[1] === by);
    if (saying < 0) saying = sayings.push([stance, by]) - 1;
    return [text, saying, ...used.map((one) => passages.findIndex((passage) => passage.id === one))];
  };
  const index = (entity: EntityId) => entities.findIndex((other) => other.id === entity);
  return {
    format,
    id,
    languages,
    source,
    speakers,
    passages,
    sayings,
    entities: entities.map((entity) => [
      entity.id,
      entity.kind,
      entity.name,
      entity.names,
      entity.summary,
      entity.notSameAs.map((other) => [index(other.entity), other.why]),
      entity.claims.map(row),
    ]),
    relations: relations.map((relation) => [
      index(relation.from),
      relation.type,
      index(relation.to),
      row(relation),
    ]),
    events: events.map((event) => [
      event.date,
      event.sequence,
      event.placed ? 1 : 0,
      event.entities.map(index),
      row(event),
    ]),
  };
}

/** A pack again, with nothing in it to spot names by, and with ids by position. */
export function packOf({ sayings, entities, relations, events, ...rest }: Statements): Pack {
  const said = ([text, saying, ...used]: Row, position: number): Claim => {
    const [stance, by] = sayings[saying]!;
    return { id: `${position}`, text, stance, by, passages: used.map((one) => rest.passages[one]!.id) };
  };
  const idOf = (index: number) => entities[index]![0];
  return {
    ...rest,
    entities: entities.map(([id, kind, name, names, summary, notSameAs, claims]) => ({
      id,
      kind,
      name,
      names,
      summary,
      aliases: [],
      decoys: [],
      cues: { for: [], against: [] },
      claims: claims.map(said),
      notSameAs: notSameAs.map(([entity, why]) => ({ entity: idOf(entity), why })),
    })),
    relations: relations.map(([from, type, to, row], i) => ({
      ...said(row, i),
      from: idOf(from),
      type,
      to: idOf(to),
    })),
    events: events.map(([date, sequence, placed, among, row], i) => ({
      ...said(row, i),
      date,
      sequence,
      ...(placed && { placed: "editor" as const }),
      entities: among.map(idOf),
    })),
    ambiguities: [],
  };
}
