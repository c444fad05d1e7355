/**
 * The wiring of the card. What a reader does is heard by the parts, each for its own kind of event; they tell the hover
 * machine, which decides; and what it wants done is done to the one open card.
 */

import { isFocused, listenTrusted } from "../page/dom/card-dom.ts";
import type { PageMention } from "../page/types.ts";
import { watchClicks } from "./clicks.ts";
import { InputWatch } from "./hover/input.ts";
import { PointerLocator } from "./hover/locator.ts";
import type { HoverEvent } from "./hover/machine.ts";
import { PointerTracker } from "./hover/pointer.ts";
import { PointerSense } from "./hover/pointer-sense.ts";
import { MachineRunner } from "./hover/runner.ts";
import { watchKeyboard } from "./keyboard.ts";
import { MarkNavigation } from "./mark-navigation.ts";
import { type Asked, OpenCard } from "./open-card.ts";
import { watchInterference } from "./page-interference.ts";
import { hasRoomForCard } from "./place/room-for-card.ts";
import type { CardCommand, CardController, CardDeps } from "./types.ts";
import { spokenSummary } from "./view/spoken-summary.ts";

export class HoverCard implements CardController {
  readonly #deps: CardDeps;
  readonly #locator: PointerLocator;
  readonly #navigation: MarkNavigation;
  readonly #machine: MachineRunner;
  readonly #pointer: PointerTracker;
  readonly #input: InputWatch;
  readonly #sense: PointerSense;
  readonly #card: OpenCard;
  /** How the card that the machine is about to open was asked for, if not by the pointer. */
  #asked: Asked | null = null;

  constructor(deps: CardDeps) {
    const { settings, signal } = deps;
    const send = (event: HoverEvent) => this.#machine.send(event);
    const hasRoom = () => hasRoomForCard(window);
    const open = () => this.#card.view;
    this.#deps = deps;
    this.#locator = new PointerLocator(deps);
    this.#navigation = new MarkNavigation(deps);
    this.#machine = new MachineRunner({
      dwell: () => settings().hoverDelay,
      onDwell: (id) => {
        const mention = this.#locator.mention(id);
        if (mention) this.#card.prepare(mention);
      },
      isMeant: (id) => this.#isMeant(id),
      open: (id) => this.#card.open(this.#locator.mention(id), this.#asked),
      close: () => this.#card.close(),
      onStep: (event, acted) => this.#onStep(event, acted),
      signal,
    });
    this.#input = new InputWatch({
      onInterrupted: () => this.#interrupt(),
      onTyping: () => send({ type: "typing" }),
      signal,
    });
    this.#pointer = new PointerTracker({
      onLook: (slow) => this.#sense.look(slow),
      onLeft: () => send({ type: "pointer", where: { on: "elsewhere" }, ready: false }),
      signal,
    });
    this.#sense = new PointerSense({
      at: () => this.#pointer.at,
      input: this.#input,
      locator: this.#locator,
      machine: this.#machine,
      open,
      settings,
      hasRoom,
      signal,
    });
    this.#card = new OpenCard({
      deps,
      machine: this.#machine,
      pointer: this.#pointer,
      // That the page moves the text from under the pointer is no leaving of the reader's; that the reader scrolls is.
      onFollowed: () => this.#sense.look(false),
    });
    watchClicks({
      settings,
      onPress: (at) => send({ type: "press", where: this.#sense.locate(at, true) }),
      onAsked: (at, touch) => {
        const mention = hasRoom() ? deps.hit(at) : null;
        if (!mention) return;
        if (!touch) this.#pointer.set(at);
        this.#ask(mention, touch ? { touch } : null);
      },
      signal,
    });
    watchKeyboard({
      input: this.#input,
      isOpen: () => open() !== null,
      onModifier: () => this.#sense.look(true),
      onDismiss: () => send({ type: "dismiss" }),
      onEscape: deps.onEscape,
      signal,
    });
    watchInterference(open, send, signal);
    const passive = { capture: true, passive: true, signal };
    const moved = () => {
      this.#locator.moved();
      this.#card.moved();
    };
    listenTrusted(window, "scroll", moved, passive);
    listenTrusted(window, "resize", moved, passive);
    signal.addEventListener("abort", () => this.#locator.forget());
  }

  close(): void {
    this.#machine.send({ type: "off" });
  }

  show(mention: PageMention): void {
    this.#ask(mention, { touch: true });
  }

  settingsChanged(): void {
    this.#interrupt();
    this.#card.dress();
  }

  mentionsChanged(isKnown: (id: string) => boolean): void {
    for (const id of this.#locator.ids())
      if (isKnown(id)) this.#card.isThere(id);
      else if (!this.#card.offersUndo(id)) this.#machine.send({ type: "gone", mention: id });
    this.#locator.moved();
    this.#card.changed();
  }

  go(command: CardCommand, anyway: boolean): boolean {
    const { view } = this.#card;
    if (command === "close") {
      this.#machine.send({ type: "dismiss" });
      return view !== null;
    }
    if (!anyway && !isFocused()) return false;
    if (command === "enter" && view) {
      // Who reads by keys is not to lose the card to a pointer that lies about.
      this.#machine.send({ type: "asked", mention: view.mention.id });
      view.enter();
      return true;
    }
    return this.#goToMark(command === "previous" ? -1 : 1, command === "enter");
  }

  /** Opens the card of the next mark, or the previous one; `enters`: and gives it the focus. */
  #goToMark(step: 1 | -1, enters: boolean): boolean {
    const stop = this.#navigation.go(step, this.#card.view?.mention.id ?? null);
    if (!stop) return false;
    const { mention, count } = stop;
    this.#ask(mention, { touch: false, count });
    const { view } = this.#card;
    view?.update({ count });
    if (enters) view?.enter();
    else view?.say(`${count}:`, spokenSummary(this.#deps.partsOf(mention.mention.entity)));
    return true;
  }

  #ask(mention: PageMention, asked: Asked | null): void {
    this.#locator.note(mention);
    this.#asked = asked;
    this.#machine.send({ type: "asked", mention: mention.id });
    this.#asked = null;
  }

  #interrupt(): void {
    this.#sense.cancel();
    this.#machine.send({ type: "interrupted" });
  }

  /** Whether the pointer is on a mention, as far as can be seen now. */
  #isMeant(id: string): boolean | "later" {
    const mention = this.#locator.mention(id);
    if (mention && this.#deps.isPending(mention)) return "later";
    const { at } = this.#pointer;
    return at !== null && this.#input.freeIn === 0 && this.#deps.hit(at)?.id === id;
  }

  #onStep({ type }: HoverEvent, acted: boolean): void {
    const { state } = this.#machine;
    if (acted && state.at === "idle" && state.barred === null) this.#locator.forget();
    if (type === "pin") this.#card.dress();
  }
}
