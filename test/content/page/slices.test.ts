import "./fake-dom.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeSlices, type Slices } from "../../../src/content/page/read/slices.ts";
import { emptyDocument } from "./fake-dom.ts";

/** What a step of work takes, ms. */
const STEP = 1;
/** How long the browser is busy before it has idle time, ms. */
let untilIdle: number;
let stop: AbortController;
let page: Document;

/** Work of so many steps a pass; each takes its time. */
function working(steps: number): { slices: Slices; done: number[]; passes(): number } {
  const done: number[] = [];
  let passes = 0;
  function* pass() {
    passes++;
    for (let step = 0; step < steps; step++) {
      vi.setSystemTime(Date.now() + STEP);
      now += STEP;
      done.push(now);
      yield;
    }
  }
  return { slices: makeSlices(pass, stop.signal), done, passes: () => passes };
}

/** The page's clock, ms: timers move it, and so does work. */
let now: number;
/** Lets so much time pass. */
function pass(ms: number): void {
  const end = now + ms;
  while (now < end) {
    now += 1;
    vi.advanceTimersByTime(1);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  now = 1_000;
  untilIdle = 0;
  stop = new AbortController();
  page = emptyDocument();
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("requestIdleCallback", (run: () => void, { timeout }: { timeout: number }) =>
    setTimeout(run, Math.min(untilIdle, timeout)),
  );
  vi.stubGlobal("cancelIdleCallback", clearTimeout);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lengths of the runs of work without a pause, in steps. */
function runsOf(done: readonly number[]): number[] {
  const runs: number[] = [];
  done.forEach((at, i) => {
    if (i > 0 && at - done[i - 1]! <= STEP) runs[runs.length - 1]!++;
    else runs.push(1);
  });
  return runs;
}

describe("work", () => {
  it("is begun when it was asked for, once however often it was", () => {
    const { slices, done, passes } = working(1);
    pass(100);
    expect(done).toEqual([]);
    for (let i = 0; i < 5; i++) slices.request();
    pass(100);
    expect(passes()).toBe(1);
  });

  it("is cut into slices of a few milliseconds, with rests as long between them", () => {
    const { slices, done } = working(40);
    slices.request();
    pass(200);
    expect(done).toHaveLength(40);
    const runs = runsOf(done);
    expect(Math.max(...runs)).toBeLessThanOrEqual(4);
    expect(runs.length).toBeGreaterThanOrEqual(10);
    expect(done.at(-1)! - done[0]!).toBeGreaterThanOrEqual(2 * 36);
  });

  it("asked for while it is under way, is done once more", () => {
    const { slices, passes } = working(20);
    slices.request();
    pass(10);
    slices.request();
    pass(200);
    expect(passes()).toBe(2);
  });

  it("waits for idle time, but not without end", () => {
    untilIdle = 60_000;
    const { slices, done } = working(1);
    slices.request();
    pass(200);
    expect(done).toEqual([]);
    pass(100);
    expect(done).toHaveLength(1);
  });

  it("without end takes a tenth of the time, once it has had its burst", () => {
    const { slices, done } = working(Number.POSITIVE_INFINITY);
    slices.request();
    pass(20_000);
    const before = done.length;
    pass(10_000);
    const share = ((done.length - before) * STEP) / 10_000;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.12);
  });
});

describe("a page that nobody sees", () => {
  it("is worked at when it comes into view", () => {
    page = emptyDocument(true);
    const { slices, done } = working(1);
    slices.request();
    pass(1_000);
    expect(done).toEqual([]);
    emptyDocument(false);
    page.dispatchEvent(new Event("visibilitychange"));
    pass(100);
    expect(done).toHaveLength(1);
  });

  it("that is hidden in the middle of work is gone on with later", () => {
    const { slices, done } = working(20);
    slices.request();
    pass(10);
    emptyDocument(true);
    const before = done.length;
    expect(before).toBeLessThan(20);
    pass(1_000);
    expect(done).toHaveLength(before);
    emptyDocument(false);
    page.dispatchEvent(new Event("visibilitychange"));
    pass(200);
    expect(done).toHaveLength(20);
  });
});

it("whether a slice is over is asked of the clock now and then only", () => {
  const answers: boolean[] = [];
  let looks = 0;
  const slices = makeSlices(function* () {
    const clock = vi.mocked(performance.now);
    now += 10;
    const before = clock.mock.calls.length;
    for (let i = 0; i < 100; i++) answers.push(slices.isOver(100));
    looks = clock.mock.calls.length - before;
    yield;
  }, stop.signal);
  slices.request();
  pass(50);
  expect(answers.filter(Boolean)).toHaveLength(2);
  expect(answers.indexOf(true)).toBe(40);
  expect(looks).toBe(2);
});

it("after the timers were lost with the document, work is asked for anew", () => {
  const { slices, done } = working(1);
  slices.request();
  vi.clearAllTimers();
  pass(500);
  expect(done).toEqual([]);
  slices.request();
  pass(500);
  expect(done).toEqual([]);
  slices.restart();
  pass(100);
  expect(done).toHaveLength(1);
});

it("stopped, nothing more is done, and no timer is left", () => {
  const { slices, done } = working(100);
  slices.request();
  pass(10);
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
  const before = done.length;
  slices.request();
  pass(1_000);
  expect(done).toHaveLength(before);
});
