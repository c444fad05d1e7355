/** How well search does on a table of queries. */
import type { Search } from "../../../src/search/search.ts";
import type { QueryClass, Row } from "../../search/queries.ts";

interface Miss {
  query: string;
  wanted: readonly string[];
  /** The entity of the first result; `null`: nothing was found. */
  got: string | null;
  /** Where the wanted one stands among the results, from 1; `null`: nowhere. */
  place: number | null;
}

export interface ClassScore {
  queries: number;
  first: number;
  misses: Miss[];
}

export function scoreQueries(
  search: Search,
  queries: Readonly<Record<QueryClass, readonly Row[]>>,
): Map<string, ClassScore> {
  return new Map(
    Object.entries(queries).map(([name, rows]) => {
      const misses = rows.flatMap((row) => missOf(search, row) ?? []);
      return [name, { queries: rows.length, first: rows.length - misses.length, misses }];
    }),
  );
}

function missOf(search: Search, [query, wanted]: Row): Miss | null {
  const all = typeof wanted === "string" ? [wanted] : wanted;
  const results = search.search(query);
  const place = results.findIndex(({ entity }) => all.includes(entity));
  if (place === 0) return null;
  return { query, wanted: all, got: results[0]?.entity ?? null, place: place < 0 ? null : place + 1 };
}
