/**
 * What a pack says, without the forms that names are spotted by: claims, relations, events, passages, and what heads a
 * card. Every frame with text reads it from storage, so it travels as rows without keys; what is said of a statement
 * (how firmly, by whom) is written once, and the ids of statements, which only editors and the popup's search need, stay
 * behind.
 */
import type {
  Claim,
  EntityId,
  EntityKind,
  Name,
  Pack,
  PassageId,
  RelationType,
  Source,
  Stance,
  Text,
} from "./types.ts";

/** Index of a sentence among `texts`. */
type TextIndex = number;
/** Sentence, index into `sayings`, indices of passages. */
type Row = [text: TextIndex, saying: number, ...passages: number[]];
/** Entities are given by their index. */
type EntityRow = [
  id: EntityId,
  kind: EntityKind,
  name: string,
  names: Name[],
  summary: TextIndex,
  notSameAs: Array<[entity: number, why: TextIndex]>,
  claims: Row[],
  sameAs?: string[],
];

export type StoredStatements = Omit<
  Pack,
  "title" | "source" | "passages" | "entities" | "relations" | "events" | "ambiguities"
> & {
  title: TextIndex;
  source: Pick<Source, "title" | "date" | "url">;
  /** Author, publisher and genre of the source. */
  sourceTexts: [author: TextIndex, publisher: TextIndex, genre: TextIndex];
  passages: Array<[id: PassageId, gist: TextIndex]>;
  sayings: Array<[stance: Stance, by: TextIndex]>;
  entities: EntityRow[];
  relations: Array<[from: number, type: RelationType, to: number, said: Row]>;
  events: Array<[date: string, sequence: number, placed: Placed, entities: number[], said: Row]>;
};

/** Whether the place among the events is ours. */
type Placed = 0 | 1;

type StatementBody = Omit<Claim, "id">;

/** What a pack says, and its sentences, each once. */
export function statementsOf(pack: Pack): { statements: StoredStatements; texts: Text[] } {
  const { title, source, passages, entities, relations, events, ambiguities: _, ...head } = pack;
  const { author, publisher, genre, ...of } = source;
  const texts: Text[] = [];
  const indices = new Map<string, TextIndex>();
  const put = (text: Text): TextIndex => {
    const key = JSON.stringify(text);
    const known = indices.get(key) ?? texts.push(text) - 1;
    indices.set(key, known);
    return known;
  };
  const sayings: StoredStatements["sayings"] = [];
  const row = ({ text, stance, by, passages: used }: StatementBody): Row => {
    const speaker = put(by);
    let saying = sayings.findIndex((known) => known[0] === stance && known[1] === speaker);
    if (saying < 0) saying = sayings.push([stance, speaker]) - 1;
    return [put(text), saying, ...used.map((one) => passages.findIndex((passage) => passage.id === one))];
  };
  const index = (entity: EntityId) => entities.findIndex((other) => other.id === entity);
  const statements: StoredStatements = {
    ...head,
    title: put(title),
    source: of,
    sourceTexts: [put(author), put(publisher), put(genre)],
    passages: passages.map((passage) => [passage.id, put(passage.gist)]),
    sayings,
    entities: entities.map((entity) => [
      entity.id,
      entity.kind,
      entity.name,
      entity.names,
      put(entity.summary),
      entity.notSameAs.map((other) => [index(other.entity), put(other.why)]),
      entity.claims.map(row),
      ...(entity.sameAs ? ([entity.sameAs] as [string[]]) : ([] as [])),
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
  return { statements, texts };
}

/**
 * A pack again, with nothing in it to spot names by, and with ids by position.
 * @param textAt the sentence with that index
 */
export function packOf(
  { title, source, sourceTexts, passages, sayings, entities, relations, events, ...rest }: StoredStatements,
  textAt: (index: TextIndex) => Text,
): Pack {
  const said = ([text, saying, ...used]: Row, position: number): Claim => {
    const [stance, by] = sayings[saying]!;
    return {
      id: `${position}`,
      text: textAt(text),
      stance,
      by: textAt(by),
      passages: used.map((one) => passages[one]![0]),
    };
  };
  const idOf = (index: number) => entities[index]![0];
  const [author, publisher, genre] = sourceTexts.map(textAt) as [Text, Text, Text];
  return {
    ...rest,
    title: textAt(title),
    source: { ...source, author, publisher, genre },
    passages: passages.map(([id, gist]) => ({ id, gist: textAt(gist) })),
    entities: entities.map(([id, kind, name, names, summary, notSameAs, claims, sameAs]) => ({
      id,
      kind,
      name,
      names,
      summary: textAt(summary),
      aliases: [],
      decoys: [],
      cues: { for: [], against: [] },
      claims: claims.map(said),
      notSameAs: notSameAs.map(([entity, why]) => ({ entity: idOf(entity), why: textAt(why) })),
      ...(sameAs && { sameAs }),
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
