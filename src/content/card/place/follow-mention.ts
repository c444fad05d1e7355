/**
 * Keeps an open card beside its mention: it goes where the text goes, leaves when that is out of sight, and gives way to
 * what the page itself brings up there.
 */
import type { PageMention, Point } from "../../page/types.ts";
import { LOOK_AROUND } from "../delays.ts";
import type { CardDeps } from "../types.ts";
import type { CardView } from "../view/card-view.tsx";
import { nearest } from "./boxes.ts";
import { PreviewWatch } from "./previews.ts";
import { clipAround, cutTo } from "./visible-part.ts";

export interface FollowOptions {
  page: Pick<CardDeps, "boxes" | "isPending" | "signal">;
  view(): CardView | null;
  /** Whether the card stays where it is when its mention is out of sight. */
  outlives(): boolean;
  /** Whether it is there for a pointer that rests, and so gives way to what else comes to that. */
  givesWay(): boolean;
  /** The mention is out of sight. */
  onGone(mention: PageMention): void;
  /** There is no room for the card beside something of the page's. */
  onNoRoom(): void;
  /** The reader has scrolled, and the card has followed. */
  onFollowed(): void;
}

export class MentionFollower {
  readonly #options: FollowOptions;
  readonly #previews: PreviewWatch;
  /** Looks at what nothing tells of. */
  #looking: ReturnType<typeof setInterval> | undefined;
  #frame = 0;
  /** Whether the mention was in sight, by what clips it, when its card opened: else that is not to be relied on. */
  #clips = false;

  constructor(options: FollowOptions) {
    this.#options = options;
    this.#previews = new PreviewWatch(() => options.view()?.host ?? null);
    options.page.signal.addEventListener("abort", () => this.closed(), { once: true });
  }

  /** The pointer, if there is one, has come to a mention whose card may open. */
  meant(mention: PageMention, at: Point | null): void {
    this.#previews.begin(mention.node, nearest(this.#options.page.boxes(mention), at));
  }

  opened(): void {
    this.#clips = this.#inSight(this.#options.view()!.mention).length > 0;
    clearInterval(this.#looking);
    this.#looking = setInterval(() => this.#look(), LOOK_AROUND);
    this.#giveWay();
  }

  closed(): void {
    clearInterval(this.#looking);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The reader has scrolled, or the window has another size. */
  moved(): void {
    if (!this.#options.view()) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#follow(true)) this.#options.onFollowed();
    });
  }

  /** The page has changed. */
  changed(): void {
    this.#follow(false);
  }

  #look(): void {
    this.#options.view()?.check();
    this.#follow(false);
    this.#giveWay();
  }

  /** Takes the card to where its mention is, and answers whether it is still open. */
  #follow(anew: boolean): boolean {
    const { page, view, outlives, onGone } = this.#options;
    const open = view();
    // What is being read again is soon where it was, or gone for certain.
    if (!open || page.isPending(open.mention)) return false;
    const { mention } = open;
    if (open.follow(this.#clips ? this.#inSight(mention) : page.boxes(mention), anew) || outlives())
      return true;
    onGone(mention);
    return false;
  }

  #giveWay(): void {
    const { view, givesWay, onNoRoom } = this.#options;
    const preview = givesWay() ? this.#previews.find() : null;
    if (preview && view()?.avoid(preview) === false) onNoRoom();
  }

  /** Where a mention is in sight within the boxes around it. */
  #inSight(mention: PageMention) {
    return cutTo(this.#options.page.boxes(mention), clipAround(mention.node));
  }
}
