/** The reader's way from mark to mark by command, in the order of the document and round again. */

import { t } from "../../entity/words.ts";
import type { PageMention } from "../page/types.ts";
import type { CardDeps } from "./types.ts";

interface Stop {
  mention: PageMention;
  /** Which mark of how many, in words. */
  count: string;
}

export interface MarkNavigation {
  /** To the mark beside `from` (an id), or beside the last stop; null where none can be brought into sight. */
  go(step: 1 | -1, from: string | null): Stop | null;
}

export function createMarkNavigation({
  marked,
  boxes,
  reveal,
}: Pick<CardDeps, "marked" | "boxes" | "reveal">): MarkNavigation {
  let visited: string | null = null;

  /** The index of the mark to go to: beside the last one, or else the nearest that way from what is in sight. */
  function stepFrom(all: readonly PageMention[], step: 1 | -1, from: string | null): number {
    const wrapped = (index: number) => (index + all.length) % all.length;
    const last = all.findIndex((mention) => mention.id === from);
    if (last >= 0) return wrapped(last + step);
    const inSight = all.findIndex((mention) => (boxes(mention)[0]?.bottom ?? -1) >= 0);
    if (inSight < 0) return step > 0 ? 0 : all.length - 1;
    return step > 0 ? inSight : wrapped(inSight - 1);
  }

  return {
    go(step, from) {
      const all = marked();
      let index = stepFrom(all, step, from ?? visited);
      // Past those that cannot be brought into sight, at most once round.
      for (let left = all.length; left > 0; left--, index = (index + step + all.length) % all.length) {
        const mention = all[index]!;
        if (!reveal(mention)) continue;
        visited = mention.id;
        return { mention, count: t("cardCount", index + 1, all.length) };
      }
      return null;
    },
  };
}
