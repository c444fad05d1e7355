/**
 * Keeps an open card beside its mention: it goes where the text goes, leaves when that is out of sight, and gives way to
 * what the page itself brings up there.
 */
import type { PageMention, Point } from "../../page/types.ts";
import { LOOK_AROUND } from "../delays.ts";
import type { CardDeps } from "../types.ts";
import type { CardView } from "../view/card-view.tsx";
import { nearest } from "./boxes.ts";
import { watchPreviews } from "./previews.ts";
import { clipAround, cutTo } from "./visible-part.ts";

export interface FollowOptions {
  deps: Pick<CardDeps, "boxes" | "isPending" | "signal">;
  document: Document;
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

export interface MentionFollower {
  /** The pointer, if there is one, has come to a mention whose card may open. */
  meant(mention: PageMention, at: Point | null): void;
  opened(): void;
  closed(): void;
  /** The reader has scrolled, or the window has another size. */
  moved(): void;
  /** The page has changed. */
  changed(): void;
}

export function followMention(options: FollowOptions): MentionFollower {
  const { deps, document, view } = options;
  const previews = watchPreviews(document, () => view()?.host ?? null);
  /** Looks at what nothing tells of. */
  let looking: ReturnType<typeof setInterval> | undefined;
  let frame = 0;
  /** Whether the mention was in sight, by what clips it, when its card opened: else that is not to be relied on. */
  let clips = false;

  /** Where a mention is in sight within the boxes around it. */
  const inSight = (mention: PageMention) => cutTo(deps.boxes(mention), clipAround(mention.node));

  /** Takes the card to where its mention is, and answers whether it is still open. */
  function follow(anew: boolean): boolean {
    const open = view();
    // What is being read again is soon where it was, or gone for certain.
    if (!open || deps.isPending(open.mention)) return false;
    const { mention } = open;
    if (open.follow(clips ? inSight(mention) : deps.boxes(mention), anew) || options.outlives()) return true;
    options.onGone(mention);
    return false;
  }

  function giveWay(): void {
    const preview = options.givesWay() ? previews.find() : null;
    if (preview && view()?.avoid(preview) === false) options.onNoRoom();
  }

  const look = () => {
    view()?.check();
    follow(false);
    giveWay();
  };
  const closed = () => {
    clearInterval(looking);
    cancelAnimationFrame(frame);
    frame = 0;
  };
  deps.signal.addEventListener("abort", closed, { once: true });

  return {
    meant: (mention, at) => previews.begin(mention.node, nearest(deps.boxes(mention), at)),
    opened() {
      clips = inSight(view()!.mention).length > 0;
      clearInterval(looking);
      looking = setInterval(look, LOOK_AROUND);
      giveWay();
    },
    closed,
    moved() {
      if (view())
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          if (follow(true)) options.onFollowed();
        });
    },
    changed: () => void follow(false),
  };
}
