/** Packs that are installed, replaced and removed without end, beside a large one that is there from the beginning. */
import type { PackList } from "../../../src/messages/packs.ts";
import { makeNames } from "../bench/corpus.ts";
import { packWith } from "../bench/names.ts";
import { inExtension } from "../driver/extension-api.ts";
import { until } from "../driver/shared.ts";
import type { Lane, Subject } from "./subject.ts";

type Change =
  | { type: "packs.install"; request: { text: string } }
  | { type: "packs.remove"; request: { id: string } };

interface Found {
  list: PackList;
  /** The file of each. */
  texts: Record<string, string | null>;
  /** Numbers of installations of which there is anything, in order; and those that a pack, or the one last removed, has. */
  kept: number[];
  owned: number[];
}

/** So many that installing takes some tenths of a second, in which most kills fall. */
const NAMES = makeNames(6_000);
const LARGE = packWith("large", NAMES);
const version = (id: string, n: number) =>
  JSON.stringify({ ...packWith(id, NAMES.slice(0, 2_000)), version: `${n}` });

/** Installed, replaced, removed, and again. */
const lane = (id: string): Lane<Change, Found> => ({
  name: id,
  next: (done) =>
    done % 3 === 2
      ? { type: "packs.remove", request: { id } }
      : { type: "packs.install", request: { text: version(id, done + 1) } },
  holds: ({ list, texts }, done) => {
    const entry = list.packs.find((pack) => pack.id === id);
    if (done % 3 === 0) return entry === undefined;
    return entry?.version === `${done}` && texts[id] === version(id, done);
  },
});

export const packs: Subject<Change, Found> = {
  lanes: [lane("first"), lane("second")],
  async prepare(page) {
    const change: Change = { type: "packs.install", request: { text: JSON.stringify(LARGE) } };
    await until("the large one to be installed", async () => (await this.ask(page, change)) === "");
  },
  async ask(page, change) {
    const answer = await inExtension(
      page,
      ({ runtime }, change: Change) =>
        runtime.sendMessage(change) as Promise<boolean | null | { ok: boolean; problems?: unknown }>,
      change,
    );
    if (answer === null || answer === undefined) return null;
    return answer === true || (typeof answer === "object" && answer.ok) ? "" : JSON.stringify(answer);
  },
  async read(page) {
    const found: Found = await inExtension(page, async ({ runtime }) => {
      const ask = (type: string, request: object) => runtime.sendMessage({ type, request });
      const list = (await ask("packs.list", {})) as PackList;
      const texts: Record<string, string | null> = {};
      for (const { id } of list.packs) texts[id] = (await ask("packs.text", { id })) as string | null;
      const answered = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await answered(indexedDB.open("packs"));
      const stores = database.transaction([...database.objectStoreNames]);
      const kept: number[] = [];
      for (const store of ["texts", "tables", "shards", "says"])
        for (const key of await answered(stores.objectStore(store).getAllKeys()))
          kept.push(Array.isArray(key) ? Number(key[0]) : Number(key));
      const owned: number[] = [];
      for (const store of ["entries", "removed"])
        for (const { install } of await answered(stores.objectStore(store).getAll())) owned.push(install);
      database.close();
      const inOrder = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b);
      return { list, texts, kept: inOrder(kept), owned: inOrder(owned) };
    });
    const flaws = found.list.packs.flatMap(({ id, damaged }) => (damaged ? [`${id} is damaged`] : []));
    if (found.texts.large !== JSON.stringify(LARGE)) flaws.push("the large one is another, or gone");
    if (String(found.kept) !== String(found.owned))
      flaws.push(`of ${found.kept} something is there, and there are ${found.owned}`);
    return { found, flaws: () => flaws };
  },
};
