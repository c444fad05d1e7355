/**
 * The one card that may be open: it is made ready, opened, kept beside its mention, and closed. A page can break its
 * document for every script (a form named `createElementNS` does); then there is no card, and no error of ours in the page.
 */
import type { PageMention, Point } from "../page/types.ts";
import { PREPARE_WITHIN } from "./delays.ts";
import { removeHost } from "./host.ts";
import type { HoverEvent, State } from "./hover/machine.ts";
import { MentionFollower } from "./place/follow-mention.ts";
import type { CardDeps } from "./types.ts";
import { CardView, prepareView, type ViewProps } from "./view/card-view.tsx";
import { citationOf } from "./view/citation.ts";
import { copy } from "./view/clipboard.ts";

/** How a card is asked for, if not by the pointer. */
export interface Asked {
  /** With a finger, or elsewhere. */
  touch: boolean;
  /** Which mark of how many, in words. */
  count?: string;
}

export interface OpenCardOptions {
  deps: CardDeps;
  machine: { state: State; isPinned: boolean; send(event: HoverEvent): void };
  pointer: { at: Point | null };
  /** The card has followed a scrolled page: something else may lie under the pointer. */
  onFollowed(): void;
}

export class OpenCard {
  readonly #options: OpenCardOptions;
  readonly #follower: MentionFollower;
  #view: CardView | null = null;
  /** The mention of the open card, where the reader has just had it unmarked, or changed, and may want that undone. */
  #unmarked: string | null = null;
  /** They have undone it: it is soon marked again. */
  #returns = false;
  #preparing = 0;

  constructor(options: OpenCardOptions) {
    const { deps, machine, onFollowed } = options;
    this.#options = options;
    this.#follower = new MentionFollower({
      page: deps,
      view: () => this.#view,
      // A pinned card outlives the sight of its mention; so does one that offers to mark it again.
      outlives: () => machine.isPinned || this.#unmarked !== null,
      givesWay: () => machine.state.at === "open" && machine.state.hold === "hover" && !machine.isPinned,
      onGone: ({ id }) => machine.send({ type: "gone", mention: id }),
      onNoRoom: () => machine.send({ type: "dismiss" }),
      onFollowed,
    });
    deps.signal.addEventListener("abort", () => {
      cancelIdleCallback(this.#preparing);
      this.close();
    });
  }

  get view(): CardView | null {
    return this.#view;
  }

  /** The pointer dwells on a mention. What the first card takes is done now, while there is time. */
  prepare(mention: PageMention): void {
    this.#follower.meant(mention, this.#options.pointer.at);
    this.#preparing ||= requestIdleCallback(
      () => {
        try {
          prepareView(mention, this.#propsOf(mention));
        } catch {
          // As when a card opens; that will show.
        }
      },
      { timeout: PREPARE_WITHIN },
    );
  }

  /** `undefined`: a mention that has gone meanwhile. */
  open(mention: PageMention | undefined, asked: Asked | null): void {
    const { deps, machine } = this.#options;
    this.#view?.close();
    this.#unmarked = null;
    this.#view = mention ? this.#tryToOpen(mention, asked) : null;
    deps.onActive(this.#view?.mention ?? null);
    if (this.#view) this.#follower.opened();
    else machine.send({ type: "off" });
  }

  close(): void {
    if (!this.#view) return;
    this.#follower.closed();
    this.#view.close();
    this.#view = null;
    this.#options.deps.onActive(null);
  }

  /** Theme and pin, as they are now. */
  dress(): void {
    const { deps, machine } = this.#options;
    this.#view?.update({ theme: deps.settings().theme, pinned: machine.isPinned });
  }

  /** The reader has scrolled, or the window has another size. */
  moved(): void {
    this.#follower.moved();
  }

  /** The page has changed, or what its names mean. */
  changed(): void {
    this.#takeMeaning();
    this.#follower.changed();
  }

  /** Whether the open card stays for its "Undo", and until its mark is there again, although this mention's is gone. */
  offersUndo(mention: string): boolean {
    return this.#unmarked === mention;
  }

  /** A mention is there, and may be marked. */
  isThere(mention: string): void {
    if (this.#returns && this.#unmarked === mention) this.#unmarked = null;
  }

  /** The words of the open card's mention may mean another one by now. */
  #takeMeaning(): void {
    const view = this.#view;
    if (view)
      view.update({
        mention: view.mention.mention,
        meantBy: this.#options.deps.meantBy(view.mention.mention),
      });
  }

  #tryToOpen(mention: PageMention, asked: Asked | null): CardView | null {
    const { deps, machine, pointer } = this.#options;
    try {
      return CardView.open({
        mention,
        pieces: deps.boxes(mention),
        point: asked ? null : pointer.at,
        touch: asked?.touch === true,
        props: { ...this.#propsOf(mention), count: asked?.count },
        onTampered: () => machine.send({ type: "off" }),
      });
    } catch {
      removeHost();
      return null;
    }
  }

  #propsOf(mention: PageMention): ViewProps {
    const { deps, machine } = this.#options;
    return {
      pack: deps.pack(),
      partsOf: deps.partsOf,
      bring: deps.bring,
      theme: deps.settings().theme,
      site: deps.isSite(),
      sayMeant: deps.sayMeant(),
      meantBy: deps.meantBy(mention.mention),
      pinned: false,
      onPin: (on) => machine.send({ type: "pin", on }),
      onClose: () => machine.send({ type: "dismiss" }),
      onMute: (mute, on) => this.#change(mention, on, () => deps.onMute(mute, on)),
      onMeant: (meant, on) => this.#change(mention, on, () => deps.onMeant(meant, on)),
      onSiteOff: () => {
        machine.send({ type: "off" });
        deps.onSiteOff();
      },
      onAtlas: (entity) => deps.onAtlas(entity),
      onCopy: (entity) => {
        const cited = citationOf(deps.partsOf(entity));
        return cited !== null && copy(cited);
      },
    };
  }

  /** Has what is marked changed, or changed back: the card stays meanwhile, and with its "Undo" after that. */
  async #change(mention: PageMention, on: boolean, change: () => Promise<boolean>): Promise<boolean> {
    this.#unmarked = mention.id;
    this.#returns = !on;
    this.#options.machine.send({ type: "asked", mention: mention.id });
    const done = await change();
    if (on && !done) this.#unmarked = null;
    return done;
  }
}
