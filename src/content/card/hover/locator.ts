/** Where a point is, among the card, the way to it, and the mentions: what the machine is told of the pointer. */
import type { PageMention, Point } from "../../page/types.ts";
import { type Box, holds, lineBoxes } from "../place/boxes.ts";
import type { CardDeps } from "../types.ts";
import type { CardView } from "../view/card-view.tsx";
import type { Where } from "./machine.ts";
import { inCorridor } from "./pointer-path.ts";

interface Looking {
  /** The open card. */
  view: CardView | null;
  /** The mention that the machine is at, which is asked for its lines first. */
  own: string | null;
  /** Whether the page may be searched, which costs; else only what is known already counts. */
  search: boolean;
}

export interface PointerLocator {
  locate(point: Point, looking: Looking): Where;
  know(mention: PageMention): void;
  /** A mention that the machine knows by id. */
  mention(id: string): PageMention | undefined;
  ids(): string[];
  /** Something moved: no line is where it was. */
  moved(): void;
  forget(): void;
}

export function createPointerLocator({
  hit,
  boxes,
  isPending,
}: Pick<CardDeps, "hit" | "boxes" | "isPending">): PointerLocator {
  const mentions = new Map<string, PageMention>();
  const lines = new Map<string, Box[]>();
  /** Whose lines are as they were last measured: nothing has moved since. */
  const measured = new Set<string>();

  function linesOf(id: string): Box[] {
    const known = lines.get(id);
    if (known && measured.has(id)) return known;
    const mention = mentions.get(id);
    // Where it was is the best that is known of a name whose text is changing.
    if (known && mention && isPending(mention)) return known;
    measured.add(id);
    const found = mention ? lineBoxes(boxes(mention)) : [];
    lines.set(id, found);
    return found;
  }

  return {
    locate(point, { view, own, search }) {
      if (view && holds(view.card, point)) return { on: "card" };
      if (own !== null && linesOf(own).some((line) => holds(line, point))) return { on: "mention", id: own };
      if (view && inCorridor(point, view.line, view.card)) return { on: "corridor" };
      const mention = search ? hit(point) : null;
      if (!mention) return { on: "elsewhere" };
      mentions.set(mention.id, mention);
      return { on: "mention", id: mention.id };
    },
    know: (mention) => void mentions.set(mention.id, mention),
    mention: (id) => mentions.get(id),
    ids: () => [...mentions.keys()],
    moved: () => measured.clear(),
    forget() {
      mentions.clear();
      lines.clear();
      measured.clear();
    },
  };
}
