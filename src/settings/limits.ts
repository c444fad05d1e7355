/**
 * How much settings may hold. Every frame of every page reads them, so there is an end; and the options, files, the
 * browser's sync and what is read from storage ask here, so that nothing gets in by one way that another one chokes on.
 */
import type { Fault, FaultKey } from "./change/faults.ts";

/** The lists, with the most items that each may have and what is said where that is too many. */
const LISTS = {
  muted: [20_000, "faultManyMuted"],
  quiet: [2_000, "faultManyQuiet"],
  sites: [2_000, "faultManySites"],
  meant: [1_000, "faultManyMeant"],
  aliases: [1_000, "faultManyNames"],
  packs: [100, "faultManyPacks"],
  same: [1_000, "faultManySame"],
} as const satisfies Record<string, readonly [most: number, fault: FaultKey]>;

export type ListName = keyof typeof LISTS;

/** Sites of one name of the reader's own, or of one pack. */
export const MOST_SITES_OF_NAME = 50;
/** The last place in the order of packs. */
export const LAST_PLACE = 9_999;
/** A name of the reader's own, UTF-16 code units. */
export const LONGEST_NAME = 80;
/** A site's pattern, or a name of the pack, UTF-16 code units: longer than any real host with a path. */
export const LONGEST_TEXT = 512;
/** All settings as JSON, UTF-16 code units: the most rules for sites and names of the reader's own fill two thirds of it. */
const LARGEST = 200_000;
/** A file of settings, likewise; a person may have set it apart with spaces. */
export const LONGEST_FILE = 1_000_000;

export const isListName = (name: string): name is ListName => Object.hasOwn(LISTS, name);

export const mostOf = (list: ListName): number => LISTS[list][0];

/** What is wrong with a list of so many items; `null` when it may be stored. */
export function countProblem(list: ListName, count: number): Fault | null {
  const [most, fault] = LISTS[list];
  return count > most ? [fault, most] : null;
}

/** What is wrong with the size of all settings, `before` being what it was: what is too large already may become smaller. */
export function sizeProblem(values: unknown, before: unknown = {}): Fault | null {
  const size = sizeOf(values);
  return size > LARGEST && size > sizeOf(before) ? ["faultSettingsTooLarge", LARGEST] : null;
}

const sizeOf = (values: unknown): number => JSON.stringify(values).length;

/** What a field comes to besides its name and value: `{"pattern":"","mark":},`. */
const FIELD = 24;

/**
 * The room that is left in these settings, for fields (stamps.ts) that come one by one: `takes` answers whether a field
 * may go from one value to another (`undefined`: not there), and counts it where it may.
 */
export function roomIn(values: Readonly<Record<string, unknown>>): {
  takes(field: string, from: unknown, to: unknown): boolean;
} {
  let size = sizeOf(values);
  const counts = new Map<ListName, number>();
  return {
    takes(field, from, to) {
      const list = field.slice(0, Math.max(0, field.indexOf(" ")));
      const sizeWith = (value: unknown) =>
        value === undefined ? 0 : field.length + String(value).length + FIELD;
      const growth = sizeWith(to) - sizeWith(from);
      if (growth > 0 && size + growth > LARGEST) return false;
      if (isListName(list)) {
        const there = values[list];
        const before = counts.get(list) ?? (Array.isArray(there) ? there.length : 0);
        const after = before + Number(to !== undefined) - Number(from !== undefined);
        if (after > before && countProblem(list, after)) return false;
        counts.set(list, after);
      }
      size += growth;
      return true;
    },
  };
}
