/** The packs that are switched on, as pages of the extension search and browse them. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ActivePacks, type LoadedPacks, openActivePacks } from "../browser/packs/active-packs.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { SameEntities } from "../search/same-entities.ts";
import type { PackUse, SameRule } from "../settings/types.ts";

export interface PacksInUse {
  /** In their order; `index` is `null` until it has come. */
  packs: LoadedPacks["packs"];
  same: SameEntities;
  /** All of them have come. */
  complete: boolean;
}

/**
 * @param settings how they are used, and what in them is one: when that is another, so may they be
 * @param isWanted whether what they say is wanted by now, and not only which there are
 */
export function usePacks(
  bundled: PackIndex | null,
  { packs: uses, same }: { packs: readonly PackUse[]; same: readonly SameRule[] },
  isWanted = true,
): PacksInUse {
  const [loaded, setLoaded] = useState<LoadedPacks | null>(null);
  const opened = useRef<ActivePacks | null>(null);
  useEffect(() => {
    if (bundled === null) return undefined;
    opened.current = openActivePacks(bundled, setLoaded, isWanted);
    return () => opened.current?.close();
  }, [bundled]);
  useEffect(() => {
    if (isWanted) opened.current?.bring();
  }, [isWanted]);
  const key = JSON.stringify([uses, same]);
  const before = useRef(key);
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    opened.current?.reload();
  }, [key]);
  return useMemo(() => {
    // Before the background has said which there are, and where it does not: the bundled one.
    const packs = loaded?.packs ?? (bundled ? [{ head: bundled.pack, index: bundled }] : []);
    const complete = loaded !== null && packs.every(({ index }) => index !== null);
    return { packs, same: new SameEntities(loaded?.same ?? []), complete };
  }, [bundled, loaded]);
}
