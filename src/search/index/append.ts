/** Lists by a number or a key; a list is made when the first value is appended to it. */

export function appendAt<T>(lists: T[][], at: number, value: T): void {
  const list = lists[at];
  if (list) list.push(value);
  else lists[at] = [value];
}

export function appendUnder<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
