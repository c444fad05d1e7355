/** What the card wants of the page it is shown in, and what it offers. */
import type { EntityPart, PackIndex } from "../../pack/lookup.ts";
import type { EntityId } from "../../pack/types.ts";
import type { Mention } from "../../spot/types.ts";
import type { PageMention, Point } from "../page/types.ts";
import type { SaidMeant } from "./view/Card.tsx";
import type { MeantBy, SayMeant } from "./view/Foot.tsx";
import type { Mute } from "./view/Menu.tsx";

/** What of the settings the card depends on. */
export interface CardSettings {
  /** `keys`: by commands alone. */
  openBy: "hover" | "click" | "keys";
  /** Dwell before a card opens, ms. */
  hoverDelay: number;
  /** The key that must be held for a hover to count. */
  modifier: "none" | "alt" | "ctrl" | "shift";
  theme: "auto" | "light" | "dark";
}

export interface CardDeps {
  /** Called when a card opens, not before: it may index lazily. */
  pack(): PackIndex;
  /** What the packs in use say of an entity, in their order. */
  partsOf(entity: EntityId): EntityPart[];
  /** Has that brought for an entity that has no mention here. Never rejects. */
  bring(entity: EntityId): Promise<void>;
  /** The mention painted under a point, or null. Called only once the pointer has slowed, or at a press. */
  hit(point: Point): PageMention | null;
  /** The mention's client boxes, one for each piece of a line. */
  boxes(mention: PageMention): DOMRect[];
  /** Whether its text is changing: it has no boxes then, and is soon found again or known to be gone. */
  isPending(mention: PageMention): boolean;
  /** The mentions that are marked, near the viewport or not, in document order. */
  marked(): PageMention[];
  /** Scrolls to a mention; `false` when it cannot be brought into sight. */
  reveal(mention: PageMention): boolean;
  settings(): CardSettings;
  /** Whether the page is one of a site, for which a rule can be made. */
  isSite(): boolean;
  /** Where the reader can say which of two is meant. */
  sayMeant(): SayMeant;
  /** Where the reader has said which of two a mention's words mean; `null`: nowhere. */
  meantBy(mention: Mention): MeantBy | null;
  /** The mention whose card is open now, for the painter; null when there is none. */
  onActive(mention: PageMention | null): void;
  /** Leave a name unmarked, or, with `on` false, take that back. Answers whether that was done; never rejects. */
  onMute(mute: Mute, on: boolean): Promise<boolean>;
  /** Which of two is meant, or, with `on` false, that this is not said any more. Answers as `onMute`. */
  onMeant(meant: SaidMeant, on: boolean): Promise<boolean>;
  onSiteOff(): void;
  /** Opens the atlas at an entity. */
  onAtlas(entity: EntityId): void;
  /** Escape was pressed here, and no card is open: one may be in another frame, which hears no keys. */
  onEscape(): void;
  /** When it aborts, every listener, timer and the host are gone. */
  signal: AbortSignal;
}

/** What the reader's keys ask for: the next or the previous mark, the way into the card, or to close it. */
export type CardCommand = "next" | "previous" | "enter" | "close";

/** What the card's script gives to the frame. */
export type MakeCard = (deps: CardDeps) => CardController;

export interface CardController {
  /**
   * Follows a command. `false` where there is nothing to follow it to, or the reader is in another frame (`anyway`: no
   * matter).
   */
  go(way: CardCommand, anyway: boolean): boolean;
  /** Opens the card of a mention that the reader has chosen elsewhere. */
  show(mention: PageMention): void;
  close(): void;
  /** The settings have changed: the theme follows, and a card that was about to open does not. */
  settingsChanged(): void;
  /** The page was read anew: a card whose mention is gone closes, another follows its mention. */
  mentionsChanged(isKnown: (id: string) => boolean): void;
}
