/**
 * What is different in a new version of a pack: for a reader before it takes the place of the one they have, and for an
 * editor before it is given out. Pure; both packs have come in by `readPackFile`, variants as they are written.
 */
import { isSame } from "../../settings/untrusted.ts";
import { originalOf, sentenceIn } from "../texts.ts";
import type { Alias, Entity, EntityId, LanguageTag, Pack, Text } from "../types.ts";

interface Change<T> {
  added: T[];
  removed: T[];
  changed: { before: T; after: T }[];
}

/** A name as it is written, and whose it is: an entity's, or an ambiguity's that several share. */
interface NameIn {
  owner: string;
  text: string;
  use: "alias" | "decoy";
}

/** A sentence in the pack's own language; `id` of the entity whose summary it is, or of the statement or passage. */
interface SentenceIn {
  kind: "summary" | "claim" | "tie" | "event" | "passage";
  id: string;
  text: string;
}

export interface PackDiff {
  /** What stands at the head of the file and is not as it was. */
  head: HeadMember[];
  /** By their ids; changed in anything but their names and sentences, which are told by themselves. */
  entities: Change<{ id: EntityId; name: string }>;
  names: Change<NameIn>;
  sentences: Change<SentenceIn>;
}

const HEAD = ["title", "editor", "licence", "version", "date", "languages", "source"] as const;
type HeadMember = (typeof HEAD)[number];

export function diffPacks(before: Pack, after: Pack): PackDiff {
  return {
    head: HEAD.filter((member) => !isSame(before[member], after[member])),
    entities: changeOf(entitiesOf(before), entitiesOf(after)),
    names: changeOf(namesOf(before), namesOf(after)),
    sentences: changeOf(sentencesOf(before), sentencesOf(after)),
  };
}

/** Whether there is no difference at all that a reader could come upon. */
export const isUnchanged = ({ head, ...changes }: PackDiff): boolean =>
  head.length === 0 &&
  Object.values(changes).every(
    ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
  );

/** What is told of something, and all of it that may be different. */
type Items<T> = ReadonlyMap<string, { told: T; all: unknown }>;

function changeOf<T>(before: Items<T>, after: Items<T>): Change<T> {
  const change: Change<T> = { added: [], removed: [], changed: [] };
  for (const [key, { told, all }] of after) {
    const old = before.get(key);
    if (!old) change.added.push(told);
    else if (!isSame(old.all, all)) change.changed.push({ before: old.told, after: told });
  }
  for (const [key, { told }] of before) if (!after.has(key)) change.removed.push(told);
  return change;
}

const entitiesOf = ({ entities, ambiguities }: Pack): Items<{ id: EntityId; name: string }> => {
  const shared = new Map<EntityId, string[]>();
  for (const { id, among } of ambiguities)
    for (const entity of among) shared.set(entity, [...(shared.get(entity) ?? []), id]);
  return new Map(
    entities.map(({ aliases: _a, decoys: _d, claims: _c, summary: _s, ...rest }: Entity) => [
      rest.id,
      { told: { id: rest.id, name: rest.name }, all: { ...rest, shared: shared.get(rest.id) ?? [] } },
    ]),
  );
};

function namesOf({ entities, ambiguities }: Pack): Items<NameIn> {
  const names = new Map<string, { told: NameIn; all: unknown }>();
  const put = (owner: string, use: NameIn["use"], forms: readonly Alias[]) => {
    // One form may stand there twice, with two rules of case.
    for (const form of forms)
      names.set([owner, use, form.text, form.case ?? ""].join("\n"), {
        told: { owner, use, text: form.text },
        all: form,
      });
  };
  for (const { id, aliases, decoys } of entities) {
    put(id, "alias", aliases);
    put(id, "decoy", decoys);
  }
  for (const { id, aliases } of ambiguities) put(id, "alias", aliases);
  return names;
}

function sentencesOf(pack: Pack): Items<SentenceIn> {
  const original: LanguageTag = originalOf(pack);
  const sentences = new Map<string, { told: SentenceIn; all: unknown }>();
  const put = (kind: SentenceIn["kind"], id: string, text: Text, all: unknown) =>
    sentences.set(`${kind} ${id}`, { told: { kind, id, text: sentenceIn(pack, text, original).text }, all });
  for (const { id, summary, claims } of pack.entities) {
    put("summary", id, summary, summary);
    for (const claim of claims) put("claim", claim.id, claim.text, claim);
  }
  for (const relation of pack.relations) put("tie", relation.id, relation.text, relation);
  for (const event of pack.events) put("event", event.id, event.text, event);
  for (const passage of pack.passages) put("passage", passage.id, passage.gist, passage);
  return sentences;
}
