/**
 * The wiring, and the only part of the card that keeps state over time: DOM events go in, the hover machine decides
 * (machine.ts), and what it wants done is done here to timers and to the one open view.
 */

import { hasSelection, isFocused, isHidden, isInteractive, listen } from "../page/dom/card-dom.ts";
import type { PageMention, Point } from "../page/types.ts";
import { CLICK_SLOP, GRACE, NEXT_DWELL, READ_AGAIN } from "./delays.ts";
import { hear, isOfCard } from "./event-guard.ts";
import { watchInput } from "./hover/input.ts";
import { isModifierKey } from "./hover/input-state.ts";
import { createPointerLocator } from "./hover/locator.ts";
import {
  type Effect,
  type HoverEvent,
  INITIAL,
  reduce,
  type State,
  type Timer,
  type Where,
} from "./hover/machine.ts";
import { trackPointer } from "./hover/pointer.ts";
import { createMarkNavigation } from "./mark-navigation.ts";
import { prepareOnce, tryToOpen } from "./opening.ts";
import { isUnder, liesOver } from "./overlap.ts";
import { followMention } from "./place/follow-mention.ts";
import { hasRoomForCard } from "./place/room-for-card.ts";
import type { CardCommand, CardController, CardDeps } from "./types.ts";
import type { CardView, CardViewOptions } from "./view/card-view.tsx";
import { citation } from "./view/citation.ts";
import { copy } from "./view/clipboard.ts";

