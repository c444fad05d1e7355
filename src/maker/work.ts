/**
 * What an editor has done so far: the article, and what is to become the pack. Only that goes into the pack's file which the
 * editor has written or ticked; the article stays here.
 */
import { freshId } from "../draft/skeleton.ts";
import type { Draft, Proposal } from "../draft/types.ts";
import {
  type Alias,
  type Claim,
  ENTITY_KINDS,
  type EntityKind,
  PACK_FORMAT,
  type Pack,
  type PassageId,
  STANCES,
  type Stance,
} from "../pack/types.ts";

export interface WorkClaim {
  text: string;
  stance: Stance;
  by: string;
  /** "" for none. */
  passage: PassageId;
}

export interface WorkEntity {
  /** Of its proposal: the name that was ticked. Also what it is known by in the page. */
  key: string;
  /** Taken off: kept, so that ticking it again brings back what was written. */
  off: boolean;
  name: string;
  kind: EntityKind;
  /** One form a line; those that the draft knew keep their case and trust. */
  names: string;
  /** As the draft proposed them. */
  known: Alias[];
  wikidata: string;
  summary: string;
  claims: WorkClaim[];
}

/** About the pack and its source; the names are those of the fields. */
export const ABOUT = [
  "title",
  "editor",
  "licence",
  "sourceTitle",
  "author",
  "publisher",
  "date",
  "genre",
] as const;
export type AboutField = (typeof ABOUT)[number];

export interface Work {
  article: string;
  about: Record<AboutField, string>;
  gists: Record<PassageId, string>;
  entities: WorkEntity[];
}

export const newWork = (): Work => ({
  article: "",
  about: Object.fromEntries(ABOUT.map((field) => [field, ""])) as Record<AboutField, string>,
  gists: {},
  entities: [],
});

/** What was stored, or a new beginning where that is something else: a later version may write otherwise. */
export function workOf(stored: unknown): Work {
  const work = stored as Partial<Work> | null | undefined;
  const isWork =
    typeof work?.article === "string" &&
    typeof work.about === "object" &&
    typeof work.gists === "object" &&
    Array.isArray(work.entities) &&
    work.entities.every(
      ({ kind, claims }) =>
        ENTITY_KINDS.includes(kind) && claims.every(({ stance }) => STANCES.includes(stance)),
    );
  return isWork ? { ...newWork(), ...work, about: { ...newWork().about, ...work.about } } : newWork();
}

export function entityOfProposal({ name, forms, guess }: Proposal, lang: string): WorkEntity {
  const known = forms.map(({ text, case: rule, trust }) => ({
    ...{ text, lang },
    ...(rule !== "fold" && { case: rule }),
    ...(trust !== "sure" && { trust }),
  }));
  return {
    ...{ key: name, off: false, name, kind: guess?.kind ?? "group", known },
    names: forms.map(({ text }) => text).join("\n"),
    ...{ wikidata: "", summary: "", claims: [] },
  };
}

/** The pack as it stands, half written or not, and where in it each entity of the page is. */
export function packOf(work: Work, draft: Draft, day: string): { pack: Pack; places: Map<string, number> } {
  const { about } = work;
  const ids = new Set<string>();
  const kept = work.entities.filter(({ off }) => !off);
  const used = new Set(kept.flatMap(({ claims }) => claims.map(({ passage }) => passage)));
  const pack: Pack = {
    format: PACK_FORMAT,
    id: freshId(about.title, new Set()),
    languages: [draft.language],
    title: about.title,
    editor: about.editor,
    licence: about.licence,
    version: "1",
    date: day,
    source: {
      title: about.sourceTitle,
      author: about.author,
      publisher: about.publisher,
      date: about.date,
      genre: about.genre,
    },
    passages: draft.paragraphs.flatMap(({ id }) =>
      id !== null && (used.has(id) || (work.gists[id] ?? "") !== "")
        ? [{ id, gist: work.gists[id] ?? "" }]
        : [],
    ),
    entities: kept.map((entity) => {
      const id = freshId(entity.name, ids);
      return {
        ...{ id, kind: entity.kind, name: entity.name, names: [], summary: entity.summary },
        ...{ aliases: aliasesOf(entity, draft.language), decoys: [], cues: { for: [], against: [] } },
        claims: entity.claims.map((claim, i) => claimOf(claim, `${id}-${i + 1}`, about.editor)),
        notSameAs: [],
        ...(entity.wikidata !== "" && { sameAs: [entity.wikidata] }),
      };
    }),
    ...{ relations: [], events: [], ambiguities: [] },
  };
  return { pack, places: new Map(kept.map(({ key }, i) => [key, i])) };
}

function aliasesOf({ names, known }: WorkEntity, lang: string): Alias[] {
  const texts = new Set(names.split("\n").map((line) => line.trim()));
  texts.delete("");
  return [...texts].map((text) => known.find((form) => form.text === text) ?? { text, lang });
}

/** What the editor infers is the editor's: nobody else is asked for. */
const claimOf = ({ text, stance, by, passage }: WorkClaim, id: string, editor: string): Claim => ({
  ...{ id, text, stance, by: stance === "editor" ? editor : by },
  passages: passage === "" ? [] : [passage],
});
