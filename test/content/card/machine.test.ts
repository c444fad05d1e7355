import { describe, expect, test } from "vitest";
import {
  type Effect,
  type Hold,
  type HoverEvent,
  INITIAL,
  reduce,
  type State,
  type Where,
} from "../../../src/content/card/hover/machine.ts";

const idle = (barred: string | null = null): State => ({ at: "idle", barred });
const arming = (mention: string): State => ({ at: "arming", mention });
const open = (mention: string, hold: Hold = "hover", pinned = false): State => ({
  at: "open",
  mention,
  hold,
  pinned,
});
const pinned = (mention: string, hold: Hold = "hover"): State => open(mention, hold, true);
const leaving = (mention: string, next: string | null = null): State => ({ at: "leaving", mention, next });

const on = (id: string): Where => ({ on: "mention", id });
const ELSEWHERE: Where = { on: "elsewhere" };
const over = (where: string | Where, ready = true): HoverEvent => ({
  type: "pointer",
  where: typeof where === "string" ? on(where) : where,
  ready,
});
const away = over(ELSEWHERE);
const press = (where: Where = ELSEWHERE): HoverEvent => ({ type: "press", where });
const asked = (mention: string): HoverEvent => ({ type: "asked", mention });
const gone = (mention: string): HoverEvent => ({ type: "gone", mention });
const elapsed = (timer: "dwell" | "next" | "grace"): HoverEvent => ({ type: "elapsed", timer });
const pin = (yes: boolean): HoverEvent => ({ type: "pin", on: yes });
const just = (type: "interrupted" | "typing" | "dismiss" | "hidden" | "off"): HoverEvent => ({ type });

/** `+dwell` starts a timer, `-dwell` stops it, `open a`, `close`. */
const shown = (effects: readonly Effect[]): string =>
  effects
    .map((effect) => {
      if (effect.do === "start") return `+${effect.timer}`;
      if (effect.do === "stop") return `-${effect.timer}`;
      return effect.do === "open" ? `open ${effect.mention}` : "close";
    })
    .join(" ");

type Edge = readonly [name: string, from: State, event: HoverEvent, to: State, effects: string];

const STOP_ARMING = "-dwell -next";
const STOP_LEAVING = "-grace -next";

