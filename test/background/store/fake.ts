/**
 * Extension storage as the browsers were measured to behave, on a clock of turns that the test decides. Every call waits
 * for its turn, in any order; it may fail before or after it took effect, and whoever called may be killed meanwhile.
 */
import { bytesOf } from "../../../src/settings/sync/mirror.ts";

export interface Quirks {
  name: string;
  /** Bytes of a value in `storage.sync`. */
  size(json: string): number;
  /** What the browser makes of a value before it keeps it. `undefined`: it keeps the old one. */
  keeps(value: unknown): unknown;
}

export const CHROMIUM: Quirks = {
  name: "chromium",
  size: bytesOf,
  // Not a number is silently not stored; a Map becomes an empty object.
  keeps: (value) => (Number.isNaN(value) ? undefined : JSON.parse(JSON.stringify(value))),
};

export const FIREFOX: Quirks = {
  name: "firefox",
  size: (json) => Buffer.byteLength(json),
  keeps: (value) => structuredClone(value),
};

/** Deterministic choices, from the numbers that fast-check shrinks. */
export function chooser(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Turn {
  life: Life;
  run(): void;
}

/** One run of a background: once killed, nothing of it goes on. */
export interface Life {
  dead: boolean;
}

/** The turns that calls wait for. */
export class Turns {
  private readonly waiting: Turn[] = [];
  private readonly choose: (below: number) => number;
  /** How many calls in a hundred fail. */
  failing = 0;

  constructor(choose: (below: number) => number) {
    this.choose = choose;
  }

  /** `effect` happens, or does not, when the call's turn comes. */
  call<T>(life: Life, effect: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = () => {
        const fails = this.choose(100) < this.failing;
        // Failed before it took effect, or after: nobody can tell.
        const happens = !(fails || life.dead) || this.choose(2) === 0;
        try {
          const result = happens ? effect() : undefined;
          if (life.dead) return;
          if (fails) reject(new Error("storage failed"));
          else resolve(result as T);
        } catch (error) {
          if (!life.dead) reject(error);
        }
      };
      this.waiting.push({ life, run });
    });
  }

  get idle(): boolean {
    return this.waiting.length === 0;
  }

  /**
   * What a killed background had under way takes effect now or never: both browsers carry storage calls out in their
   * order, so none of them can come after a call of the successor.
   */
  bury(life: Life): void {
    for (let index = this.waiting.length - 1; index >= 0; index--)
      if (this.waiting[index]!.life === life) this.waiting.splice(index, 1)[0]!.run();
  }

  /** One call takes its turn, and all that follows from it up to the next calls. */
  async step(): Promise<void> {
    if (!this.idle) this.waiting.splice(this.choose(this.waiting.length), 1)[0]!.run();
    await settled();
  }
}

/** Longer than any chain of promises between two calls of storage. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

export class Area {
  readonly items = new Map<string, unknown>();
  /** Each `set` that took effect, whole: it is atomic. */
  readonly writes: Record<string, unknown>[] = [];
  protected readonly turns: Turns;
  protected readonly quirks: Quirks;

  constructor(turns: Turns, quirks: Quirks) {
    this.turns = turns;
    this.quirks = quirks;
  }

  /** The area as one life sees it. */
  of(life: Life) {
    return {
      get: (keys: string[] | null) => this.turns.call(life, () => this.read(keys)),
      set: (changes: Record<string, unknown>) => {
        // Taken over as it was at the call, whatever the caller does with it afterwards.
        const taken = Object.entries(changes).map(
          ([key, value]) => [key, frozen(this.quirks.keeps(value))] as const,
        );
        return this.turns.call(life, () => this.write(taken));
      },
      remove: (keys: string[]) =>
        this.turns.call(life, () => {
          for (const key of keys) this.items.delete(key);
        }),
    };
  }

  read(keys: string[] | null): Record<string, unknown> {
    const wanted = keys ?? [...this.items.keys()];
    // Chromium hands members out sorted by name.
    return Object.fromEntries(
      wanted
        .filter((key) => this.items.has(key))
        .sort()
        .map((key) => [key, this.items.get(key)]),
    );
  }

  protected write(changes: ReadonlyArray<readonly [string, unknown]>): void {
    for (const [key, value] of changes) if (value !== undefined) this.items.set(key, value);
    this.writes.push(Object.fromEntries(changes));
  }
}

/** Handed out as it is, ten thousand times over: whoever changes it is found out, and nothing has to be copied. */
function frozen(value: unknown): unknown {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

/** `storage.sync` of one browser: quotas, and a server that items reach and come from one by one. */
export class SyncArea extends Area {
  protected override write(changes: ReadonlyArray<readonly [string, unknown]>): void {
    const after = new Map([...this.items, ...changes]);
    let total = 0;
    for (const [key, value] of after) {
      const bytes = key.length + this.quirks.size(JSON.stringify(value));
      if (bytes > 8192) throw new Error("QUOTA_BYTES_PER_ITEM quota exceeded");
      total += bytes;
    }
    if (total > 102_400 || after.size > 512) throw new Error("QUOTA_BYTES quota exceeded");
    super.write(changes);
  }

  /** One item meets the server's: the later sent wins, whole, as in both browsers. */
  exchange(server: Map<string, unknown>, key: string, sends: boolean): void {
    const [from, to] = sends ? [this.items, server] : [server, this.items];
    if (from.has(key)) to.set(key, from.get(key));
    else to.delete(key);
  }
}

/** `navigator.locks` of one browser: one holder at a time, and none that is dead. */
export class Locks {
  private holder: Life | null = null;
  private readonly queue: Array<() => void> = [];

  of(life: Life) {
    return <T>(task: () => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        this.queue.push(() => {
          if (life.dead) return this.next();
          this.holder = life;
          task().then(
            (result) => {
              if (!life.dead) this.next();
              resolve(result);
            },
            (error) => {
              if (!life.dead) this.next();
              reject(error);
            },
          );
        });
        if (this.holder === null) this.next();
      });
  }

  died(life: Life): void {
    if (this.holder === life) this.next();
  }

  private next(): void {
    this.holder = null;
    this.queue.shift()?.();
  }
}
