/** What an editor changes in a pack, each as a new pack. Pure. */
import { freshId } from "../../draft/skeleton.ts";
import type { AnalysisEvent, Claim, LanguageTag, Pack, PassageId, Text } from "../../pack/types.ts";

/** A claim, a tie and an event have these. */
export type Statement = Pick<Claim, "text" | "stance" | "by" | "passages">;

export const NEW_STATEMENT: Statement = { text: "", stance: "reported", by: "", passages: [] };

/** What a text says in one of the pack's languages; "" where it has nothing in that. */
export function saidIn(text: Text, language: LanguageTag, [original]: Pack["languages"]): string {
  if (typeof text === "string") return language === original ? text : "";
  return Object.hasOwn(text, language) ? text[language]! : "";
}

/** The text saying something else in one language. Nothing in a translation: there is none. */
export function saying(
  text: Text,
  language: LanguageTag,
  words: string,
  [original]: Pack["languages"],
): Text {
  if (typeof text === "string" && language === original) return words;
  const all = typeof text === "string" ? { [original]: text } : { ...text };
  if (words === "" && language !== original) delete all[language];
  else all[language] = words;
  const said = Object.keys(all);
  return said.length === 1 && said[0] === original ? all[original]! : all;
}

/**
 * The passages that statements rest on, and those that have a gist: one is there as soon as it is named, to be written, and goes when
 * neither is left.
 */
export function withPassages(pack: Pack): Pack {
  const used = new Set(statementsOf(pack).flatMap(({ passages }) => passages));
  const kept = pack.passages.filter(({ id, gist }) => gist !== "" || used.has(id));
  const missing = [...used].filter((id) => !kept.some((passage) => passage.id === id));
  if (missing.length === 0 && kept.length === pack.passages.length) return pack;
  return { ...pack, passages: inOrder([...kept, ...missing.map((id) => ({ id, gist: "" }))]) };
}

/** What is said of a paragraph. */
export function withGist(pack: Pack, id: PassageId, gist: Text): Pack {
  const known = pack.passages.some((passage) => passage.id === id);
  const passages = known
    ? pack.passages.map((passage) => (passage.id === id ? { ...passage, gist } : passage))
    : inOrder([...pack.passages, { id, gist }]);
  return withPassages({ ...pack, passages });
}

const inOrder = (passages: Pack["passages"]): Pack["passages"] =>
  passages.toSorted((a, b) => numberOf(a.id) - numberOf(b.id));

/** 12 of `p12`. */
export const numberOf = (id: PassageId): number => Number(id.slice(1));

const statementsOf = ({ entities, relations, events }: Pack): Statement[] => [
  ...entities.flatMap(({ claims }) => claims),
  ...relations,
  ...events,
];

/** What stands under a name of an editor stands under the new one: a note is always the editor's. */
export function withEditor(pack: Pack, editor: string): Pack {
  const noted = <T extends Statement>(statement: T): T =>
    statement.stance === "editor"
      ? { ...statement, by: saying(statement.by, pack.languages[0], editor, pack.languages) }
      : statement;
  return { ...eachStatement(pack, noted), editor };
}

function eachStatement(pack: Pack, change: <T extends Statement>(statement: T) => T): Pack {
  return {
    ...pack,
    entities: pack.entities.map((entity) => ({ ...entity, claims: entity.claims.map((one) => change(one)) })),
    relations: pack.relations.map((one) => change(one)),
    events: pack.events.map((one) => change(one)),
  };
}

/** Its id is that of its title, until others have it under one. */
export const withTitle = (pack: Pack, title: Text, opened: boolean): Pack => ({
  ...pack,
  title,
  ...(!opened && { id: freshId(saidIn(title, pack.languages[0], pack.languages), new Set()) }),
});

/** Without a translation, and all that is written in it. */
export function withoutLanguage(pack: Pack, language: LanguageTag): Pack {
  const less = (text: Text): Text =>
    typeof text === "string" ? text : saying(text, language, "", pack.languages);
  const changed = eachStatement(pack, (one) => ({ ...one, text: less(one.text), by: less(one.by) }));
  const [original, ...translations] = pack.languages;
  const { source } = pack;
  const [author, publisher, genre] = [source.author, source.publisher, source.genre].map(less);
  return {
    ...changed,
    languages: [original, ...translations.filter((other) => other !== language)],
    title: less(pack.title),
    source: { ...source, author: author!, publisher: publisher!, genre: genre! },
    passages: pack.passages.map((passage) => ({ ...passage, gist: less(passage.gist) })),
    entities: changed.entities.map((entity) => ({
      ...entity,
      names: entity.names.filter(({ lang }) => lang !== language),
      summary: less(entity.summary),
      notSameAs: entity.notSameAs.map((one) => ({ ...one, why: less(one.why) })),
    })),
  };
}

/** An id that no statement of these has: `ida-quell-3`. */
export function freshStatementId(of: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let count = 1;
  while (ids.has(`${of}-${count}`)) count++;
  return `${of}-${count}`;
}

/** Far enough apart that one can be put in between by hand. */
const STEP = 10;

export const eventsInOrder = (events: readonly AnalysisEvent[]): AnalysisEvent[] =>
  events.toSorted((a, b) => a.sequence - b.sequence);

export const nextSequence = (events: readonly AnalysisEvent[]): number =>
  Math.max(0, ...events.map(({ sequence }) => sequence)) + STEP;

/** The event one place earlier (−1) or later (1). Their order in the file stays. */
export function movedEvent(events: readonly AnalysisEvent[], id: string, by: -1 | 1): AnalysisEvent[] {
  const order = eventsInOrder(events).map((event) => event.id);
  const from = order.indexOf(id);
  const to = from + by;
  if (to < 0 || to >= order.length) return [...events];
  order.splice(to, 0, ...order.splice(from, 1));
  return events.map((event) => ({ ...event, sequence: STEP * (1 + order.indexOf(event.id)) }));
}