const EDGES: readonly Edge[] = [
  // idle
  ["rests on a mention", idle(), over("a"), arming("a"), "+dwell"],
  ["rushes over a mention", idle(), over("a", false), idle(), ""],
  ["moves over plain text", idle(), away, idle(), ""],
  ["stays on the barred mention", idle("a"), over("a"), idle("a"), ""],
  ["moves fast on the barred mention", idle("a"), over("a", false), idle("a"), ""],
  ["leaves the barred mention", idle("a"), away, idle(), ""],
  ["goes from the barred mention to another", idle("a"), over("b"), arming("b"), "+dwell"],
  ["presses on a mention", idle(), press(on("a")), idle("a"), ""],
  ["presses on plain text", idle("a"), press(), idle(), ""],
  ["asks for a card", idle("a"), asked("a"), open("a", "asked"), "open a"],
  ["types, with no card", idle(), just("typing"), idle(), ""],
  ["Escape, with no card", idle("a"), just("dismiss"), idle("a"), ""],
  ["a late timer, with no card", idle(), elapsed("dwell"), idle(), ""],

  // arming
  ["dwells", arming("a"), elapsed("dwell"), open("a"), `${STOP_ARMING} open a`],
  [
    "dwells after the card before it has gone",
    arming("a"),
    elapsed("next"),
    open("a"),
    `${STOP_ARMING} open a`,
  ],
  ["a late grace", arming("a"), elapsed("grace"), arming("a"), ""],
  ["keeps resting", arming("a"), over("a"), arming("a"), ""],
  ["speeds up on the mention", arming("a"), over("a", false), idle(), STOP_ARMING],
  ["moves on before the dwell", arming("a"), away, idle(), STOP_ARMING],
  ["moves on to another mention", arming("a"), over("b"), arming("b"), `${STOP_ARMING} +dwell`],
  ["presses before the dwell", arming("a"), press(on("a")), idle("a"), STOP_ARMING],
  ["Escape before the dwell", arming("a"), just("dismiss"), idle("a"), STOP_ARMING],
  [
    "a key, scroll, selection or drag before the dwell",
    arming("a"),
    just("interrupted"),
    idle(),
    STOP_ARMING,
  ],
  ["types before the dwell", arming("a"), just("typing"), idle(), STOP_ARMING],
  ["the page is hidden before the dwell", arming("a"), just("hidden"), idle(), STOP_ARMING],
  ["switched off before the dwell", arming("a"), just("off"), idle(), STOP_ARMING],
  ["the mention goes before the dwell", arming("a"), gone("a"), idle(), STOP_ARMING],
  ["another mention goes before the dwell", arming("a"), gone("b"), arming("a"), ""],
  ["asks before the dwell", arming("a"), asked("b"), open("b", "asked"), `${STOP_ARMING} open b`],
  ["pins nothing", arming("a"), pin(true), arming("a"), ""],

  // open, held by hover
  ["stays on the mention", open("a"), over("a", false), open("a"), ""],
  ["is on the card", open("a"), over({ on: "card" }), open("a"), ""],
  ["is on the way to the card", open("a"), over({ on: "corridor" }, false), open("a"), ""],
  ["leaves", open("a"), away, leaving("a"), "+grace"],
  ["leaves for another mention", open("a"), over("b"), leaving("a", "b"), "+grace +next"],
  ["rushes over another mention", open("a"), over("b", false), leaving("a"), "+grace"],
  ["pins", open("a"), pin(true), pinned("a"), ""],
  ["Escape", open("a"), just("dismiss"), idle("a"), "close"],
  ["presses elsewhere", open("a"), press(), idle(), "close"],
  ["presses on the mention", open("a"), press(on("a")), idle("a"), "close"],
  ["types", open("a"), just("typing"), idle("a"), "close"],
  ["scrolls or presses a key", open("a"), just("interrupted"), open("a"), ""],
  ["the page is hidden", open("a"), just("hidden"), idle("a"), "close"],
  ["switched off", open("a"), just("off"), idle(), "close"],
  ["the mention goes", open("a"), gone("a"), idle(), "close"],
  ["another mention goes", open("a"), gone("b"), open("a"), ""],
  ["asks for another", open("a"), asked("b"), open("b", "asked"), "open b"],
  ["asks for the same: it stays now", open("a"), asked("a"), open("a", "asked"), ""],
  ["a late dwell", open("a"), elapsed("dwell"), open("a"), ""],

  // open, asked for
  ["asked: the pointer is elsewhere", open("a", "asked"), away, open("a", "asked"), ""],
  ["asked: rests on another mention", open("a", "asked"), over("b"), open("a", "asked"), ""],
  ["asked: presses elsewhere", open("a", "asked"), press(), idle(), "close"],
  ["asked: presses on its mention", open("a", "asked"), press(on("a")), open("a", "asked"), ""],
  ["asked: presses on another mention", open("a", "asked"), press(on("b")), idle("b"), "close"],
  ["asked: types", open("a", "asked"), just("typing"), idle("a"), "close"],
  ["asked: Escape", open("a", "asked"), just("dismiss"), idle("a"), "close"],
  ["asked: once more", open("a", "asked"), asked("a"), open("a", "asked"), ""],

  // open, pinned
  ["pinned: the pointer is elsewhere", pinned("a"), away, pinned("a"), ""],
  ["pinned: rests on another mention", pinned("a"), over("b"), pinned("a"), ""],
  ["pinned: presses elsewhere", pinned("a"), press(), pinned("a"), ""],
  ["pinned: types", pinned("a"), just("typing"), pinned("a"), ""],
  ["pinned: the page is hidden", pinned("a"), just("hidden"), pinned("a"), ""],
  ["pinned: unpins", pinned("a"), pin(false), open("a"), ""],
  ["asked for: pins", open("a", "asked"), pin(true), pinned("a", "asked"), ""],
  ["asked for and pinned: unpins", pinned("a", "asked"), pin(false), open("a", "asked"), ""],
  ["pinned: asks for it by keys", pinned("a"), asked("a"), pinned("a", "asked"), ""],
  ["pinned: Escape", pinned("a"), just("dismiss"), idle("a"), "close"],
  ["pinned: switched off", pinned("a"), just("off"), idle(), "close"],
  ["pinned: the mention goes", pinned("a"), gone("a"), idle(), "close"],
  ["pinned: asks for another", pinned("a"), asked("b"), open("b", "asked"), "open b"],

  // leaving
  ["comes back to the mention", leaving("a"), over("a", false), open("a"), STOP_LEAVING],
  ["comes back to the card", leaving("a", "b"), over({ on: "card" }), open("a"), STOP_LEAVING],
  ["comes back to the way", leaving("a"), over({ on: "corridor" }), open("a"), STOP_LEAVING],
  ["stays away", leaving("a"), away, leaving("a"), ""],
  ["enters another mention", leaving("a"), over("b"), leaving("a", "b"), "+next"],
  ["rushes over another mention on leaving", leaving("a"), over("b", false), leaving("a"), ""],
  ["stays on the other mention", leaving("a", "b"), over("b"), leaving("a", "b"), ""],
  ["leaves the other mention", leaving("a", "b"), away, leaving("a"), "-next"],
  ["enters a third mention", leaving("a", "b"), over("c"), leaving("a", "c"), "+next"],
  ["the grace ends", leaving("a"), elapsed("grace"), idle(), "close"],
  ["the grace ends on another mention", leaving("a", "b"), elapsed("grace"), arming("b"), "close"],
  ["dwells on the other mention", leaving("a", "b"), elapsed("next"), open("b"), "-grace open b"],
  ["a late next", leaving("a"), elapsed("next"), leaving("a"), ""],
  ["a late dwell on leaving", leaving("a", "b"), elapsed("dwell"), leaving("a", "b"), ""],
  ["pins by key while the pointer is away", leaving("a"), pin(true), pinned("a"), STOP_LEAVING],
  ["unpins what is not pinned", leaving("a"), pin(false), leaving("a"), ""],
  ["asks on leaving", leaving("a", "b"), asked("c"), open("c", "asked"), `${STOP_LEAVING} open c`],
  ["scrolls on leaving", leaving("a"), just("interrupted"), leaving("a"), ""],
  ["scrolls on the other mention", leaving("a", "b"), just("interrupted"), leaving("a"), "-next"],
  ["presses on leaving", leaving("a"), press(), idle(), `${STOP_LEAVING} close`],
  ["presses on the other mention", leaving("a", "b"), press(on("b")), idle("b"), `${STOP_LEAVING} close`],
  ["Escape on leaving", leaving("a"), just("dismiss"), idle(), `${STOP_LEAVING} close`],
  ["Escape on the other mention", leaving("a", "b"), just("dismiss"), idle("b"), `${STOP_LEAVING} close`],
  ["the mention goes on leaving", leaving("a", "b"), gone("a"), idle(), `${STOP_LEAVING} close`],
  ["the other mention goes", leaving("a", "b"), gone("b"), leaving("a"), "-next"],
  ["a third mention goes", leaving("a", "b"), gone("c"), leaving("a", "b"), ""],
  ["types on leaving", leaving("a"), just("typing"), idle(), `${STOP_LEAVING} close`],
  ["the page is hidden on leaving", leaving("a"), just("hidden"), idle(), `${STOP_LEAVING} close`],
  ["switched off on leaving", leaving("a"), just("off"), idle(), `${STOP_LEAVING} close`],
];

