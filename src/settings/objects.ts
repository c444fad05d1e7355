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

/** Whether two values out of storage are alike, which may hand members out in another order than they were written in. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], own(b, key)));
}
