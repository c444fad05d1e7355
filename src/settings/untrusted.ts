/**
 * Reading what anybody may have written: storage, messages, files. Own data properties only, so that `__proto__` and
 * inherited names never answer; what comes out is new, and as its shape says.
 */
import type { Fault } from "./change/faults.ts";

export type PlainObject = Record<string, unknown>;

/** Where a value lies in another: `["sites", 2, "mark"]`. */
export type Path = readonly (string | number)[];

/** Takes what is wrong, and where below the value that is being read. */
export type Tell = (fault: Fault, ...path: Path) => null;

/** Says what is wrong with a value; `null` when it is fine. */
export type Check = (value: unknown) => Fault | null;

/** Tells of what an object has and its shape does not: `refuseOthers`, or nothing. */
export type Strict = ((raw: PlainObject, shape: object, tell: Tell) => void) | undefined;

export const refuseOthers: Strict = (raw, shape, tell) => {
  for (const name of Object.keys(raw)) if (!Object.hasOwn(shape, name)) tell(["faultHasNo", name], name);
};

/** The members that an object may have: `{ pattern: isText, mark: isSwitch, until: optional(isMoment) }`. */
export interface Shape {
  readonly [name: string]: Check | Shape;
}

/** An object that is neither an array nor null. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own property `key` of an object; `undefined` for anything else. Storage can hand out proxies; a getter that throws counts as absent. */
export function property(value: unknown, key: string): unknown {
  try {
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  } catch {
    return undefined;
  }
}

export const isSwitch: Check = (value) => (typeof value === "boolean" ? null : ["faultTrueFalse"]);

export const isText: Check = (value) => (typeof value === "string" ? null : ["faultText"]);

export const textUpTo =
  (longest: number): Check =>
  (value) =>
    typeof value === "string" && value !== "" && value.length <= longest ? null : ["faultText"];

export const isRecord: Check = (value) => (isObject(value) ? null : ["faultObject"]);

export const oneOf =
  (choices: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && choices.includes(value) ? null : ["faultOneOf", choices.join(", ")];

export const wholeNumber =
  (min: number, max: number): Check =>
  (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= min && value <= max
      ? null
      : ["faultWhole", min, max];

/** Any whole number from `min` that counts exactly. */
export const wholeFrom =
  (min: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= min ? null : ["faultWholeFrom", min];

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

/**
 * The members of `raw` that its shape names, in a new object; `null` where one is not as it must be. Others are left
 * behind; `strict` may tell of them.
 */
export function readMembers(
  raw: unknown,
  shape: Shape,
  tell: Tell = () => null,
  strict?: Strict,
): PlainObject | null {
  if (!isObject(raw)) return tell(["faultObject"]);
  const members: PlainObject = {};
  let isSound = true;
  const wrong: Tell = (...told) => {
    isSound = false;
    return tell(...told);
  };
  for (const [name, check] of Object.entries(shape)) {
    let value = property(raw, name);
    if (typeof check === "function") {
      const fault = check(value);
      if (fault && value === undefined) wrong(["faultMissing", name]);
      else if (fault) wrong(fault, name);
    } else value = readMembers(value, check, (fault, ...path) => wrong(fault, name, ...path), strict);
    if (value !== undefined) members[name] = value;
  }
  strict?.(raw, shape, wrong);
  return isSound ? members : null;
}

/** Whether two values out of storage are alike, which may hand members out in another order than they were written in. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], property(b, key)));
}
