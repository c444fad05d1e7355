/** What the machine is told of the pointer: where it is, and whether a card may come to it there. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PointerLocator } from "../../../src/content/card/hover/locator.ts";
import type { HoverEvent, State } from "../../../src/content/card/hover/machine.ts";
import { PointerSense } from "../../../src/content/card/hover/pointer-sense.ts";
import type { PageMention, Point } from "../../../src/content/page/types.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
/** A mention at 100/100, 50 × 20 CSS px. */
const MENTION = { id: "a" } as PageMention;
const ON_IT: Point = { x: 110, y: 110 };
const BESIDE: Point = { x: 300, y: 110 };

function sense(changes: {
  openBy?: "hover" | "click" | "keys";
  modifier?: "none" | "alt";
  at?: Point | null;
  state?: State;
  open?: { card: ReturnType<typeof box>; line: ReturnType<typeof box> };
}) {
  const sent: HoverEvent[] = [];
  const hit = vi.fn((point: Point) => (point.x < 150 ? MENTION : null));
  const pending = vi.fn(() => false);
  const boxes = vi.fn(() => [box(100, 100, 50, 20)] as DOMRect[]);
  const locator = new PointerLocator({ hit, boxes, isPending: pending });
  const state: State = changes.state ?? { at: "idle", barred: null };
  const input = { freeIn: 0, isPressing: false, holds: () => false as boolean };
  const page = { hasRoom: true };
  const life = new AbortController();
  const subject = new PointerSense({
    at: () => (changes.at === undefined ? ON_IT : changes.at),
    input,
    locator,
    machine: {
      state,
      mention: state.at === "idle" ? state.barred : state.mention,
      send: (event) => sent.push(event),
    },
    open: () => changes.open ?? null,
    settings: () => ({ openBy: changes.openBy ?? "hover", modifier: changes.modifier ?? "none" }),
    hasRoom: () => page.hasRoom,
    signal: life.signal,
  });
  return { subject, sent, hit, boxes, pending, locator, input, page, life };
}

const ready = (on: string, id?: string) => ({
  type: "pointer",
  where: id ? { on, id } : { on },
  ready: true,
});
const notReady = (on: string) => ({ type: "pointer", where: { on }, ready: false });

test("a slow pointer on a mention may have its card", () => {
  const { subject, sent, hit } = sense({});
  subject.look(true);
  expect(sent).toEqual([ready("mention", "a")]);
  expect(hit).toHaveBeenCalledOnce();
});

test("a fast one may not, and the page is not searched for it", () => {
  const { subject, sent, hit } = sense({});
  subject.look(false);
  expect(sent).toEqual([notReady("elsewhere")]);
  expect(hit).not.toHaveBeenCalled();
});

test.each([
  ["nowhere", { at: null }],
  ["where cards open by a click", { openBy: "click" as const }],
  ["where cards open by keys", { openBy: "keys" as const }],
  ["without the modifier that asks for one", { modifier: "alt" as const }],
])("nothing is told of a pointer %s", (_, changes) => {
  const { subject, sent } = sense(changes);
  subject.look(true);
  expect(sent).toEqual([]);
});

test("with the modifier held, it may have its card", () => {
  const { subject, sent, input } = sense({ modifier: "alt" });
  input.holds = () => true;
  subject.look(true);
  expect(sent).toEqual([ready("mention", "a")]);
});

test("in a frame too small for a card it may not", () => {
  const { subject, sent, page } = sense({});
  page.hasRoom = false;
  subject.look(true);
  expect(sent).toEqual([notReady("elsewhere")]);
});

test("a pointer that comes to rest in a pause is looked for when the pause is over", () => {
  const { subject, sent, input } = sense({});
  input.freeIn = 250;
  subject.look(true);
  expect(sent).toEqual([notReady("elsewhere")]);
  input.freeIn = 0;
  vi.advanceTimersByTime(249);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent[1]).toEqual(ready("mention", "a"));
});

test("only the reader knows when a button is let go: no timer waits for it, and none outlives the copy", () => {
  const { subject, input, life } = sense({});
  input.freeIn = Number.POSITIVE_INFINITY;
  subject.look(true);
  expect(vi.getTimerCount()).toBe(0);
  input.freeIn = 250;
  subject.look(true);
  expect(vi.getTimerCount()).toBe(1);
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
});

const OPEN = { card: box(100, 126, 300, 200), line: box(100, 100, 50, 20) };
const SHOWING: State = { at: "open", mention: "a", hold: "hover", pinned: false };

test.each([
  ["on the card", { x: 200, y: 200 }, "card"],
  ["on the way to it", { x: 130, y: 122 }, "corridor"],
  ["beside both", BESIDE, "elsewhere"],
])("with a card open: %s", (_, at, on) => {
  const { subject, sent } = sense({ at, open: OPEN, state: SHOWING });
  subject.look(false);
  expect(sent).toEqual([notReady(on)]);
});

test("text of the card that is being selected may be dragged beyond its edge", () => {
  const { subject, sent, input } = sense({ at: BESIDE, open: OPEN, state: SHOWING });
  input.isPressing = true;
  subject.look(false);
  expect(sent).toEqual([]);
});

test("the lines of its mention are measured once, until something moves; while its text changes they are where they were", () => {
  const { subject, sent, boxes, pending, locator } = sense({ open: OPEN, state: SHOWING });
  locator.note(MENTION);
  subject.look(false);
  subject.look(false);
  expect(boxes).toHaveBeenCalledOnce();
  locator.moved();
  pending.mockReturnValue(true);
  boxes.mockReturnValue([]);
  subject.look(false);
  expect(sent.at(-1)).toEqual({ type: "pointer", where: { on: "mention", id: "a" }, ready: false });
  expect(boxes).toHaveBeenCalledOnce();
});
