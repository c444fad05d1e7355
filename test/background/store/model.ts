/** Two browsers of one reader, driven by a list of steps, with a record of what was acknowledged. */
import { createSync } from "../../../src/background/settings/sync.ts";
import { createAbsorber, createWriter } from "../../../src/background/settings/writer.ts";
import type { SettingsIntent } from "../../../src/settings/change/apply.ts";
import { CURRENT_KEY, readStored, type StoredRecord } from "../../../src/settings/stored.ts";
import { type FieldName, type Fields, type FieldValue, fieldsOf } from "../../../src/settings/sync/stamps.ts";
import { Area, type Life, Locks, type Quirks, SyncArea, Turns } from "./fake.ts";

export interface Change {
  field: FieldName;
  /** `undefined`: taken back. */
  value: FieldValue | undefined;
  /** Of the commit, where it was acknowledged. */
  revision: number | null;
  refused: boolean;
}

export class Browser {
  readonly local: Area;
  readonly sync: SyncArea;
  readonly locks = new Locks();
  readonly changes: Change[] = [];
  private readonly clock: () => number;
  private life: Life = { dead: false };
  private readonly turns: Turns;

  constructor(turns: Turns, quirks: Quirks, clock: () => number) {
    this.turns = turns;
    this.clock = clock;
    this.local = new Area(turns, quirks);
    this.sync = new SyncArea(turns, quirks);
  }

  /** From one of several contexts: each has a writer of its own, and the lock in common. */
  change(intent: SettingsIntent, field: FieldName, value: FieldValue | undefined): void {
    const change: Change = { field, value, revision: null, refused: false };
    this.changes.push(change);
    const writer = createWriter(this.local.of(this.life), this.locks.of(this.life), this.clock);
    void writer([intent]).then((result) => {
      if (result.ok) change.revision = result.revision;
      else change.refused = true;
    });
  }

  round(): void {
    const { life } = this;
    const lock = this.locks.of(life);
    const local = this.local.of(life);
    void createSync(local, this.sync.of(life), lock, createAbsorber(local, lock)).now();
  }

  kill(): void {
    const killed = this.life;
    killed.dead = true;
    this.turns.bury(killed);
    this.life = { dead: false };
    this.locks.died(killed);
  }

  fields(): Fields {
    const outcome = readStored(Object.fromEntries(this.local.items));
    if (outcome.kind === "unreadable") throw new Error(`unreadable: ${outcome.error.join(" ")}`);
    const record = this.local.items.get(CURRENT_KEY) as StoredRecord | undefined;
    return fieldsOf(record?.values ?? {});
  }

  /** The records in the order in which they were written. */
  history(): StoredRecord[] {
    return this.local.writes.flatMap((write) => (write[CURRENT_KEY] as StoredRecord | undefined) ?? []);
  }
}

export class World {
  readonly turns: Turns;
  readonly browsers: readonly [Browser, Browser];
  readonly server = new Map<string, unknown>();
  readonly #choose: (below: number) => number;
  #time = 1_000_000;

  constructor(quirks: Quirks, choose: (below: number) => number) {
    this.#choose = choose;
    this.turns = new Turns(choose);
    // The second one's clock is slow by more than the test lasts.
    this.browsers = [
      new Browser(this.turns, quirks, () => this.#tick()),
      new Browser(this.turns, quirks, () => this.#tick() - 10_000),
    ];
  }

  #tick(): number {
    return this.#time++;
  }

  async steps(count: number): Promise<void> {
    for (let step = 0; step < count; step++) await this.turns.step();
  }

  /** An item of one browser and of the server. */
  exchange(browser: Browser): void {
    const keys = [...new Set([...browser.sync.items.keys(), ...this.server.keys()])].sort();
    const key = keys[this.#choose(keys.length)];
    if (key !== undefined) browser.sync.exchange(this.server, key, this.#choose(2) === 0);
  }

  /** Everything comes to its end, and nothing fails any more. */
  async settle(): Promise<void> {
    this.turns.failing = 0;
    const rest = async () => {
      await this.turns.step();
      while (!this.turns.idle) await this.turns.step();
    };
    await rest();
    for (let round = 0; round < 2; round++)
      for (const browser of this.browsers) {
        for (const key of this.server.keys()) browser.sync.exchange(this.server, key, false);
        browser.round();
        await rest();
        for (const key of new Set([...browser.sync.items.keys(), ...this.server.keys()]))
          browser.sync.exchange(this.server, key, true);
      }
  }
}
