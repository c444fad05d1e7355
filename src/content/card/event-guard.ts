/**
 * What a reader does in the card is no business of the page. For each kind of event the window has one listener of ours,
 * put there before the page can have any: it tells those of ours who want to hear, and where the event is the card's,
 * nobody after them. So a press or the focus in the card is no press and no focus outside of a dialog of the page
 * (which many close on), and no script follows the pointer or the keys there.
 *
 * `wheel` is not among them: what keeps the page from scrolling under the card must not be passive, and such a listener
 * on the window would make every page scroll worse. `mouseenter` and its like are not either: one listener for them has
 * the browser make an event for each element that the pointer enters. See PRIVACY.md.
 */
import { listen } from "../page/dom/nodes.ts";

const GUARDED = (
  "pointerdown pointerup pointermove pointercancel pointerover pointerout gotpointercapture lostpointercapture " +
  "mousedown mouseup mousemove mouseover mouseout click auxclick dblclick contextmenu " +
  "touchstart touchmove touchend touchcancel keydown keyup keypress focus blur focusin focusout " +
  "copy cut paste beforecopy beforecut beforepaste selectstart " +
  "dragstart drag dragend dragenter dragover dragleave drop DOMActivate DOMFocusIn DOMFocusOut"
).split(" ");

type Guarded =
  | "pointerdown"
  | "pointerup"
  | "pointermove"
  | "pointercancel"
  | "mouseout"
  | "click"
  | "keydown"
  | "keyup"
  | "focusin"
  | "copy";

/** What of ours hears a kind of event; answers `"pass"` where the event must go its way all the same. */
type Hearer<K extends Guarded> = (event: DocumentEventMap[K]) => unknown;
type Listener = (event: Event) => unknown;

/** Of one frame. The script that puts the listeners there is not the one that opens cards: see `shareGuard`. */
export interface EventGuard {
  hearers: Map<string, Set<Listener>>;
  /** The host of the open card. */
  card: EventTarget | null;
}
let guard: EventGuard = { hearers: new Map(), card: null };

export const ownGuard = (): EventGuard => guard;

/** From now on this script's hearers are those of `other`, which another script of the frame has made. */
export function shareGuard(other: EventGuard): void {
  guard = other;
}

/** Puts the listeners on the window, or puts those back that the page has taken away (`document.open()` does). */
export function guardWindow(signal: AbortSignal): void {
  for (const type of GUARDED)
    listen(window, type, pass, { capture: true, passive: type.startsWith("touch"), signal }, false);
}

/** From now on the events of this element are ours alone; `null`: of none. */
export function keepEventsOf(host: EventTarget | null): void {
  guard.card = host;
}

/** Whether an event is the open card's. */
export const isOfCard = (event: Event): boolean =>
  guard.card !== null && (event.target === guard.card || event.composedPath().includes(guard.card));

/** Hears what a reader does, in the page or in the card, before the page does. */
export function hear<K extends Guarded>(type: K, hearer: Hearer<K>, signal: AbortSignal): void {
  const all = guard.hearers.get(type) ?? new Set();
  guard.hearers.set(type, all);
  all.add(hearer as Listener);
  signal.addEventListener("abort", () => all.delete(hearer as Listener), { once: true });
}

function pass(event: Event): void {
  if (!event.isTrusted) return;
  const ours = isOfCard(event);
  let passes = false;
  for (const hearer of [...(guard.hearers.get(event.type) ?? [])])
    passes = hearer(event) === "pass" || passes;
  if (ours && !passes) event.stopImmediatePropagation();
}
