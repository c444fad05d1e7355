/**
 * Runs in the content script's own world, before the content script: times what it is called back for, by standing in
 * for what it hands its callbacks to. The content script is the shipped file, byte for byte. The rivals run
 * here as well, in a frame whose site is switched off: the same world, the same access to the page.
 */
import { CONTENDERS, type Command } from "./contenders.ts";

export interface Spent {
  /** ms each, in order: what idle callbacks, timers, frames and answers of the background took, with the promises they kept. */
  slices: number[];
  /** The observer's callbacks, ms each. */
  observer: number[];
  /** Loading, compiling and evaluating the content script, ms. */
  evaluation: number;
  /** For each card that opened: from the timer that opened it to the frame after which it is on the screen. */
  cards: Array<{ ms: number; frames: number }>;
  /** What the background was asked, and has answered, as JSON, UTF-16 code units; and how many shards of packs were in that. */
  asked: number;
  told: number;
  shards: number;
}

const spent: Spent = { slices: [], observer: [], evaluation: 0, cards: [], asked: 0, told: 0, shards: 0 };
const start = { script: 0 };
let inside = false;

type Callback = (...args: unknown[]) => unknown;

function timed(
  kind: "slices" | "observer",
  callback: Callback,
  afterwards?: (start: number) => void,
): Callback {
  return function (this: unknown, ...args) {
    if (inside) return callback.apply(this, args);
    inside = true;
    const begun = performance.now();
    try {
      return callback.apply(this, args);
    } finally {
      inside = false;
      if (kind === "observer") spent.observer.push(performance.now() - begun);
      else void untilTaskEnds(begun);
      afterwards?.(begun);
    }
  };
}

/** What waits for a promise runs before the task ends, and may keep others: so many in a row, for each at the end of the queue. */
const HOPS = 20;

async function untilTaskEnds(begun: number): Promise<void> {
  for (let hop = 0; hop < HOPS; hop++) await null;
  spent.slices.push(performance.now() - begun);
}

function stand<T>(name: string, make: (real: T) => unknown): void {
  const real = (globalThis as unknown as Record<string, T>)[name]!;
  Object.defineProperty(globalThis, name, { value: make(real), configurable: true, writable: true });
}

const later = requestAnimationFrame.bind(globalThis);
const { parse, stringify } = JSON;

stand<typeof requestIdleCallback>(
  "requestIdleCallback",
  (real) => (callback: Callback, options: object) =>
    real.call(globalThis, timed("slices", callback), options),
);
stand<typeof requestAnimationFrame>(
  "requestAnimationFrame",
  (real) => (callback: Callback) => real.call(globalThis, timed("slices", callback)),
);
stand<typeof setTimeout>(
  "setTimeout",
  (real) =>
    (callback: Callback, delay: number, ...args: unknown[]) =>
      (real as unknown as Callback).call(globalThis, timed("slices", callback, watchForCard), delay, ...args),
);
for (const observer of ["MutationObserver", "IntersectionObserver", "ResizeObserver"])
  stand<new (callback: Callback, options?: object) => object>(
    observer,
    (real) =>
      new Proxy(real, {
        construct: (Real, [callback, options]) => new Real(timed("observer", callback), options),
      }),
  );

/** An answer of the background begins a task as well. */
interface Runtime {
  sendMessage(...args: unknown[]): Promise<unknown> | undefined;
}
const { runtime } = (
  globalThis as unknown as { browser?: { runtime: Runtime }; chrome: { runtime: Runtime } }
)["browser" in globalThis ? "browser" : "chrome"]!;
const { sendMessage } = runtime;
runtime.sendMessage = (...args) => {
  const answer = sendMessage.apply(runtime, args);
  spent.asked += stringify(args[0]).length;
  const come = (value: unknown) => {
    spent.told += stringify(value ?? null).length;
    spent.shards += (value as { shards?: unknown[] } | null)?.shards?.length ?? 0;
    void untilTaskEnds(performance.now());
  };
  answer?.then(come, come);
  return answer;
};

function afterTask(act: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    act();
  };
  channel.port2.postMessage(0);
}

const isOpen = () => document.querySelector("[data-sidelight-card]") !== null;
let wasOpen = false;

function watchForCard(begun: number): void {
  if (!isOpen()) wasOpen = false;
  let frames = 0;
  const look = () => {
    frames += 1;
    if (wasOpen) return;
    if (isOpen()) {
      wasOpen = true;
      // A task of its own comes after the frame that is being made.
      afterTask(() => spent.cards.push({ ms: performance.now() - begun, frames }));
    } else if (frames < 6) later(look);
  };
  if (!wasOpen) later(look);
}

document.addEventListener("sidelight-bench", (event) => {
  const command = parse((event as CustomEvent<string>).detail) as Command;
  const answer = () => {
    if (command.do === "spent") return spent;
    if (command.do !== "reset") return CONTENDERS[command.do]("names" in command ? command.names : []);
    Object.assign(spent, { slices: [], observer: [], cards: [] });
    return null;
  };
  document.dispatchEvent(new CustomEvent("sidelight-bench-answer", { detail: JSON.stringify(answer()) }));
});

// The file after the content script reports through this.
Object.assign(globalThis, {
  sidelightEvaluated: () => {
    spent.evaluation = performance.now() - start.script;
  },
});
start.script = performance.now();
