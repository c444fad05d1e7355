import "../page/fake-dom.ts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { QuietWatch } from "../../../src/content/sentinel/quiet.ts";
import { emptyDocument } from "../page/fake-dom.ts";

/** The page's clock, ms. */
let now: number;
/** Told of a change, as long as it observes; `null` while it does not. */
let records: (() => void) | null;
let stop: AbortController;
/** When a reading began, ms, and what it takes. */
let readings: number[];
let slices: number;
let cost: number;
let page: Document & { isHidden?: boolean };

class FakeObserver {
  readonly #told: () => void;
  constructor(told: () => void) {
    this.#told = told;
  }
  observe() {
    records = this.#told;
  }
  disconnect() {
    records = null;
  }
}

function pass(ms: number, each?: () => void): void {
  for (const end = now + ms; now < end; ) {
    now += 1;
    vi.advanceTimersByTime(1);
    each?.();
  }
}
const change = () => records?.();

function watch(): QuietWatch {
  const read = (begins: boolean) => {
    if (begins) readings.push(now);
    slices++;
    now += cost;
    return false;
  };
  return new QuietWatch(read, () => {}, stop.signal);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  now = 1_000;
  records = null;
  readings = [];
  slices = 0;
  cost = 1;
  stop = new AbortController();
  page = emptyDocument();
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("MutationObserver", FakeObserver);
  vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run, 1));
  vi.stubGlobal("cancelIdleCallback", clearTimeout);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("reads once the page rests, and not again before something changes", () => {
  watch().start();
  pass(5_000);
  expect(readings).toHaveLength(1);
  expect(readings[0]! - 1_000).toBeLessThan(500);
});

it("reads again after a change, within a second", () => {
  watch().start();
  pass(1_000);
  const changed = now;
  change();
  pass(1_000);
  expect(readings).toHaveLength(2);
  expect(readings[1]! - changed).toBeLessThan(1_000);
});

it("does not make a page wait that changes now and then", () => {
  cost = 10;
  watch().start();
  for (let turn = 1; turn <= 5; turn++) {
    pass(1_000);
    change();
    pass(1_000);
    expect(readings).toHaveLength(1 + turn);
  }
});

it("lets the observer go in a storm, and takes it up again: a few records, whatever the page does", () => {
  watch().start();
  pass(1_000);
  let told = 0;
  const began = now;
  pass(3_000, () => {
    if (records) told++;
    change();
  });
  // Two before each look whether it has come to rest.
  expect(told).toBeGreaterThan(3);
  expect(told).toBeLessThan((2.5 * (now - began)) / 150);
});

it("reads a page that does not rest, in its pauses, for no more than a two-hundredth of its time", () => {
  cost = 5;
  watch().start();
  const began = now;
  pass(60_000, change);
  expect(readings.length).toBeGreaterThan(20);
  // But for the first 150 ms, which need not be waited for.
  expect((readings.length * cost - 150) / (now - began)).toBeLessThan(1 / 190);
});

it("reads nothing while nobody sees the page, and begins when somebody does", () => {
  page.isHidden = true;
  watch().start();
  pass(5_000);
  expect(readings).toEqual([]);
  page.isHidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  pass(1_000);
  expect(readings).toHaveLength(1);
});

it("a change while it reads is not lost", () => {
  const quiet = new QuietWatch(
    (begins) => {
      if (begins) readings.push(now);
      slices++;
      if (slices === 2) change();
      return slices < 3;
    },
    () => {},
    stop.signal,
  );
  quiet.start();
  pass(3_000);
  expect(readings).toHaveLength(2);
});

it("stops, and starts at once where the page has rested", () => {
  const quiet = watch();
  quiet.start();
  quiet.stop();
  change();
  pass(3_000);
  expect(readings).toEqual([]);
  quiet.start(true);
  pass(5);
  expect(readings).toHaveLength(1);
});

it("ends with the copy", () => {
  watch().start();
  stop.abort();
  pass(3_000);
  expect(readings).toEqual([]);
  expect(records).toBeNull();
});
