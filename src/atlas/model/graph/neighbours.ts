/** Which entity an arrow key leads to: the nearest one in its direction. Pure. */
import type { EntityId } from "../../../pack/types.ts";
import type { Layout } from "./layout.ts";

const WAYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** `null` where there is none, or the key is no arrow. @param among those that are shown, the first and last for Home and End */
export function nextOf(
  key: string,
  from: EntityId,
  among: readonly EntityId[],
  { nodes }: Layout,
): EntityId | null {
  if (key === "Home") return among[0] ?? null;
  if (key === "End") return among.at(-1) ?? null;
  const way = Object.hasOwn(WAYS, key) ? WAYS[key] : undefined;
  const here = nodes.get(from);
  if (!way || !here) return null;
  let best: EntityId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of among) {
    const there = nodes.get(id);
    if (!there || id === from) continue;
    const [x, y] = [there.x - here.x, there.y - here.y];
    const ahead = x * way[0] + y * way[1];
    const aside = Math.abs(x * way[1] - y * way[0]);
    // Within 60° of the direction; what lies aside counts double.
    if (ahead <= 0 || aside > ahead * 1.73) continue;
    if (ahead + 2 * aside < least) {
      least = ahead + 2 * aside;
      best = id;
    }
  }
  return best;
}