describe("every edge", () => {
  test.each(EDGES)("%s", (_name, from, event, to, effects) => {
    const step = reduce(from, event);
    expect(step.state).toEqual(to);
    expect(shown(step.effects)).toBe(effects);
  });

  test("the table names each of its edges once", () => {
    const names = EDGES.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** Runs events and keeps what a browser would: whether a card is shown, and which timers run. */
function walk(events: readonly HoverEvent[]): { state: State; shown: string | null; timers: Set<string> } {
  let state = INITIAL;
  let card: string | null = null;
  const timers = new Set<string>();
  for (const event of events) {
    if (event.type === "elapsed") {
      if (!timers.has(event.timer)) continue;
      timers.delete(event.timer);
    }
    const step = reduce(state, event);
    state = step.state;
    for (const effect of step.effects) {
      if (effect.do === "start") timers.add(effect.timer);
      else if (effect.do === "stop") timers.delete(effect.timer);
      else card = effect.do === "open" ? effect.mention : null;
    }
  }
  return { state, shown: card, timers };
}

describe("what holds on every way through", () => {
  const events: HoverEvent[] = [
    ...["a", "b"].flatMap((id) => [over(id), over(id, false), press(on(id)), asked(id), gone(id)]),
    ...[away, over({ on: "card" }), over({ on: "corridor" }), press(), pin(true), pin(false)],
    ...(["dwell", "next", "grace"] as const).map(elapsed),
    ...(["interrupted", "typing", "dismiss", "hidden", "off"] as const).map(just),
  ];

  test("the card shown is the state's, and only the state's timers run", () => {
    const seen = new Set<string>();
    let ways: HoverEvent[][] = [[]];
    for (let length = 0; length < 6; length++) {
      const longer: HoverEvent[][] = [];
      for (const way of ways)
        for (const event of events) {
          const path = [...way, event];
          const { state, shown: card, timers } = walk(path);
          const key = JSON.stringify([state, card, [...timers].sort()]);
          if (seen.has(key)) continue;
          seen.add(key);
          longer.push(path);
          const isOpen = state.at === "open" || state.at === "leaving";
          expect(card, key).toBe(isOpen ? state.mention : null);
          expect(timers.has("grace"), key).toBe(state.at === "leaving");
          const armed = state.at === "arming" || (state.at === "leaving" && state.next !== null);
          expect(timers.has("dwell") || timers.has("next"), key).toBe(armed);
        }
      ways = longer;
    }
    expect(ways).toEqual([]);
    expect(seen.size).toBeGreaterThan(15);
  });

  test("after Escape the same card does not come until the pointer has left", () => {
    const escaped = [over("a"), elapsed("dwell"), just("dismiss")] as const;
    expect(walk([...escaped, over("a"), over("a", false), elapsed("dwell")]).shown).toBeNull();
    expect(walk([...escaped, over("a"), away, over("a"), elapsed("dwell")]).shown).toBe("a");
  });
});
