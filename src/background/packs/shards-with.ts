/** In which shards of a pack the forms are that a frame's text may have. */
import type { StoredTable } from "./shapes.ts";

export function shardsWith(
  { keys, shardOfKey }: Pick<StoredTable, "keys" | "shardOfKey">,
  wanted: readonly number[],
): Set<number> {
  const shards = new Set<number>();
  for (const key of wanted) {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < keys.length && keys[at] === key; at++) shards.add(shardOfKey[at]!);
  }
  return shards;
}
