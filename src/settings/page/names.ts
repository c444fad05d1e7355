/** Which names are looked for, and which are marked, on one page at one moment. */
import type { EntityId, EntityKind } from "../../pack/types.ts";
import type { OwnAlias, QuietRule, Settings } from "../types.ts";
import { patternsAt } from "./sites.ts";

/** The reader's own names for the page at `url`: those for everywhere, and those kept to sites that it is on. */
export function namesOn(aliases: readonly OwnAlias[], url: string): OwnAlias[] {
  const covers = patternsAt(url);
  return aliases.filter(({ sites }) => !sites || sites.some(covers));
}

/** The rules by which names are left unmarked in part that hold for a page at a moment (ms of `Date.now()`). */
export function quietOn(rules: readonly QuietRule[], url: string, now: number): QuietRule[] {
  const covers = patternsAt(url);
  return rules.filter(
    ({ site, until = Number.POSITIVE_INFINITY }) => until > now && (site === undefined || covers(site)),
  );
}

/**
 * Answers whether an entity is marked where it is called `alias`, on the page at `url` at a moment (ms of `Date.now()`).
 * `kind`: `undefined` for an entity that is not known.
 */
export function markedOn(
  settings: Settings,
  url: string,
  now: number,
): (entity: EntityId, kind: EntityKind | undefined, alias: string) => boolean {
  const muted = new Set(settings.muted);
  const quiet = quietOn(settings.quiet, url, now);
  return (entity, kind, alias) =>
    kind !== undefined &&
    settings.kinds[kind] &&
    !muted.has(entity) &&
    !quiet.some((rule) => rule.entity === entity && (rule.alias ?? alias) === alias);
}
