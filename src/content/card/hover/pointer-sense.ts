/** What the machine is told of the pointer: where it is, and whether a card may come to it there. */
import type { Point } from "../../page/types.ts";
import type { Box } from "../place/boxes.ts";
import type { CardSettings } from "../types.ts";
import type { PointerLocator } from "./locator.ts";
import type { HoverEvent, State, Where } from "./machine.ts";

export interface PointerSenseOptions {
  /** Where the pointer is; `null`: nowhere. */
  at(): Point | null;
  input: { freeIn: number; isPressing: boolean; holds(modifier: "alt" | "ctrl" | "shift"): boolean };
  locator: PointerLocator;
  machine: { state: State; mention: string | null; send(event: HoverEvent): void };
  /** The open card. */
  open(): { card: Box; line: Box } | null;
  settings(): Pick<CardSettings, "openBy" | "modifier">;
  /** Whether a card has room in this frame. */
  hasRoom(): boolean;
  signal: AbortSignal;
}

export class PointerSense {
  readonly #options: PointerSenseOptions;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PointerSenseOptions) {
    this.#options = options;
    options.signal.addEventListener("abort", () => this.cancel());
  }

  /** Where a point is. The page is asked only if `search`; else only what is known already counts. */
  locate(point: Point, search: boolean): Where {
    const { locator, machine, open } = this.#options;
    return locator.locate(point, { open: open(), own: machine.mention, search });
  }

  /** Tells the machine where the pointer is; `slow`: it has slowed enough to mean something there. */
  look(slow: boolean): void {
    const { at, input, machine, open, settings, hasRoom } = this.#options;
    const point = at();
    // Text of the card that is being selected may be dragged beyond its edge.
    if (!point || (open() && input.isPressing)) return;
    const { openBy, modifier } = settings();
    const hovers = openBy === "hover" && (modifier === "none" || input.holds(modifier));
    if (!hovers && machine.state.at === "idle" && machine.state.barred === null) return;
    const wait = input.freeIn;
    const ready = slow && hovers && wait === 0 && hasRoom();
    machine.send({ type: "pointer", where: this.locate(point, ready), ready });
    // A pointer that comes to rest in a pause sends no further event: look when the pause is over.
    this.cancel();
    if (slow && hovers && !ready && Number.isFinite(wait))
      this.#again = setTimeout(() => this.look(true), wait);
  }

  /** Does not look again when a pause is over. */
  cancel(): void {
    clearTimeout(this.#again);
  }
}
