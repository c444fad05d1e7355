/**
 * When a card opens and when it goes: a pure reducer. The controller turns DOM events into events of this machine,
 * carries out the effects, and runs the three timers; everything that decides is here.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> idle
 *   idle --> arming : pointer ready over a mention (not the barred one) / start dwell
 *   arming --> idle : pointer elsewhere or not ready, interrupted, hidden, off, mention gone / stop
 *   arming --> idle : press, dismiss / stop, bar the mention
 *   arming --> arming : ready over another mention / restart dwell
 *   arming --> open : dwell or next has elapsed / open
 *   open --> leaving : pointer elsewhere / start grace
 *   open --> leaving : ready over another mention / start grace, start next
 *   leaving --> open : pointer back on mention, card or corridor / stop
 *   leaving --> leaving : other mention entered / start next; left / stop next
 *   leaving --> open : next has elapsed / open the next
 *   leaving --> idle : grace has elapsed / close
 *   leaving --> arming : grace has elapsed while on another mention / close
 *   leaving --> open : pin / stop
 *   open --> open : pin, unpin, asked for another / open
 *   open --> idle : dismiss, press elsewhere, typing, hidden / close, bar
 *   open --> idle : mention gone, off / close
 *   idle --> open : asked for (click, tap, command) / open
 *   arming --> open : asked for / stop, open
 *   leaving --> open : asked for / stop, open
 * ```
 *
 * A card is held open in one of two ways: `hover`, as long as the pointer is on its mention, on the card or between;
 * `asked`, until the reader presses elsewhere. Pinned, it is held until it is closed, and let go it is held as before:
 * a card that was opened by keys does not go by a stray move of the pointer. A barred mention does not open by hover
 * until the pointer has left it, so that Escape is not answered with the same card again.
 */

type MentionId = string;
export type Timer = "dwell" | "next" | "grace";
export type Hold = "hover" | "asked";

/** Where the pointer is. `corridor`: on the way between the open card and its mention. */
export type Where = { on: "mention"; id: MentionId } | { on: "card" | "corridor" | "elsewhere" };

export type State =
  | { at: "idle"; barred: MentionId | null }
  | { at: "arming"; mention: MentionId }
  | { at: "open"; mention: MentionId; hold: Hold; pinned: boolean }
  | { at: "leaving"; mention: MentionId; next: MentionId | null };

export type HoverEvent =
  /** `ready`: slow, the modifier held, and the reader busy with nothing else (see input-state.ts). */
  | { type: "pointer"; where: Where; ready: boolean }
  | { type: "elapsed"; timer: Timer }
  /** A key, a selection or a scroll has begun. */
  | { type: "interrupted" }
  /** Text is being written into the page. */
  | { type: "typing" }
  /** A button went down outside the card, or a selection has ended there. */
  | { type: "press"; where: Where }
  | { type: "asked"; mention: MentionId }
  | { type: "pin"; on: boolean }
  /** Escape or the close button. */
  | { type: "dismiss" }
  | { type: "gone"; mention: MentionId }
  /** The page went to the background. */
  | { type: "hidden" }
  /** Sidelight was switched off here, or the page interfered with the card. */
  | { type: "off" };

export type Effect =
  | { do: "start"; timer: Timer }
  | { do: "stop"; timer: Timer }
  | { do: "open"; mention: MentionId }
  | { do: "close" };

export interface Step {
  state: State;
  effects: readonly Effect[];
}

export const INITIAL: State = { at: "idle", barred: null };

const start = (timer: Timer): Effect => ({ do: "start", timer });
const stop = (timer: Timer): Effect => ({ do: "stop", timer });
const open = (mention: MentionId): Effect => ({ do: "open", mention });
const CLOSE: Effect = { do: "close" };
const STOP_ARMING = [stop("dwell"), stop("next")] as const;
const STOP_LEAVING = [stop("grace"), stop("next")] as const;

const to = (state: State, ...effects: Effect[]): Step => ({ state, effects });
const idle = (barred: MentionId | null, ...effects: readonly Effect[]): Step =>
  to({ at: "idle", barred }, ...effects);
const mentionOf = (where: Where): MentionId | null => (where.on === "mention" ? where.id : null);

/** The next state, and what is to be done, in order. An event that means nothing in a state changes nothing. */
export function reduce(state: State, event: HoverEvent): Step {
  switch (state.at) {
    case "idle":
      return whenIdle(state, event);
    case "arming":
      return whenArming(state, event);
    case "open":
      return whenOpen(state, event);
    case "leaving":
      return whenLeaving(state, event);
  }
}

