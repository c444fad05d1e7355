/** Reading the pieces that a pack is made of: objects by their members, lists, texts. */
import type { Fault } from "../../settings/change/faults.ts";
import { isObject } from "../../settings/untrusted.ts";
import type { Read, Reading } from "./reading.ts";

/** A member that may be absent: `read` for one that is there, `otherwise` for what it is taken to be (`undefined`: left out). */
interface Member<T> {
  read: Read<T>;
  otherwise: (() => T) | undefined;
}

export const optional = <T>(read: Read<T>): Member<T> => ({ read, otherwise: undefined });
export const orNone = <T>(read: Read<T[]>): Member<T[]> & { otherwise: () => T[] } => ({
  read,
  otherwise: () => [],
});

type Members = Readonly<Record<string, Read<unknown> | Member<unknown>>>;
type IsOptional<M> = M extends Read<unknown> ? false : M extends { otherwise: () => unknown } ? false : true;
type ValueOf<M> = M extends Read<infer T> ? T : M extends Member<infer T> ? T : never;
type Made<M extends Members> = {
  -readonly [K in keyof M as IsOptional<M[K]> extends true ? never : K]: ValueOf<M[K]>;
} & { -readonly [K in keyof M as IsOptional<M[K]> extends true ? K : never]?: ValueOf<M[K]> };

/** An object with these members and no others. Looked up by the names in `members`, never by those in the file. */
export function object<M extends Members>(members: M): Read<Made<M>> {
  const known = new Map(
    Object.entries(members).map(([name, member]) => [
      name,
      typeof member === "function" ? { read: member, needed: true } : { ...member, needed: false },
    ]),
  );
  return (value, at) => {
    if (!isObject(value)) return at.tell(["faultObject"]);
    for (const name of Object.keys(value)) if (!known.has(name)) at.tell(["faultHasNo", name], name);
    const made: Record<string, unknown> = {};
    for (const [name, member] of known) {
      if (Object.hasOwn(value, name)) made[name] = at.below(name, () => member.read(value[name], at));
      else if (member.needed) at.tell(["faultMissing", name]);
      else if ("otherwise" in member && member.otherwise) made[name] = member.otherwise();
    }
    return made as Made<M>;
  };
}

/** A list of at most `most`, and of at least `least` items. */
export function list<T>(read: Read<T>, most: number, least = 0): Read<T[]> {
  return (value, at) => {
    const items = itemsOf(value, most, least, at);
    return items?.map((item, i) => at.below(i, () => read(item, at)) as T);
  };
}

/** The same, read when all else has been, in steps (`Reading.rest`): before that it is empty. */
export function longList<T>(read: Read<T>, most: number, least = 0): Read<T[]> {
  return (value, at) => {
    const items = itemsOf(value, most, least, at);
    if (!items) return undefined;
    const made: T[] = [];
    at.later(items, read, made);
    return made;
  };
}

function itemsOf(value: unknown, most: number, least: number, at: Reading): unknown[] | undefined {
  if (!Array.isArray(value)) return at.tell(["faultList"]);
  if (value.length > most) return at.tell(["faultPackMany", most]);
  if (value.length < least) return at.tell(["faultPackNone"]);
  return value;
}

/** The same, in which nothing occurs twice. */
export function listOfDifferent(read: Read<string>, most: number, least = 0): Read<string[]> {
  const readList = list(read, most, least);
  return (value, at) => {
    const items = readList(value, at);
    const seen = new Set<unknown>();
    for (const [i, item] of items?.entries() ?? []) {
      if (item !== undefined && seen.has(item)) at.tell(["faultTwice", item], i);
      seen.add(item);
    }
    return items;
  };
}

/** One of these texts or numbers. */
export const oneOf = <const T extends string | number | boolean>(choices: readonly T[]): Read<T> => {
  const fault: Fault = ["faultOneOf", choices.join(", ")];
  return (value, at) => choices.find((choice) => choice === value) ?? at.tell(fault);
};

export const wholeNumber =
  (min: number, max: number): Read<number> =>
  (value, at) =>
    typeof value === "number" && Number.isInteger(value) && value >= min && value <= max
      ? value
      : at.tell(["faultWhole", min, max]);

/** Any text of this length, without spaces around it, in which `letters` finds nothing wrong. */
export const textOf =
  (longest: number, letters: (text: string) => Fault | null): Read<string> =>
  (value, at) => {
    if (typeof value !== "string") return at.tell(["faultText"]);
    if (value.length > longest) return at.tell(["faultPackLong", value.length, longest]);
    const fault = blankFault(value) ?? letters(value);
    return fault ? at.tell(fault) : value;
  };

function blankFault(text: string): Fault | null {
  if (text.trim() === "") return ["faultPackEmpty"];
  return text.trim() === text ? null : ["faultPackSpaces"];
}

/** Text that is written one way only; what is wrong with any other is said by `fault`. */
export const written =
  (pattern: RegExp, longest: number, fault: Fault): Read<string> =>
  (value, at) =>
    typeof value === "string" && value.length <= longest && pattern.test(value) ? value : at.tell(fault);
