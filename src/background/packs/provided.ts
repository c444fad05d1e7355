/**
 * Packs that the reader's organisation provides, by the policy `managedPacks`: installed when the policy comes, replaced when it
 * has another version, removed when it names them no more; and meanwhile no reader replaces or removes them.
 */
import { type PackResult, readPackInSteps } from "../../pack/format/read-pack.ts";
import { withRests } from "../../pack/steps.ts";
import { isObject, isSame, property } from "../../settings/untrusted.ts";
import { PROVIDED_KEY } from "../settings/guarded-storage.ts";
import { type ManagedArea, policyOf } from "../settings/managed.ts";
import type { StorageArea } from "../settings/writer.ts";
import type { PackStore } from "./store.ts";

/** The door, with a rest between its steps. */
const read = (text: string): Promise<PackResult> =>
  withRests(readPackInSteps(text), () => new Promise((over) => setTimeout(over)));

/** A policy that names more is read up to here. */
const MOST_PROVIDED = 20;

export interface ProvidedPacks extends PackStore {
  /** Brings the packs in line with the policy. Called whenever the background wakes, and when the browser tells of a change. Never rejects. */
  follow(): Promise<void>;
}

export function withProvided(
  store: PackStore,
  area: Pick<StorageArea, "get" | "set">,
  managed: ManagedArea,
): ProvidedPacks {
  let following: Promise<void> = Promise.resolve();
  const before = async (): Promise<string[]> => {
    const ids = (await area.get([PROVIDED_KEY]))[PROVIDED_KEY];
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  };
  const follow = async () => {
    const wanted = await packsIn(await policyOf(managed));
    const installed: string[] = [];
    const { packs } = await store.list();
    const damaged = new Set(packs.flatMap((pack) => (pack.damaged ? [pack.id] : [])));
    for (const [id, text] of wanted)
      if ((!damaged.has(id) && (await store.text(id)) === text) || (await store.install(text)).ok)
        installed.push(id);
    const known = await before();
    for (const id of known.filter((id) => !wanted.has(id))) await store.remove(id);
    // Written last: whoever is killed in the middle begins again.
    if (!isSame(installed, known)) await area.set({ [PROVIDED_KEY]: installed });
  };
  const isProvided = async (id: string) => (await before()).includes(id);
  return {
    ...store,
    async list() {
      const [list, ids] = [await store.list(), await before()];
      const { removed } = list;
      return {
        packs: list.packs.map((entry) => ({ ...entry, provided: ids.includes(entry.id) })),
        removed: removed && ids.includes(removed.id) ? null : removed,
      };
    },
    async install(text) {
      const result = await read(text);
      if (result.ok && (await isProvided(result.pack.id)))
        return { ok: false, problems: [{ path: "id", line: 1, column: 1, fault: ["faultLocked"] }], more: 0 };
      return store.install(text);
    },
    async restore() {
      // An older version of what is provided now is not brought back in its place.
      const { removed } = await store.list();
      return removed !== null && !(await isProvided(removed.id)) && store.restore();
    },
    remove: async (id) => !(await isProvided(id)) && store.remove(id),
    follow() {
      // One after the other; one that fails is tried again when the background wakes.
      following = following.then(follow).catch(() => undefined);
      return following;
    },
  };
}

/** The packs of a policy that are valid, by their ids. */
async function packsIn(policy: unknown): Promise<Map<string, string>> {
  const files = isObject(policy) ? property(policy, "managedPacks") : undefined;
  const packs = new Map<string, string>();
  for (const file of Array.isArray(files) ? files.slice(0, MOST_PROVIDED) : []) {
    const result = typeof file === "string" ? await read(file) : null;
    if (result?.ok) packs.set(result.pack.id, file);
  }
  return packs;
}
