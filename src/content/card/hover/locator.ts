/** Where a point is, among the card, the way to it, and the mentions: what the machine is told of the pointer. */
import type { PageMention, Point } from "../../page/types.ts";
import { type Box, holds, lineBoxes } from "../place/boxes.ts";
import type { CardDeps } from "../types.ts";
import type { Where } from "./machine.ts";
import { inCorridor } from "./pointer-path.ts";

interface LocateOptions {
  /** Where the open card is, and the line it stands at; CSS px of the viewport. */
  open: { card: Box; line: Box } | null;
  /** The mention that the machine is at, which is asked for its lines first. */
  own: string | null;
  /** Whether the page may be searched, which costs; else only what is known already counts. */
  search: boolean;
}

export class PointerLocator {
  readonly #page: Pick<CardDeps, "hit" | "boxes" | "isPending">;
  /** Mentions that the machine knows by their ids. */
  readonly #mentions = new Map<string, PageMention>();
  readonly #lines = new Map<string, Box[]>();
  /** Whose lines are as they were last measured: nothing has moved since. */
  readonly #measured = new Set<string>();

  constructor(page: Pick<CardDeps, "hit" | "boxes" | "isPending">) {
    this.#page = page;
  }

  locate(point: Point, { open, own, search }: LocateOptions): Where {
    if (open && holds(open.card, point)) return { on: "card" };
    if (own !== null && this.#linesOf(own).some((line) => holds(line, point)))
      return { on: "mention", id: own };
    if (open && inCorridor(point, open.line, open.card)) return { on: "corridor" };
    const mention = search ? this.#page.hit(point) : null;
    if (!mention) return { on: "elsewhere" };
    this.note(mention);
    return { on: "mention", id: mention.id };
  }

  note(mention: PageMention): void {
    this.#mentions.set(mention.id, mention);
  }

  /** A mention that was noted. */
  mention(id: string): PageMention | undefined {
    return this.#mentions.get(id);
  }

  ids(): string[] {
    return [...this.#mentions.keys()];
  }

  /** Something moved: no line is where it was. */
  moved(): void {
    this.#measured.clear();
  }

  forget(): void {
    this.#mentions.clear();
    this.#lines.clear();
    this.#measured.clear();
  }

  #linesOf(id: string): Box[] {
    const known = this.#lines.get(id);
    if (known && this.#measured.has(id)) return known;
    const mention = this.#mentions.get(id);
    // Where it was is the best that is known of a name whose text is changing.
    if (known && mention && this.#page.isPending(mention)) return known;
    this.#measured.add(id);
    const found = mention ? lineBoxes(this.#page.boxes(mention)) : [];
    this.#lines.set(id, found);
    return found;
  }
}
