import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import type { PageMention, Point } from "../page/types.ts";

/** What of the settings the card depends on. */
export interface CardSettings {
  /** Sidelight is on for this page. */
  active: boolean;
  openBy: "hover" | "click";
  /** Dwell before a card opens, ms. */
  hoverDelay: number;
  /** The key that must be held for a hover to count. */
  modifier: "none" | "alt" | "ctrl" | "shift";
  theme: "auto" | "light" | "dark";
}

export interface CardDeps {
  /** Called when a card opens for the first time, not before: it may index lazily. */
  pack(): PackIndex;
  /** The mention painted under a point, or null. Called only once the pointer has slowed. */
  hit(point: Point): PageMention | null;
  /** The mention's client boxes, one for each piece of a line. */
  boxes(mention: PageMention): DOMRect[];
  settings(): CardSettings;
  /** The mention whose card is open now, for the painter; null when there is none. */
  onActive(mention: PageMention | null): void;
  onMute(entity: EntityId): void;
  onSiteOff(): void;
  /** When it aborts, every listener, timer and the host are gone. */
  signal: AbortSignal;
}

export interface CardController {
  /** Opens the card of a mention at once, until it is dismissed or the reader presses elsewhere. */
  openFor(mention: PageMention): void;
  close(): void;
  /** The settings have changed: switched off, a card closes; else the theme follows. */
  settingsChanged(): void;
  /** The page was read anew: a card whose mention is gone closes, another follows its mention. */
  mentionsChanged(isKnown: (id: string) => boolean): void;
}
