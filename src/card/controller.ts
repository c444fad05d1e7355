/**
 * The wiring, and the only part of the card that keeps state over time: DOM events go in, the hover machine decides
 * (machine.ts), and what it wants done is done here to timers and to the one open view.
 */
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import type { PageMention, Point } from "../page/types.ts";
import { type Box, holds, lineBoxes } from "./boxes.ts";
import { isModifierKey } from "./busy.ts";
import { inCorridor } from "./corridor.ts";
import { CLICK_SLOP, GRACE, NEXT_DWELL } from "./delays.ts";
import { hasSelection, isHidden, isInteractive, listen } from "./dom.ts";
import { watchHands } from "./hands.ts";
import { removeLeftovers } from "./host.ts";
import {
  type Effect,
  type HoverEvent,
  INITIAL,
  reduce,
  type State,
  type Timer,
  type Where,
} from "./machine.ts";
import { trackPointer } from "./tracker.ts";
import { type CardView, openView } from "./view.tsx";

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
  /** Called when a card opens, not before: it may index lazily. */
  pack(): PackIndex;
  /** The mention painted under a point, or null. Called only once the pointer has slowed, or at a press. */
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
  close(): void;
  /** The settings have changed: switched off, a card closes; else the theme follows. */
  settingsChanged(): void;
  /** The page was read anew: a card whose mention is gone closes, another follows its mention. */
  mentionsChanged(isKnown: (id: string) => boolean): void;
}

