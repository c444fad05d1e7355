/** The hover machine with its timers, told what the page would tell it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { GRACE, NEXT_DWELL, READ_AGAIN } from "../../../src/content/card/delays.ts";
import type { HoverEvent } from "../../../src/content/card/hover/machine.ts";
import { MachineRunner } from "../../../src/content/card/hover/runner.ts";

const DWELL = 250;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function run() {
  const life = new AbortController();
  const done: string[] = [];
  const meant = vi.fn<(id: string) => boolean | "later">(() => true);
  const runner = new MachineRunner({
    dwell: () => DWELL,
    onDwell: (id) => done.push(`dwell ${id}`),
    isMeant: meant,
    open: (id) => done.push(`open ${id}`),
    close: () => done.push("close"),
    onStep: ({ type }, acted) => acted && done.push(`after ${type}`),
    signal: life.signal,
  });
  return { runner, done, meant, life };
}

const over = (id: string): HoverEvent => ({ type: "pointer", where: { on: "mention", id }, ready: true });
const AWAY: HoverEvent = { type: "pointer", where: { on: "elsewhere" }, ready: true };

test("a card opens when the dwell is over, and not a moment before", () => {
  const { runner, done } = run();
  runner.send(over("a"));
  vi.advanceTimersByTime(DWELL - 1);
  expect(done).toEqual(["dwell a", "after pointer"]);
  vi.advanceTimersByTime(1);
  expect(done.slice(2)).toEqual(["open a", "after elapsed"]);
  expect(runner.mention).toBe("a");
});

test("it does not open where the page has moved from under the pointer meanwhile", () => {
  const { runner, done, meant } = run();
  runner.send(over("a"));
  meant.mockReturnValue(false);
  vi.advanceTimersByTime(DWELL);
  expect(done).not.toContain("open a");
  expect(runner.state).toEqual({ at: "idle", barred: null });
});

test("a mention that is read anew is waited for", () => {
  const { runner, done, meant } = run();
  runner.send(over("a"));
  meant.mockReturnValue("later");
  vi.advanceTimersByTime(DWELL + 3 * READ_AGAIN);
  expect(done).not.toContain("open a");
  expect(runner.state.at).toBe("arming");
  meant.mockReturnValue(true);
  vi.advanceTimersByTime(READ_AGAIN);
  expect(done).toContain("open a");
});

test("a card stays for its grace, and the next comes sooner than that", () => {
  const { runner, done } = run();
  runner.send({ type: "asked", mention: "a" });
  runner.send({ type: "gone", mention: "a" });
  runner.send(over("a"));
  vi.advanceTimersByTime(DWELL);
  done.length = 0;
  runner.send(AWAY);
  vi.advanceTimersByTime(GRACE - 1);
  expect(done).toEqual(["after pointer"]);
  runner.send(over("a"));
  runner.send(over("b"));
  vi.advanceTimersByTime(NEXT_DWELL);
  expect(done).toContain("open b");
  done.length = 0;
  vi.advanceTimersByTime(GRACE);
  expect(done).toEqual([]);
  runner.send(AWAY);
  vi.advanceTimersByTime(GRACE);
  expect(done).toEqual(["after pointer", "close", "after elapsed"]);
});

test("what is opened may say at once that there is no card", () => {
  const life = new AbortController();
  const states: string[] = [];
  const runner: MachineRunner = new MachineRunner({
    dwell: () => DWELL,
    onDwell: () => undefined,
    isMeant: () => true,
    open: () => runner.send({ type: "off" }),
    close: () => states.push("close"),
    onStep: () => states.push(runner.state.at),
    signal: life.signal,
  });
  runner.send({ type: "asked", mention: "a" });
  expect(states).toEqual(["close", "idle", "idle"]);
});

test("when the copy goes, no timer is left and no event is heard", () => {
  const { runner, done, life } = run();
  runner.send(over("a"));
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
  runner.send({ type: "asked", mention: "b" });
  expect(done).toEqual(["dwell a", "after pointer"]);
});
