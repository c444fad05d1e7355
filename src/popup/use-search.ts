/** The search over a pack, its index made after the popup is on the screen, or at the first letter typed. */
import { useEffect, useMemo } from "preact/hooks";
import type { PackIndex } from "../pack/lookup.ts";
import { createSearch, type Search, type SearchResult } from "../search/search.ts";
import { foldText } from "../spot/fold.ts";

export function useSearch(pack: PackIndex, query: string): SearchResult[] {
  const get = useMemo(() => {
    let search: Search | undefined;
    return () => (search ??= createSearch(pack, foldText));
  }, [pack]);
  useEffect(() => {
    const timer = setTimeout(get);
    return () => clearTimeout(timer);
  }, [get]);
  return useMemo(() => (query.trim() === "" ? [] : get().search(query)), [get, query]);
}
