/**
 * What an editor has done so far: the article, and the pack as it stands, half written or not. The pack is held as its file has it, so
 * what this page has no field for stays in it as it came. The article stays here.
 */
import { freshId } from "../../draft/skeleton.ts";
import type { Proposal } from "../../draft/types.ts";
import { languageOf } from "../../draft/words/language.ts";
import { type Alias, type Entity, type EntityId, PACK_FORMAT, type Pack } from "../../pack/types.ts";
import { withPassages } from "./edit-pack.ts";

export interface Work {
  /** Of this shape: a later version may keep another. */
  shape: 2;
  article: string;
  pack: Pack;
  /** It came from a file, which others may have: its id and its languages are no longer chosen by the page. */
  opened: boolean;
  /** By the name that was ticked, the entity that it became: `{ "Ida Quell": "ida-quell" }`. */
  ticked: Readonly<Record<string, EntityId>>;
  /** Taken out: kept, so that what was written comes back with them. */
  off: readonly Entity[];
}

export const newWork = (day: string): Work => ({
  shape: 2,
  article: "",
  pack: {
    ...{ format: PACK_FORMAT, id: freshId("", new Set()), languages: ["en"], title: "" },
    ...{ editor: "", licence: "", version: "1", date: day },
    source: { title: "", author: "", publisher: "", date: "", genre: "" },
    ...{ passages: [], entities: [], relations: [], events: [], ambiguities: [] },
  },
  ...{ opened: false, ticked: {}, off: [] },
});

/**
 * What was stored, by this page; a new beginning where nothing was.
 * @throws {Error} where it is of another shape, as a later version may keep it: nothing may be written over it
 */
export function workOf(stored: unknown, day: string): Work {
  if (stored === undefined || stored === null) return newWork(day);
  const work = stored as Work;
  if (work.shape !== 2) throw new Error("the stored work is of another shape");
  return work;
}

/** To go on with a pack that is there. */
export const workOfPack = (pack: Pack, day: string): Work => ({ ...newWork(day), pack, opened: true });

/** The file, as one installs it. What nobody has yet is dated by the day on which it is saved. */
export const fileOf = ({ pack, opened }: Work, day: string): string =>
  `${JSON.stringify(opened ? pack : { ...pack, date: day }, null, 2)}\n`;

/** An article was pasted; what it is written in is the pack's language, as long as nothing is in that. */
export function withArticle(work: Work, article: string): Work {
  const { pack, opened } = work;
  const free = !opened && pack.entities.length === 0 && pack.languages.length === 1;
  return { ...work, article, pack: free ? { ...pack, languages: [languageOf(article)] } : pack };
}

/** A name of the article becomes an entity, or comes back as one. */
export function tick(work: Work, proposal: Proposal): Work {
  const known = work.ticked[proposal.name];
  if (work.off.some(({ id }) => id === known)) return putBack(work, known!);
  const id = freshId(proposal.name, takenIds(work));
  const ticked = { ...work.ticked, [proposal.name]: id };
  return { ...added(work, entityOf(id, proposal, work.pack.languages[0])), ticked };
}

/** One that no name of the article stands for. */
export function addEntity(work: Work): Work {
  const id = freshId("", takenIds(work));
  return added(work, { ...BLANK, id, kind: "group", name: "" });
}

const added = (work: Work, entity: Entity): Work => ({
  ...work,
  pack: { ...work.pack, entities: [...work.pack.entities, entity] },
});

/** Ties and events that name it stay, and say that it is missing. */
export function takeOut(work: Work, id: EntityId): Work {
  const { entities } = work.pack;
  const gone = entities.filter((entity) => entity.id === id);
  const pack = withPassages({ ...work.pack, entities: entities.filter((entity) => entity.id !== id) });
  return { ...work, pack, off: [...work.off, ...gone] };
}

export function putBack(work: Work, id: EntityId): Work {
  const back = work.off.filter((entity) => entity.id === id);
  const pack = withPassages({ ...work.pack, entities: [...work.pack.entities, ...back] });
  return { ...work, pack, off: work.off.filter((entity) => entity.id !== id) };
}

const takenIds = ({ pack, off }: Work): Set<string> =>
  new Set([...pack.entities, ...off].map(({ id }) => id));

const BLANK = {
  ...{ names: [], summary: "", aliases: [], decoys: [], cues: { for: [], against: [] } },
  ...{ claims: [], notSameAs: [] },
};

function entityOf(id: EntityId, { name, forms, guess }: Proposal, lang: string): Entity {
  const aliases = forms.map(
    ({ text, case: rule, trust }): Alias => ({
      ...{ text: text.replace(/[{}]/g, ""), lang },
      ...(rule !== "fold" && { case: rule }),
      ...(trust !== "sure" && { trust }),
    }),
  );
  return { ...BLANK, id, kind: guess?.kind ?? "group", name, aliases };
}
