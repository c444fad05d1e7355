/**
 * The installed packs: installed, listed, removed and brought back, one after the other. What is acknowledged is on the disk, all of
 * it, and what fails or is killed midway has left nothing: an installation is one transaction.
 */
import type { InstallResult, PackEntry, PackHead, PackList } from "../../messages/packs.ts";
import type { PackResult } from "../../pack/format/read-pack.ts";
import { between, type Steps, withRests } from "../../pack/steps.ts";
import type { Fault } from "../../settings/change/faults.ts";
import type { Lock } from "../settings/writer.ts";
import { type PackArea, recordsOf, type Write } from "./area.ts";
import { compilePack } from "./compile.ts";
import type { StoredEntry, StoredTable } from "./shapes.ts";

/** How much of installing is reading the file, of 1. */
const READ = 0.2;
/** No more than the settings have room for (limits.ts), the bundled one counted. */
const MOST_PACKS = 99;

export interface StoreDeps {
  area: PackArea;
  lock: Lock;
  /** The door that files come in by. */
  read(text: string): Steps<PackResult>;
  /** Lets others have their turn; called between steps of some milliseconds. */
  rest(): Promise<void>;
  now(): number;
  /** The pack that comes with Sidelight, whose id no other may have. */
  bundled: PackEntry;
  /** What was installed when this was last changed, kept elsewhere: so that packs whose database is gone are missed. */
  known: { get(): Promise<PackEntry[]>; set(entries: PackEntry[]): Promise<void> };
  /** Whether something of an installation was asked for and could not be read. */
  isLost(install: number): boolean;
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

  /** Packs that are not in the database any more, though nobody has removed them. */
  const lost = async (): Promise<PackEntry[]> => {
    const there = new Set([...(await entries()), await removed()].map((entry) => entry?.id));
    return (await deps.known.get()).filter(({ id }) => !there.has(id));
  };
  /** Commits a change of the pack `id`; all others that are lost stay so. */
  const commit = async (id: string, writes: readonly Write[]) => {
    const known = await deps.known.get();
    const others = (await lost()).filter((entry) => entry.id !== id);
    // Before and after: one that is removed is missed at no moment, whenever this ends.
    if (known.some((entry) => entry.id === id))
      await deps.known.set(known.filter((entry) => entry.id !== id));
    try {
      await area.commit(writes);
    } catch (error) {
      await deps.known.set(known).catch(() => undefined);
      throw error;
    }
    // What cannot be written now is written with the next change.
    await entries()
      .then((now) => deps.known.set([...now.map(publicOf), ...others]))
      .catch(() => undefined);
  };

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
    const { names, shards, says, table } = await withRests(between(READ, 1, steps), deps.rest, deps.told);
    return lock(async (): Promise<InstallResult> => {
      const there = await entryOf(head.id);
      if (!there && (await entries()).length >= MOST_PACKS) return refused(["faultManyPacks", MOST_PACKS]);
      const install = 1 + Math.max(0, ...(await area.installs()).keys());
      const entry: StoredEntry = {
        ...shownOf(head),
        entities,
        names,
        installed: deps.now(),
        install,
        shards: shards.length,
      };
      await commit(head.id, [
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

  const change = async (make: () => Promise<{ id: string; writes: Write[] } | null>): Promise<boolean> => {
    try {
      const done = await lock(async () => {
        const made = await make();
        if (made) await commit(made.id, made.writes);
        return made !== null;
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
        const isWhole = ({ install, shards }: StoredEntry) =>
          installs.get(install) === recordsOf(shards) && !deps.isLost(install);
        const packs = [
          ...all.map((entry) => ({ ...publicOf(entry), damaged: !isWhole(entry) })),
          ...(await lost()).map((entry) => ({ ...entry, damaged: true })),
        ].sort((a, b) => a.installed - b.installed || (a.id < b.id ? -1 : 1));
        return { packs: [deps.bundled, ...packs], removed: last ? publicOf(last) : null };
      }),
    async install(text) {
      try {
        const result = await withRests(between(0, READ, deps.read(text)), deps.rest, deps.told);
        if (!result.ok) return { ok: false, problems: result.problems, more: result.more };
        const { entities, relations: _r, events: _e, passages: _p, ambiguities: _a, ...head } = result.pack;
        if (head.id === deps.bundled.id) return refused(["faultPackBundled"], "id");
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
        if (entry) return { id, writes: [...(await putAside(entry)), { remove: "entries", key: id }] };
        return (await lost()).some((one) => one.id === id) ? { id, writes: [] } : null;
      }),
    restore: () =>
      change(async () => {
        const entry = await removed();
        if (!entry) return null;
        const { id } = entry;
        const there = await entryOf(id);
        const aside: Write = there
          ? { put: "removed", key: "last", value: there }
          : { remove: "removed", key: "last" };
        return { id, writes: [{ put: "entries", key: id, value: entry }, aside] };
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
