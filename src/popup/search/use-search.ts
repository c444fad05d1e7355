/** The search over a pack, its index made in slices after the popup is on the screen, so that no key waits for it. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { language } from "../../i18n/t.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { growSearch, type SearchResult } from "../../search/search.ts";
import { foldText } from "../../spot/letters/fold.ts";

/** ms. A key that comes meanwhile waits no longer than that. */
const SLICE = 5;
/** How often what is typed is searched for again while the index grows, ms. */
const SEARCH_AGAIN = 100;

/** Both browsers have it; the compiler's list of the document's interfaces does not. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: "background"; signal: AbortSignal }): Promise<void>;
};

export interface Searched {
  results: SearchResult[];
  /** There may be more: the index is not complete. */
  partial: boolean;
}

export function useSearch(pack: PackIndex | null, query: string): Searched {
  const search = useMemo(() => (pack === null ? null : growSearch(pack, foldText, language())), [pack]);
  const [complete, setComplete] = useState<typeof search>(null);
  /** How often it was time to search again. */
  const [grown, setGrown] = useState(0);
  const partial = search === null || complete !== search;
  useEffect(() => {
    if (search === null) return undefined;
    const closing = new AbortController();
    const next = () =>
      // Rejects when the popup closes.
      scheduler.postTask(slice, { priority: "background", signal: closing.signal }).catch(() => {});
    let told = performance.now();
    const slice = () => {
      const end = performance.now() + SLICE;
      if (search.grow(() => performance.now() > end)) {
        setComplete(search);
        return;
      }
      if (end - told > SEARCH_AGAIN) {
        told = end;
        setGrown((count) => count + 1);
      }
      void next();
    };
    void next();
    return () => closing.abort();
  }, [search]);
  // Asked again as the index grows, and when it is complete.
  const results = useMemo(
    () => (query.trim() === "" ? [] : (search?.search(query) ?? [])),
    [search, query, partial, grown],
  );
  return { results, partial };
}