export function startCard(deps: CardDeps): CardController {
  const { signal } = deps;
  let state: State = INITIAL;
  let view: CardView | null = null;
  let press: { at: Point; touch: boolean } | null = null;
  /** How the next card is asked for, if not by the pointer. */
  let asking: { touch: boolean; count?: string } | null = null;
  /** The mention of the open card, where the reader has just had it unmarked and may want that undone. */
  let unmarked: string | null = null;
  let swallowEscapeUp = false;
  let lookAgain: ReturnType<typeof setTimeout> | undefined;
  const timers = new Map<Timer, ReturnType<typeof setTimeout>>();
  const locator = createPointerLocator(deps);
  const navigation = createMarkNavigation(deps);
  const prepare = prepareOnce(document, signal);
  const beside = followMention({
    deps,
    document,
    view: () => view,
    // A pinned card outlives the sight of its mention; so does one that offers to mark it again.
    outlives: () => isPinned() || unmarked !== null,
    givesWay: () => state.at === "open" && state.hold === "hover" && !state.pinned,
    onGone: ({ id }) => send({ type: "gone", mention: id }),
    onNoRoom: () => send({ type: "dismiss" }),
    // That the page moves the text from under the pointer is no leaving of the reader's; that the reader scrolls is.
    onFollowed: () => look(false),
  });

  const interrupt = () => {
    clearTimeout(lookAgain);
    send({ type: "interrupted" });
  };
  const input = watchInput({
    window,
    document,
    signal,
    onInterrupted: interrupt,
    onTyping: () => send({ type: "typing" }),
  });
  const pointer = trackPointer(signal, look, () =>
    send({ type: "pointer", where: { on: "elsewhere" }, ready: false }),
  );

  // The machine

  function send(event: HoverEvent): void {
    if (signal.aborted) return;
    const { state: next, effects } = reduce(state, event);
    state = next;
    for (const effect of effects) carryOut(effect);
    if (effects.length > 0 && state.at === "idle" && state.barred === null) locator.forget();
    if (event.type === "pin") dress();
  }

  function carryOut(effect: Effect): void {
    switch (effect.do) {
      case "start":
        stopTimer(effect.timer);
        timers.set(effect.timer, setTimeout(elapsed, delayOf(effect.timer), effect.timer));
        if (state.at === "arming") getReady(state.mention);
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
    if (timer !== "grace" && isMeantPending()) {
      timers.set(timer, setTimeout(elapsed, READ_AGAIN, timer));
      return;
    }
    send(timer === "grace" || stillMeant() ? { type: "elapsed", timer } : { type: "interrupted" });
  }

  /** Whether the pointer is on the mention that is about to open: the page may have moved since it was looked at. */
  function stillMeant(): boolean {
    const at = pointer.at();
    return at !== null && !input.busy() && deps.hit(at)?.id === meant();
  }

  /** The mention that is about to open. */
  const meant = (): string | null =>
    state.at === "arming" ? state.mention : state.at === "leaving" ? state.next : null;

  /** In a paragraph with a counter in it, a name may be waited for at any time. */
  function isMeantPending(): boolean {
    const mention = locator.mention(meant() ?? "");
    return mention !== undefined && deps.isPending(mention);
  }

  // The open card

  function openCard(id: string): void {
    view?.close();
    unmarked = null;
    const mention = locator.mention(id);
    view = mention
      ? tryToOpen(() => ({
          document,
          mention,
          pieces: deps.boxes(mention),
          point: asking ? null : pointer.at(),
          touch: asking?.touch === true,
          props: propsOf(mention),
          onTampered: () => send({ type: "off" }),
        }))
      : null;
    deps.onActive(view?.mention ?? null);
    if (view) beside.opened();
    else send({ type: "off" });
  }

  const propsOf = (mention: PageMention): CardViewOptions["props"] => ({
    pack: deps.pack(),
    count: asking?.count,
    theme: deps.settings().theme,
    site: deps.isSite(),
    pinned: false,
    onPin: (on) => send({ type: "pin", on }),
    onClose: () => send({ type: "dismiss" }),
    onMute: (mute, on) => {
      // The card stays for its "Undo", although its mark goes.
      unmarked = on ? mention.id : null;
      send({ type: "asked", mention: mention.id });
      deps.onMute(mute, on);
    },
    onSiteOff: () => {
      send({ type: "off" });
      deps.onSiteOff();
    },
    onCopy: (entity) => {
      const cited = citation(deps.pack(), entity);
      return cited !== null && copy(document, cited);
    },
  });

  function getReady(id: string): void {
    const mention = locator.mention(id);
    if (!mention) return;
    beside.meant(mention, pointer.at());
    prepare(mention, () => propsOf(mention));
  }

  function closeCard(): void {
    if (!view) return;
    beside.closed();
    view.close();
    view = null;
    deps.onActive(null);
  }

  /** Theme and pin, as they are now. */
  function dress(): void {
    view?.update({ theme: deps.settings().theme, pinned: isPinned() });
  }

  const isPinned = (): boolean => state.at === "open" && state.pinned;

  /** The reader has scrolled, or the window has another size: the open card goes with its mention. */
  function moved(): void {
    locator.moved();
    beside.moved();
  }

  // The pointer

  /** Where a point is. The page is asked only if `search`; else only what is known already counts. */
  function locate(point: Point, search: boolean): Where {
    const own = state.at === "idle" ? state.barred : state.mention;
    return locator.locate(point, { view, own, search });
  }

  /** Tells the machine where the pointer is; `slow`: it has slowed enough to mean something there. */
  function look(slow: boolean): void {
    const at = pointer.at();
    // Text of the card that is being selected may be dragged beyond its edge.
    if (!at || (view && input.pressing())) return;
    const { active, openBy, modifier } = deps.settings();
    const hovers = active && openBy === "hover" && (modifier === "none" || input.holds(modifier));
    if (!hovers && state.at === "idle" && state.barred === null) return;
    const wait = input.freeIn();
    const ready = slow && hovers && wait === 0 && hasRoomForCard(window);
    send({ type: "pointer", where: locate(at, ready), ready });
    // A pointer that comes to rest in a pause sends no further event: look when the pause is over.
    clearTimeout(lookAgain);
    if (slow && hovers && !ready && Number.isFinite(wait)) lookAgain = setTimeout(look, wait, true);
  }

  function onPointerDown(event: PointerEvent): void {
    press = { at: { x: event.clientX, y: event.clientY }, touch: event.pointerType === "touch" };
    if (!isOfCard(event)) send({ type: "press", where: locate(press.at, deps.settings().active) });
  }

  function onClick(event: MouseEvent): void {
    const pressed = press;
    press = null;
    const { active, openBy } = deps.settings();
    if (
      !pressed ||
      !active ||
      !hasRoomForCard(window) ||
      openBy === "keys" ||
      (openBy !== "click" && !pressed.touch)
    )
      return;
    if (event.button !== 0 || event.detail > 1 || isOfCard(event)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = { x: event.clientX, y: event.clientY };
    const dragged = Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) > CLICK_SLOP;
    // A click on a link is a click on the link.
    if (dragged || hasSelection(document) || isInteractive(event)) return;
    const mention = deps.hit(at);
    if (!mention) return;
    if (!pressed.touch) pointer.set(at);
    ask(mention, pressed.touch ? { touch: true } : null);
  }

  function ask(mention: PageMention, how: typeof asking): void {
    locator.know(mention);
    asking = how;
    send({ type: "asked", mention: mention.id });
    asking = null;
  }

  // Keys

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    input.note(event);
    if (event.key === "Escape") dismiss(event);
    else if (isModifierKey(event.key)) look(true);
    else if (!isOfCard(event)) input.pause("typing");
  }

  function go(way: CardCommand, anyway: boolean): boolean {
    if (way === "close") {
      const closes = view !== null;
      send({ type: "dismiss" });
      return closes;
    }
    if (!deps.settings().active || !(anyway || isFocused(document))) return false;
    if (way === "enter" && view) {
      // Who reads by keys is not to lose the card to a pointer that lies about.
      send({ type: "asked", mention: view.mention.id });
      view.enter();
      return true;
    }
    const stop = navigation.go(way === "previous" ? -1 : 1, view?.mention.id ?? null);
    if (!stop) return false;
    const { mention, count } = stop;
    ask(mention, { touch: false, count });
    view?.update({ count });
    const { name, summary } = deps.pack().entities.get(mention.mention.entity)!;
    if (way === "enter") view?.enter();
    else view?.say(`${count}:`, `${name}. ${summary}`);
    return true;
  }

  function dismiss(event: KeyboardEvent): void {
    if (view) {
      // One press, one thing: it closes the card and not the dialog beneath.
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowEscapeUp = true;
    } else if (window.length > 0 || window !== window.top) deps.onEscape();
    send({ type: "dismiss" });
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      if (swallowEscapeUp) event.stopImmediatePropagation();
      swallowEscapeUp = false;
    }
    input.note(event);
    if (isModifierKey(event.key)) look(true);
  }

  function onFocusIn(event: FocusEvent): void {
    // The focus must not go to where the card hides it.
    if (view && !isOfCard(event) && isUnder(view, event.target)) send({ type: "typing" });
  }

  function onToggle(event: Event): void {
    if (view && liesOver(view, event.target)) send({ type: "off" });
  }

  const passive = { capture: true, passive: true, signal };
  hear("pointerdown", onPointerDown, signal);
  hear("click", onClick, signal);
  hear("keydown", onKeyDown, signal);
  hear("keyup", onKeyUp, signal);
  hear("focusin", onFocusIn, signal);
  listen(window, "toggle", onToggle, passive);
  // What is fullscreen then lies over the card, and makes it inert.
  listen(document, "fullscreenchange", () => send({ type: "off" }), passive);
  listen(window, "scroll", moved, passive);
  listen(window, "resize", moved, passive);
  listen(document, "visibilitychange", () => isHidden(document) && send({ type: "hidden" }), passive);
  listen(window, "pagehide", () => send({ type: "off" }), passive);
  signal.addEventListener(
    "abort",
    () => {
      for (const timer of [...timers.keys()]) stopTimer(timer);
      clearTimeout(lookAgain);
      closeCard();
      locator.forget();
    },
    { once: true },
  );

  return {
    close: () => send({ type: "off" }),
    go,
    show: (mention) => ask(mention, { touch: true }),
    settingsChanged() {
      interrupt();
      if (deps.settings().active) dress();
      else send({ type: "off" });
    },
    mentionsChanged(isKnown) {
      for (const id of locator.ids())
        if (id !== unmarked && !isKnown(id)) send({ type: "gone", mention: id });
      locator.moved();
      beside.changed();
    },
  };
}
