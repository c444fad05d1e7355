/**
 * The installed packs: installed, listed, removed and brought back, one after the other. What is acknowledged is on the disk, all of
 * it, and what fails or is killed midway has left nothing: an installation is one transaction.
 */
import type { InstallResult, PackEntry, PackHead, PackList } from "../../messages/packs.ts";
import type { PackResult } from "../../pack/format/read-pack.ts";
import type { Fault } from "../../settings/change/faults.ts";
import type { Lock } from "../settings/writer.ts";
import type { PackArea, Write } from "./area.ts";
import { compilePack } from "./compile.ts";
import type { StoredEntry, StoredTable } from "./shapes.ts";

/** No more than the settings have room for (limits.ts), the bundled one counted. */
const MOST_PACKS = 99;

export interface StoreDeps {
  area: PackArea;
  lock: Lock;
  /** The door that files come in by. */
  read(text: string): PackResult;
  /** Lets others have their turn; called between steps of some milliseconds. */
  rest(): Promise<void>;
  now(): number;
  /** The pack that comes with Sidelight, whose id no other may have. */
  bundled: PackEntry;
  /** How far installing has come, of 1. */
  told(done: number): void;
  /** The packs are others than before. */
  changed(): void;
}

export interface PackStore {
  list(): Promise<PackList>;
  install(text: string): Promise<InstallResult>;
  remove(id: string): Promise<boolean>;
  /** Brings the last that was removed or replaced back; what is in its place takes its. */
  restore(): Promise<boolean>;
  /** The file again; `null` where it is not there. */
  text(id: string): Promise<string | null>;
}

export function createPackStore(deps: StoreDeps): PackStore {
  const { area, lock } = deps;
  const entries = async () => (await area.getAll("entries")) as StoredEntry[];
  const entryOf = async (id: string) => (await area.get("entries", id)) as StoredEntry | undefined;
  const removed = async () => (await area.get("removed", "last")) as StoredEntry | undefined;

  /** Puts `entry` aside for `restore`; the one that was there before goes for good. */
  const putAside = async (entry: StoredEntry): Promise<Write[]> => {
    const before = await removed();
    return [
      ...(before ? [{ purge: before.install }] : []),
      { put: "removed" as const, key: "last", value: entry },
    ];
  };

  const write = async (
    text: string,
    head: PackHead,
    entities: number,
    steps: ReturnType<typeof compilePack>,
  ) => {
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      deps.told(step.value);
      await deps.rest();
    }
    const { names, shards, says, table } = step.value;
    return lock(async (): Promise<InstallResult> => {
      const there = await entryOf(head.id);
      if (!there && (await entries()).length >= MOST_PACKS) return refused(["faultManyPacks", MOST_PACKS]);
      const install = 1 + Math.max(0, ...(await area.installs()));
      const entry: StoredEntry = {
        ...shownOf(head),
        entities,
        names,
        installed: deps.now(),
        install,
        shards: shards.length,
      };
      await area.commit([
        ...(there ? await putAside(there) : []),
        { put: "entries", key: head.id, value: entry },
        { put: "texts", key: install, value: text },
        { put: "tables", key: install, value: { ...table, head } satisfies StoredTable },
        ...shards.map((value, i): Write => ({ put: "shards", key: [install, i], value })),
        ...says.map((value, i): Write => ({ put: "says", key: [install, i], value })),
      ]);
      return { ok: true, entry: publicOf(entry), replaced: there !== undefined };
    });
  };

  const change = async (make: () => Promise<Write[] | null>): Promise<boolean> => {
    try {
      const done = await lock(async () => {
        const writes = await make();
        if (writes) await area.commit(writes);
        return writes !== null;
      });
      if (done) deps.changed();
      return done;
    } catch {
      return false;
    }
  };

  return {
    list: () =>
      lock(async () => {
        const [all, last, installs] = [await entries(), await removed(), await area.installs()];
        const packs = all
          .map((entry) => ({ ...publicOf(entry), damaged: !installs.includes(entry.install) }))
          .sort((a, b) => a.installed - b.installed || (a.id < b.id ? -1 : 1));
        return { packs: [deps.bundled, ...packs], removed: last ? publicOf(last) : null };
      }),
    async install(text) {
      const result = deps.read(text);
      if (!result.ok) return { ok: false, problems: result.problems, more: result.more };
      const { entities, relations: _r, events: _e, passages: _p, ambiguities: _a, ...head } = result.pack;
      if (head.id === deps.bundled.id) return refused(["faultPackBundled"], "id");
      try {
        const written = await write(text, head, entities.length, compilePack(result.pack));
        if (written.ok) deps.changed();
        return written;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return refused(["faultPackNotStored", reason]);
      }
    },
    remove: (id) =>
      change(async () => {
        const entry = await entryOf(id);
        return entry ? [...(await putAside(entry)), { remove: "entries", key: id }] : null;
      }),
    restore: () =>
      change(async () => {
        const entry = await removed();
        if (!entry) return null;
        const there = await entryOf(entry.id);
        return [
          { put: "entries", key: entry.id, value: entry },
          there ? { put: "removed", key: "last", value: there } : { remove: "removed", key: "last" },
        ];
      }),
    async text(id) {
      const entry = await entryOf(id);
      const text = entry && (await area.get("texts", entry.install));
      return typeof text === "string" ? text : null;
    },
  };
}

const refused = (fault: Fault, path = ""): InstallResult => ({
  ok: false,
  problems: [{ path, line: 1, column: 1, fault }],
  more: 0,
});

const shownOf = ({ id, title, languages, version, date, editor, licence, source }: PackHead) => ({
  ...{ id, title, languages, version, date, editor, licence, source },
  bundled: false,
  damaged: false,
});

/** Without where it is kept. */
const publicOf = ({ install: _, shards: __, ...entry }: StoredEntry): PackEntry => entry;
