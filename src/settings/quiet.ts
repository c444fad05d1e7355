/**
 * Names left unmarked in part: on one site, in one of their forms ("Wrong match?"), for an hour. What is left unmarked
 * everywhere and for good is `muted`.
 */
import { isEntityId } from "./fields.ts";
import { isObject, own } from "./objects.ts";
import { patternsAt } from "./sites.ts";
import type { QuietRule } from "./types.ts";

/** How long “for an hour” is, ms. */
export const QUIET_HOUR = 3_600_000;

const LONGEST_TEXT = 512;

/** A rule rebuilt from untrusted input; `null` when it is none, or one that would leave nothing marked anywhere. */
export function readQuietRule(raw: unknown): QuietRule | null {
  if (!isObject(raw)) return null;
  const [entity, alias, site, until] = ["entity", "alias", "site", "until"].map((key) => own(raw, key));
  if (!isEntityId(entity) || !isText(alias) || !isText(site)) return null;
  if (until !== undefined && !Number.isSafeInteger(until)) return null;
  if (alias === undefined && site === undefined && until === undefined) return null;
  return {
    entity,
    ...(alias !== undefined && { alias }),
    ...(site !== undefined && { site }),
    ...(until !== undefined && { until: until as number }),
  };
}

const isText = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === "string" && value !== "" && value.length <= LONGEST_TEXT);

/** What a rule is about; of two rules about the same the later holds. */
export const quietKey = ({ entity, alias, site }: QuietRule): string =>
  JSON.stringify([entity, site ?? "", alias ?? ""]);

/** The rules that hold for a page at a moment (ms of `Date.now()`). */
export function quietOn(rules: readonly QuietRule[], url: string, now: number): QuietRule[] {
  const covers = patternsAt(url);
  return rules.filter(
    ({ site, until = Number.POSITIVE_INFINITY }) => until > now && (site === undefined || covers(site)),
  );
}
