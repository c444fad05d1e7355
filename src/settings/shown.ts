/** What of the settings bears on single names of a page: which own ones are looked for there, and which are shown. */
import type { EntityId, EntityKind } from "../pack/types.ts";
import { quietOn } from "./quiet.ts";
import { patternsAt } from "./sites.ts";
import type { OwnAlias, Settings } from "./types.ts";

/** The reader's own names for the page at `url`: those for everywhere, and those kept to sites that it is on. */
export function namesOn(aliases: readonly OwnAlias[], url: string): OwnAlias[] {
  const covers = patternsAt(url);
  return aliases.filter(({ sites }) => !sites || sites.some(covers));
}

/**
 * Answers whether an entity is marked where it is called `alias`, on the page at `url` at a moment (ms of `Date.now()`).
 * `kind`: `undefined` for an entity that is not known.
 */
export function shownOn(
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

/** When the next of what holds for a while ends (a pause, names left unmarked for an hour); `Infinity` for none. */
export function nextEnd(
  { pausedUntil, quiet }: Pick<Settings, "pausedUntil" | "quiet">,
  now: number,
): number {
  let next = Number.POSITIVE_INFINITY;
  for (const end of [pausedUntil, ...quiet.map(({ until = 0 }) => until)])
    if (end > now && end < next) next = end;
  return next;
}
