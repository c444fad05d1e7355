/** Reading untrusted objects: own data properties only, so that `__proto__` and inherited names never answer. */

export type PlainObject = Record<string, unknown>;

/** An object that is neither an array nor null. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own property `key`, or `undefined`. Storage can hand out proxies; a getter that throws counts as absent. */
export function own(object: PlainObject, key: string): unknown {
  try {
    return Object.hasOwn(object, key) ? object[key] : undefined;
  } catch {
    return undefined;
  }
}
