/** The search over packs, their indices made in slices after the page is on the screen, so that no key waits for them. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { language } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { rehearsalOf } from "../search/rehearsal.ts";
import type { SearchResult } from "../search/result.ts";
import { searchIn } from "../search/search.ts";
import { SearchedPack } from "../search/searched-pack.ts";
import { foldText } from "../spot/letters/fold.ts";
import type { PacksInUse } from "./use-packs.ts";

/** ms. A key that comes meanwhile waits no longer than that. */
const SLICE = 5;
/** How often what is typed is searched for again while an index grows, ms. */
const SEARCH_AGAIN = 100;

export interface Searched {
  results: SearchResult[];
  /** There may be more: not all is indexed. */
  partial: boolean;
}

/** @param only the pack that is looked through; `null`: all */
export function useSearch(
  { packs, same, complete }: PacksInUse,
  query: string,
  only: string | null,
): Searched {
  const made = useRef(new Map<PackIndex, SearchedPack>());
  /** What is still to be rehearsed. `null`: nothing is indexed yet. */
  const rehearsal = useRef<string[] | null>(null);
  const searched = useMemo(
    () =>
      packs.flatMap(({ head, index }) => {
        if (index === null || (only !== null && head.id !== only)) return [];
        const known = made.current.get(index) ?? new SearchedPack(index, foldText, language());
        made.current.set(index, known);
        return [known];
      }),
    [packs, only],
  );
  /** How often it was time to search again. */
  const [grown, setGrown] = useState(0);
  const partial = !complete || searched.some((pack) => !pack.complete);
  useEffect(() => {
    const closing = new AbortController();
    const next = () =>
      // Rejects when the popup closes.
      scheduler.postTask(slice, { priority: "background", signal: closing.signal }).catch(() => {});
    let told = performance.now();
    const slice = () => {
      const rehearsed = rehearsal.current?.shift();
      if (rehearsed !== undefined) {
        searchIn(searched, same, rehearsed);
        void next();
        return;
      }
      const growing = searched.find((pack) => !pack.complete);
      if (!growing) return;
      const end = performance.now() + SLICE;
      const isWhole = growing.grow(() => performance.now() > end);
      rehearsal.current ??= rehearsalOf(growing);
      if (isWhole || end - told > SEARCH_AGAIN) {
        told = end;
        setGrown((count) => count + 1);
      }
      void next();
    };
    void next();
    return () => closing.abort();
  }, [searched]);
  // Asked again as an index grows, and when it is complete.
  const results = useMemo(
    () => (query.trim() === "" ? [] : searchIn(searched, same, query)),
    [searched, same, query, partial, grown],
  );
  return { results, partial };
}
