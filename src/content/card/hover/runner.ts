/**
 * Runs the hover machine (machine.ts): keeps its state, hands its events to it, and carries out what it answers. The card
 * and the page are reached through the options alone.
 */
import { GRACE, NEXT_DWELL, READ_AGAIN } from "../delays.ts";
import { type Effect, type HoverEvent, INITIAL, reduce, type State, type Timer } from "./machine.ts";

export interface RunnerOptions {
  /** How long the pointer has to dwell on a mention before the first card opens, ms. */
  dwell(): number;
  /** A dwell on a mention has begun: time to get its card ready. */
  onDwell(mention: string): void;
  /**
   * Asked when the dwell on a mention is over: the page may have moved since it began. `"later"`: the mention's text is being
   * read anew, and it can be said in a moment.
   */
  isMeant(mention: string): boolean | "later";
  open(mention: string): void;
  close(): void;
  /** An event has been dealt with; `acted`: something was done. */
  onStep(event: HoverEvent, acted: boolean): void;
  /** When it aborts, the timers stop, and no event is heard. */
  signal: AbortSignal;
}

export class MachineRunner {
  readonly #options: RunnerOptions;
  readonly #timers = new Map<Timer, ReturnType<typeof setTimeout>>();
  #state: State = INITIAL;

  constructor(options: RunnerOptions) {
    this.#options = options;
    options.signal.addEventListener("abort", () => {
      for (const timer of [...this.#timers.keys()]) this.#stop(timer);
    });
  }

  get state(): State {
    return this.#state;
  }

  /** The mention that the machine is at: which it bars, dwells on, or shows. */
  get mention(): string | null {
    return this.#state.at === "idle" ? this.#state.barred : this.#state.mention;
  }

  get isPinned(): boolean {
    return this.#state.at === "open" && this.#state.pinned;
  }

  send(event: HoverEvent): void {
    if (this.#options.signal.aborted) return;
    const { state, effects } = reduce(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    this.#options.onStep(event, effects.length > 0);
  }

  #carryOut(effect: Effect): void {
    switch (effect.do) {
      case "start":
        this.#start(effect.timer, this.#delayOf(effect.timer));
        if (this.#state.at === "arming") this.#options.onDwell(this.#state.mention);
        return;
      case "stop":
        this.#stop(effect.timer);
        return;
      case "open":
        this.#options.open(effect.mention);
        return;
      case "close":
        this.#options.close();
    }
  }

  #delayOf(timer: Timer): number {
    if (timer === "dwell") return this.#options.dwell();
    return timer === "next" ? NEXT_DWELL : GRACE;
  }

  #start(timer: Timer, delay: number): void {
    this.#stop(timer);
    this.#timers.set(
      timer,
      setTimeout(() => this.#elapsed(timer), delay),
    );
  }

  #stop(timer: Timer): void {
    clearTimeout(this.#timers.get(timer));
    this.#timers.delete(timer);
  }

  #elapsed(timer: Timer): void {
    this.#timers.delete(timer);
    const next = this.#next;
    const isMeant = timer === "grace" || (next !== null && this.#options.isMeant(next));
    // In a paragraph with a counter in it, a name may be waited for at any time.
    if (isMeant === "later") this.#start(timer, READ_AGAIN);
    else this.send(isMeant ? { type: "elapsed", timer } : { type: "interrupted" });
  }

  /** The mention whose card is about to open. */
  get #next(): string | null {
    return this.#state.at === "arming"
      ? this.#state.mention
      : this.#state.at === "leaving"
        ? this.#state.next
        : null;
  }
}