function whenIdle(state: State & { at: "idle" }, event: HoverEvent): Step {
  switch (event.type) {
    case "pointer": {
      const over = mentionOf(event.where);
      if (over !== null && over === state.barred) return to(state);
      if (over !== null && event.ready) return to({ at: "arming", mention: over }, start("dwell"));
      return idle(null);
    }
    case "press":
      return idle(mentionOf(event.where));
    case "asked":
      return asked(event.mention);
    default:
      return to(state);
  }
}

function whenArming(state: State & { at: "arming" }, event: HoverEvent): Step {
  switch (event.type) {
    case "pointer": {
      const over = mentionOf(event.where);
      if (over === null || !event.ready) return idle(null, ...STOP_ARMING);
      if (over === state.mention) return to(state);
      return to({ at: "arming", mention: over }, ...STOP_ARMING, start("dwell"));
    }
    case "elapsed":
      if (event.timer === "grace") return to(state);
      return to(held(state.mention), ...STOP_ARMING, open(state.mention));
    case "press":
    case "dismiss":
      return idle(state.mention, ...STOP_ARMING);
    case "interrupted":
    case "typing":
    case "hidden":
    case "off":
      return idle(null, ...STOP_ARMING);
    case "gone":
      return event.mention === state.mention ? idle(null, ...STOP_ARMING) : to(state);
    case "asked":
      return asked(event.mention, ...STOP_ARMING);
    case "pin":
      return to(state);
  }
}

function whenOpen(state: State & { at: "open" }, event: HoverEvent): Step {
  const { mention, hold, pinned } = state;
  switch (event.type) {
    case "pointer": {
      if (pinned || hold !== "hover" || stays(event.where, mention)) return to(state);
      const next = event.ready ? mentionOf(event.where) : null;
      const timers = next === null ? [start("grace")] : [start("grace"), start("next")];
      return to({ at: "leaving", mention, next }, ...timers);
    }
    case "pin":
      return to({ ...state, pinned: event.on });
    case "asked":
      if (event.mention !== mention) return asked(event.mention);
      return to({ ...state, hold: "asked" });
    case "press":
      if (pinned || (hold === "asked" && mentionOf(event.where) === mention)) return to(state);
      return idle(mentionOf(event.where), CLOSE);
    case "typing":
    case "hidden":
      return pinned ? to(state) : idle(mention, CLOSE);
    case "dismiss":
      return idle(mention, CLOSE);
    case "gone":
      return event.mention === mention ? idle(null, CLOSE) : to(state);
    case "off":
      return idle(null, CLOSE);
    case "elapsed":
    case "interrupted":
      return to(state);
  }
}

function whenLeaving(state: State & { at: "leaving" }, event: HoverEvent): Step {
  const { mention, next } = state;
  switch (event.type) {
    case "pointer": {
      if (stays(event.where, mention)) return to(held(mention), ...STOP_LEAVING);
      const over = event.ready ? mentionOf(event.where) : null;
      if (over === next) return to(state);
      return to({ at: "leaving", mention, next: over }, over === null ? stop("next") : start("next"));
    }
    case "elapsed":
      if (event.timer === "next" && next !== null) return to(held(next), stop("grace"), open(next));
      if (event.timer !== "grace") return to(state);
      return next === null ? idle(null, CLOSE) : to({ at: "arming", mention: next }, CLOSE);
    case "pin":
      return event.on ? to({ ...held(mention), pinned: true }, ...STOP_LEAVING) : to(state);
    case "asked":
      return asked(event.mention, ...STOP_LEAVING);
    case "interrupted":
      return next === null ? to(state) : to({ at: "leaving", mention, next: null }, stop("next"));
    case "press":
      return idle(mentionOf(event.where), ...STOP_LEAVING, CLOSE);
    case "dismiss":
      return idle(next, ...STOP_LEAVING, CLOSE);
    case "gone":
      if (event.mention === mention) return idle(null, ...STOP_LEAVING, CLOSE);
      return event.mention === next ? to({ at: "leaving", mention, next: null }, stop("next")) : to(state);
    case "typing":
    case "hidden":
    case "off":
      return idle(null, ...STOP_LEAVING, CLOSE);
  }
}

const held = (mention: MentionId) => ({ at: "open", mention, hold: "hover", pinned: false }) as const;

const asked = (mention: MentionId, ...effects: readonly Effect[]): Step =>
  to({ at: "open", mention, hold: "asked", pinned: false }, ...effects, open(mention));

const stays = (where: Where, mention: MentionId): boolean =>
  where.on === "card" || where.on === "corridor" || (where.on === "mention" && where.id === mention);
