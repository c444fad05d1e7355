/**
 * A pack to begin with: the paragraphs' numbers, the names that an editor keeps, and in the place of every sentence the word that it
 * is still to be written. No sentence of the article is in it. It is a valid pack, so that it can be tried out half written.
 */
import type { Alias, Entity, EntityKind, LanguageTag, Pack } from "../pack/types.ts";
import { PACK_FORMAT } from "../pack/types.ts";
import type { Draft, DraftForm, Proposal } from "./types.ts";

/** Begins each text that an editor has yet to write. */
export const TO_WRITE = "TO WRITE";

/** `pack` beginning: everything about it, nothing in it. @param day `YYYY-MM-DD` */
export function emptyPack(id: string, language: LanguageTag, day: string): Pack {
  return {
    format: PACK_FORMAT,
    id,
    languages: [language],
    title: `${TO_WRITE}: what this analysis is about`,
    editor: `${TO_WRITE}: who puts it together`,
    licence: `${TO_WRITE}: CC BY 4.0, or what you allow`,
    version: "1",
    date: day,
    source: {
      title: `${TO_WRITE}: the article's title`,
      date: day.slice(0, 4),
      author: `${TO_WRITE}: its author`,
      publisher: `${TO_WRITE}: where it was published`,
      genre: `${TO_WRITE}: opinion article, report`,
    },
    passages: [],
    entities: [],
    relations: [],
    events: [],
    ambiguities: [],
  };
}

/** One entity, to show how it is written. */
export const exampleEntity = (language: LanguageTag): Entity =>
  entityOf("example", "group", `${TO_WRITE}: its name`, [{ lang: language, text: "Name As Texts Write It" }]);

/** The pack that begins with a draft. @param kept of the draft's proposals, in the order that they are to have */
export function packOfDraft(draft: Draft, kept: readonly Proposal[], id: string, day: string): Pack {
  const ids = new Set<string>();
  return {
    ...emptyPack(id, draft.language, day),
    passages: draft.paragraphs.flatMap((paragraph) =>
      paragraph.id === null ? [] : [{ id: paragraph.id, gist: `${TO_WRITE}: one line of your own` }],
    ),
    entities: kept
      .map((proposal) =>
        entityOf(
          freshId(proposal.name, ids),
          proposal.guess?.kind ?? "group",
          proposal.name,
          aliasesOf(proposal.forms, draft.language),
        ),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function entityOf(id: string, kind: EntityKind, name: string, aliases: Alias[]): Entity {
  const summary = `${TO_WRITE}: what it is, in a sentence or two`;
  return {
    ...{ id, kind, name, names: [], summary, aliases, decoys: [] },
    ...{ cues: { for: [], against: [] }, claims: [], notSameAs: [] },
  };
}

/** A proposal's forms as a pack has them; what is the default is left out. */
const aliasesOf = (forms: readonly DraftForm[], lang: LanguageTag): Alias[] =>
  forms.map(({ text, case: rule, trust }) => ({
    ...{ text: text.replace(/[{}]/g, ""), lang },
    ...(rule !== "fold" && { case: rule }),
    ...(trust !== "sure" && { trust }),
  }));

/** Longer ids are hard to read, and to type. */
const LONGEST_ID = 60;

/** `harbour-museum`, or where no Latin letter is in the name `name-3`; a number behind it where that is taken. Notes it as taken. */
export function freshId(name: string, taken: Set<string>): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’ʼ\p{M}]/gu, "");
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, LONGEST_ID)
      .replace(/^-+|-+$/g, "") || "name";
  let id = slug === "constructor" ? "constructor-1" : slug;
  for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`;
  taken.add(id);
  return id;
}
