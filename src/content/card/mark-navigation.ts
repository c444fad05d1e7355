/** The reader's way from mark to mark by command, in the order of the document and round again. */
import { t } from "../../i18n/t.ts";
import type { PageMention } from "../page/types.ts";
import type { CardDeps } from "./types.ts";

interface Stop {
  mention: PageMention;
  /** Which mark of how many, in words. */
  count: string;
}

export class MarkNavigation {
  readonly #page: Pick<CardDeps, "marked" | "boxes" | "reveal">;
  #visited: string | null = null;

  constructor(page: Pick<CardDeps, "marked" | "boxes" | "reveal">) {
    this.#page = page;
  }

  /** To the mark beside `from` (an id), or beside the last stop; null where none can be brought into sight. */
  go(step: 1 | -1, from: string | null): Stop | null {
    const all = this.#page.marked();
    let index = this.#stepFrom(all, step, from ?? this.#visited);
    // Past those that cannot be brought into sight, at most once round.
    for (let left = all.length; left > 0; left--, index = (index + step + all.length) % all.length) {
      const mention = all[index]!;
      if (!this.#page.reveal(mention)) continue;
      this.#visited = mention.id;
      return { mention, count: t("cardCount", index + 1, all.length) };
    }
    return null;
  }

  /** The index of the mark to go to: beside the last one, or else the nearest that way from what is in sight. */
  #stepFrom(all: readonly PageMention[], step: 1 | -1, from: string | null): number {
    const wrapped = (index: number) => (index + all.length) % all.length;
    const last = all.findIndex((mention) => mention.id === from);
    if (last >= 0) return wrapped(last + step);
    const inSight = all.findIndex((mention) => (this.#page.boxes(mention)[0]?.bottom ?? -1) >= 0);
    if (inSight < 0) return step > 0 ? 0 : all.length - 1;
    return step > 0 ? inSight : wrapped(inSight - 1);
  }
}
