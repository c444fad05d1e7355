/** Whether a name of the reader's own can be added, said while it is typed, and kept to which sites. Pure. */
import { COMMON_WORDS } from "../../pack/format/common-words.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { SHORT_NAME, withOwnNames } from "../../pack/own-names.ts";
import type { EntityId } from "../../pack/types.ts";
import type { Fault } from "../../settings/change/faults.ts";
import { MOST_SITES_OF_NAME } from "../../settings/limits.ts";
import { parseNameText } from "../../settings/name-text.ts";
import { normalisePattern } from "../../settings/page/sites.ts";
import type { OwnAlias } from "../../settings/types.ts";
import { spotText } from "../../spot/decide/plain-text.ts";
import { compileLexicon } from "../../spot/names/lexicon.ts";
import { wordsOf } from "../../spot/names/name-words.ts";

export type Verdict =
  | { kind: "empty" | "long" | "letters" | "hidden" | "unspelled" | "common"; ok: false }
  /** It is a name of `entity`: of this one already, or of another. */
  | { kind: "known" | "clash"; ok: false; entity: EntityId }
  | { kind: "short" | "fine"; ok: true; text: string };

export interface Names {
  /** The entities that have a name of this spelling; `undefined` for none. */
  of(spelling: string): ReadonlySet<EntityId> | undefined;
}

/** How the spotter spells a name: two that are spelled alike are the same name to it. "" where it cannot. */
const spellingOf = (text: string): string => wordsOf(text)?.join(" ") ?? "";

/** Which of these names the spotter does not find where they stand alone: it could not in any text. */
export function unfoundOf(texts: readonly string[]): string[] {
  const nothing = { aliases: [], decoys: [], cues: { for: [], against: [] } };
  const source = { entities: [{ id: "own", ...nothing }], ambiguities: [] };
  const lexicon = compileLexicon(
    withOwnNames(
      source,
      texts.map((text) => ({ entity: "own", text })),
    ),
  );
  return texts.filter((text) => spotText(lexicon, text).length === 0);
}

export type TypedSites = { ok: true; sites: string[] } | { ok: false; error: Fault };

/** The sites in what was typed, one after another; none for everywhere. */
export function sitesIn(typed: string): TypedSites {
  const sites = new Set<string>();
  for (const part of typed.split(/[\s,;،؛]+/).filter((each) => each !== "")) {
    const site = normalisePattern(part);
    if (!site.ok) return site;
    sites.add(site.pattern);
  }
  return sites.size > MOST_SITES_OF_NAME
    ? { ok: false, error: ["faultNameSites", MOST_SITES_OF_NAME] }
    : { ok: true, sites: [...sites].sort() };
}

/**
 * Every name of the analysis, as the spotter spells it. They are spelled when the first is asked for: thousands of them, for
 * readers of whom few give a name when they open the options.
 */
export function namesOf(index: PackIndex): Names {
  let spelled: ReadonlyMap<string, ReadonlySet<EntityId>> | null = null;
  return {
    of: (spelling) => {
      spelled ??= spelledNames(index);
      return spelled.get(spelling);
    },
  };
}

function spelledNames({ pack }: PackIndex): Map<string, Set<EntityId>> {
  const of = new Map<string, Set<EntityId>>();
  const add = (text: string, entity: EntityId) => {
    const spelling = spellingOf(text);
    const entities = of.get(spelling);
    if (entities) entities.add(entity);
    else of.set(spelling, new Set([entity]));
  };
  for (const { id, name, names, aliases } of pack.entities) {
    add(name, id);
    for (const { text } of [...names, ...aliases]) add(text, id);
  }
  for (const { aliases, among } of pack.ambiguities)
    for (const { text } of aliases) for (const entity of among) add(text, entity);
  return of;
}

export function verdictOn(typed: string, entity: EntityId, own: readonly OwnAlias[], names: Names): Verdict {
  const name = parseNameText(typed);
  if (!name.ok) return { kind: name.why, ok: false };
  const spelling = spellingOf(name.text);
  if (spelling === "" || unfoundOf([name.text]).length > 0) return { kind: "unspelled", ok: false };
  const bearers = new Set(names.of(spelling));
  for (const other of own) if (spellingOf(other.text) === spelling) bearers.add(other.entity);
  if (bearers.has(entity)) return { kind: "known", ok: false, entity };
  for (const other of bearers) return { kind: "clash", ok: false, entity: other };
  if (COMMON_WORDS.has(spelling)) return { kind: "common", ok: false };
  return { kind: name.text.length <= SHORT_NAME ? "short" : "fine", ok: true, text: name.text };
}
