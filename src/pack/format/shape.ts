/** The shape of a pack: every member that it may have, and what each of them must be. */
import { ENTITY_KINDS, type LanguageTag, PACK_FORMAT, type Pack, RELATION_TYPES, STANCES } from "../types.ts";
import { LONGEST, MOST } from "./limits.ts";
import type { Read } from "./reading.ts";
import {
  address,
  day,
  entityId,
  type FormCount,
  languageTag,
  line,
  nameOf,
  packId,
  passageId,
  sentence,
  someDate,
  statementId,
  variants,
  wikidataId,
} from "./texts.ts";
import { list, listOfDifferent, longList, object, oneOf, optional, orNone, wholeNumber } from "./values.ts";

export const readLanguages = listOfDifferent(languageTag, MOST.languages, 1);

/** Any place among the events; gaps let one be put in between. */
const LAST_PLACE = 1_000_000;

/**
 * Its long lists are read by `Reading.rest`.
 *
 * @param languages those of the pack; `null` where they could not be read, which has been told
 */
export function packShape(languages: readonly LanguageTag[] | null): Read<Pack> {
  const count: FormCount = { forms: 0 };
  const text = variants(count);
  const said = sentence(LONGEST.sentence, languages);
  const called = sentence(LONGEST.name, languages);

  const letterCase = optional(oneOf(["exact", "capital", "fold"]));
  const form = {
    text,
    lang: languageTag,
    case: letterCase,
    trust: optional(oneOf(["sure", "context", "surname"])),
  };
  const aliases = (least: number) => list(object(form), MOST.forms, least);
  const cues = list(
    object({
      text,
      case: letterCase,
      weight: optional(oneOf([1, 2, 3])),
      chooses: optional(oneOf([false])),
    }),
    MOST.forms,
  );
  const statement = {
    id: statementId,
    text: said,
    stance: oneOf(STANCES),
    by: called,
    passages: orNone(listOfDifferent(passageId, MOST.passagesOfOne)),
  };
  const entity = object({
    id: entityId,
    kind: oneOf(ENTITY_KINDS),
    name: nameOf(LONGEST.name),
    names: orNone(list(object({ lang: languageTag, text: nameOf(LONGEST.name) }), MOST.names)),
    summary: said,
    aliases: orNone(aliases(0)),
    decoys: orNone(list(object({ ...form, apart: optional(oneOf([true])) }), MOST.forms)),
    cues: {
      read: object({ for: orNone(cues), against: orNone(cues) }),
      otherwise: () => ({ for: [], against: [] }),
    },
    claims: orNone(list(object(statement), MOST.claims)),
    notSameAs: orNone(list(object({ entity: entityId, why: said }), MOST.distinctions)),
    sameAs: optional(listOfDifferent(wikidataId, MOST.sameAs, 1)),
  });
  const source = object({
    title: line(LONGEST.title),
    author: called,
    publisher: called,
    date: someDate,
    url: optional(address),
    genre: called,
  });
  const relation = object({ ...statement, from: entityId, type: oneOf(RELATION_TYPES), to: entityId });
  const event = object({
    ...statement,
    date: someDate,
    sequence: wholeNumber(0, LAST_PLACE),
    placed: optional(oneOf(["editor"])),
    entities: orNone(listOfDifferent(entityId, MOST.entitiesOfEvent)),
  });
  const ambiguity = object({
    id: entityId,
    aliases: aliases(1),
    among: listOfDifferent(entityId, MOST.among, 2),
  });
  return object({
    format: oneOf<typeof PACK_FORMAT>([PACK_FORMAT]),
    id: packId,
    languages: readLanguages as Read<[LanguageTag, ...LanguageTag[]]>,
    title: sentence(LONGEST.title, languages),
    editor: nameOf(LONGEST.name),
    licence: line(LONGEST.licence),
    version: line(LONGEST.version),
    date: day,
    source,
    passages: orNone(longList(object({ id: passageId, gist: said }), MOST.passages)),
    entities: longList(entity, MOST.entities, 1),
    relations: orNone(longList(relation, MOST.relations)),
    events: orNone(longList(event, MOST.events)),
    ambiguities: orNone(longList(ambiguity, MOST.ambiguities)),
  });
}