export function startCard(deps: CardDeps): CardController {
  const { signal } = deps;
  let state: State = INITIAL;
  let view: CardView | null = null;
  let press: { at: Point; touch: boolean } | null = null;
  let followFrame = 0;
  let swallowEscapeUp = false;
  let lookAgain: ReturnType<typeof setTimeout> | undefined;
  const timers = new Map<Timer, ReturnType<typeof setTimeout>>();
  /** The mentions that the machine knows by id, and their lines as long as nothing has moved. */
  const mentions = new Map<string, PageMention>();
  const lines = new Map<string, Box[]>();

  removeLeftovers(document);
  const interrupt = () => {
    clearTimeout(lookAgain);
    send({ type: "interrupted" });
  };
  const inCard = (event: Event): boolean => view !== null && event.target === view.host;
  const hands = watchHands({
    window,
    document,
    signal,
    onInterrupted: interrupt,
    onTyping: (event) => {
      if (!inCard(event)) send({ type: "typing" });
    },
  });
  const pointer = trackPointer(window, signal, look, () =>
    send({ type: "pointer", where: { on: "elsewhere" }, ready: false }),
  );

  // The machine

  function send(event: HoverEvent): void {
    if (signal.aborted) return;
    const { state: next, effects } = reduce(state, event);
    state = next;
    for (const effect of effects) carryOut(effect);
    if (effects.length > 0 && state.at === "idle" && state.barred === null) forget();
    if (event.type === "pin") dress();
  }

  function carryOut(effect: Effect): void {
    switch (effect.do) {
      case "start":
        stopTimer(effect.timer);
        timers.set(effect.timer, setTimeout(elapsed, delayOf(effect.timer), effect.timer));
        return;
      case "stop":
        stopTimer(effect.timer);
        return;
      case "open":
        openCard(effect.mention);
        return;
      case "close":
        closeCard();
    }
  }

  function delayOf(timer: Timer): number {
    if (timer === "dwell") return deps.settings().hoverDelay;
    return timer === "next" ? NEXT_DWELL : GRACE;
  }

  function stopTimer(timer: Timer): void {
    clearTimeout(timers.get(timer));
    timers.delete(timer);
  }

  function elapsed(timer: Timer): void {
    timers.delete(timer);
    send(timer === "grace" || stillMeant() ? { type: "elapsed", timer } : { type: "interrupted" });
  }

  /** Whether the pointer is on the mention that is about to open: the page may have moved since it was looked at. */
  function stillMeant(): boolean {
    const meant = state.at === "arming" ? state.mention : state.at === "leaving" ? state.next : null;
    const at = pointer.at();
    return at !== null && !hands.busy() && deps.hit(at)?.id === meant;
  }

  // The open card

  function openCard(id: string): void {
    view?.close();
    const mention = mentions.get(id);
    view = mention ? tryToOpen(mention) : null;
    deps.onActive(view?.mention ?? null);
    if (!view) send({ type: "off" });
  }

  function tryToOpen(mention: PageMention): CardView | null {
    // Muting makes the card's own marks go, so the card goes first.
    const after = (act: () => void) => {
      send({ type: "off" });
      act();
    };
    try {
      return openView({
        document,
        mention,
        pieces: deps.boxes(mention),
        point: pointer.at(),
        props: {
          pack: deps.pack(),
          theme: deps.settings().theme,
          pinned: false,
          onPin: (on) => send({ type: "pin", on }),
          onClose: () => send({ type: "dismiss" }),
          onMute: (entity) => after(() => deps.onMute(entity)),
          onSiteOff: () => after(deps.onSiteOff),
        },
        onTampered: () => send({ type: "off" }),
      });
    } catch {
      // A page can break its document for every script (a form named `createElementNS` does); then there is no card,
      // and no error of ours in the page.
      removeLeftovers(document);
      return null;
    }
  }

  function closeCard(): void {
    if (!view) return;
    view.close();
    view = null;
    deps.onActive(null);
  }

  /** Theme and pin, as they are now. */
  function dress(): void {
    view?.update({ theme: deps.settings().theme, pinned: isPinned() });
  }

  const isPinned = (): boolean => state.at === "open" && state.hold === "pinned";

  function forget(): void {
    mentions.clear();
    lines.clear();
  }

  /** Something moved: the open card goes with its mention. */
  function moved(): void {
    lines.clear();
    if (view && !followFrame) followFrame = requestAnimationFrame(follow);
  }

  function follow(): void {
    followFrame = 0;
    if (!view) return;
    const inView = view.follow(deps.boxes(view.mention));
    // A pinned card outlives the sight of its mention.
    if (inView || isPinned()) look(false);
    else send({ type: "gone", mention: view.mention.id });
  }

  // The pointer

  function linesOf(id: string): Box[] {
    const known = lines.get(id);
    if (known) return known;
    const mention = mentions.get(id);
    const boxes = mention ? lineBoxes(deps.boxes(mention)) : [];
    lines.set(id, boxes);
    return boxes;
  }

  /** Where a point is. The page is asked only if `ask`; else only what is known already counts. */
  function locate(point: Point, ask: boolean): Where {
    if (view && holds(view.card, point)) return { on: "card" };
    const own = state.at === "idle" ? state.barred : state.mention;
    if (own !== null && linesOf(own).some((line) => holds(line, point))) return { on: "mention", id: own };
    if (view && inCorridor(point, view.line, view.card)) return { on: "corridor" };
    const mention = ask ? deps.hit(point) : null;
    if (!mention) return { on: "elsewhere" };
    mentions.set(mention.id, mention);
    return { on: "mention", id: mention.id };
  }

  /** Tells the machine where the pointer is; `slow`: it has slowed enough to mean something there. */
  function look(slow: boolean): void {
    const at = pointer.at();
    // Text of the card that is being selected may be dragged beyond its edge.
    if (!at || (view && hands.pressing())) return;
    const { active, openBy, modifier } = deps.settings();
    const hovers = active && openBy === "hover" && (modifier === "none" || hands.holds(modifier));
    if (!hovers && state.at === "idle" && state.barred === null) return;
    const wait = hands.freeIn();
    const ready = slow && hovers && wait === 0;
    send({ type: "pointer", where: locate(at, ready), ready });
    // A pointer that comes to rest in a pause sends no further event: look when the pause is over.
    clearTimeout(lookAgain);
    if (slow && hovers && !ready && Number.isFinite(wait)) lookAgain = setTimeout(look, wait, true);
  }

  function onPointerDown(event: PointerEvent): void {
    if (!event.isTrusted) return;
    press = { at: { x: event.clientX, y: event.clientY }, touch: event.pointerType === "touch" };
    if (!inCard(event)) send({ type: "press", where: locate(press.at, deps.settings().active) });
  }

  function onClick(event: MouseEvent): void {
    const pressed = press;
    press = null;
    const { active, openBy } = deps.settings();
    if (!event.isTrusted || !pressed || !active || (openBy !== "click" && !pressed.touch)) return;
    if (event.button !== 0 || event.detail > 1 || inCard(event)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = { x: event.clientX, y: event.clientY };
    const dragged = Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) > CLICK_SLOP;
    // A click on a link is a click on the link.
    if (dragged || hasSelection(document) || isInteractive(event)) return;
    const mention = deps.hit(at);
    if (!mention) return;
    mentions.set(mention.id, mention);
    pointer.set(at);
    send({ type: "asked", mention: mention.id });
  }

  // Keys

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    // What is pressed in the card is for the card. Its buttons act on keys by default, with no listener of theirs.
    const inside = inCard(event);
    if (inside) event.stopImmediatePropagation();
    if (event.isComposing) return;
    hands.note(event);
    if (event.key === "Escape") dismiss(event);
    else if (isModifierKey(event.key)) look(true);
    else if (!inside) hands.pause("typing");
  }

  function dismiss(event: KeyboardEvent): void {
    if (view) {
      // One press, one thing: it closes the card and not the dialog beneath.
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowEscapeUp = true;
    }
    send({ type: "dismiss" });
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const ours = inCard(event) || (swallowEscapeUp && event.key === "Escape");
    if (ours) event.stopImmediatePropagation();
    if (event.key === "Escape") swallowEscapeUp = false;
    hands.note(event);
    if (isModifierKey(event.key)) look(true);
  }
  const passive = { capture: true, passive: true, signal };
  const active = { capture: true, signal };
  listen(window, "pointerdown", onPointerDown, passive);
  listen(window, "click", onClick, passive);
  listen(window, "keydown", onKeyDown, active);
  listen(window, "keyup", onKeyUp, active);
  listen(window, "keypress", (event) => inCard(event) && event.stopImmediatePropagation(), active);
  listen(window, "scroll", moved, passive);
  listen(window, "resize", moved, passive);
  listen(document, "visibilitychange", () => isHidden(document) && send({ type: "hidden" }), passive);
  listen(window, "pagehide", () => send({ type: "off" }), passive);
  signal.addEventListener(
    "abort",
    () => {
      for (const timer of [...timers.keys()]) stopTimer(timer);
      clearTimeout(lookAgain);
      cancelAnimationFrame(followFrame);
      closeCard();
      forget();
    },
    { once: true },
  );

  return {
    close: () => send({ type: "off" }),
    settingsChanged() {
      interrupt();
      if (deps.settings().active) dress();
      else send({ type: "off" });
    },
    mentionsChanged(isKnown) {
      for (const id of [...mentions.keys()]) if (!isKnown(id)) send({ type: "gone", mention: id });
      moved();
    },
  };
}
