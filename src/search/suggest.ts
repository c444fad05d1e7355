/** The search as lines of text, each with a text of its own that leads back to what it stands for. Pure. */
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { subjectsOf } from "./documents.ts";
import type { Range, Search, SearchResult } from "./search.ts";

export interface Suggestion {
  /** What stands in the place of the typed text when the line is chosen: a name or a sentence, as the pack writes it. */
  content: string;
  parts: SuggestionPart[];
}

interface SuggestionPart {
  text: string;
  /** `match`: what was found; `dim`: what matters less. */
  kind: "plain" | "match" | "dim";
}

export interface Suggester {
  /** Best first, none twice. */
  suggest(typed: string): Suggestion[];
  /** The entity of a line that was chosen, or the best for what was typed; `null` where nothing is found. */
  resolve(text: string): EntityId | null;
}

/** As many as browsers show under their address bar. */
const MOST = 8;

export function createSuggester(index: PackIndex, search: Search): Suggester {
  const contents = new Map<string, EntityId>();
  const learn = (content: string, entity: EntityId | undefined) => {
    if (entity !== undefined && !contents.has(content)) contents.set(content, entity);
  };
  const nameOf = (id: EntityId) => index.entities.get(id)!.name;
  for (const { id, name } of index.pack.entities) learn(name, id);
  for (const { id, claims } of index.pack.entities) for (const { text } of claims) learn(text, id);
  for (const { text, entities } of index.pack.events) learn(text, entities[0]);
  const subjects = subjectsOf(index);
  for (const { id, gist } of index.pack.passages) learn(gist, subjects.get(id));

  return {
    suggest(typed) {
      const lines = new Map<string, Suggestion>();
      for (const result of search.search(typed)) {
        if (lines.size >= MOST) break;
        if (!lines.has(result.text))
          lines.set(result.text, { content: result.text, parts: partsOf(result, nameOf) });
      }
      return [...lines.values()];
    },
    resolve: (text) => contents.get(text) ?? search.search(text)[0]?.entity ?? null,
  };
}

function partsOf(
  { kind, entity, text, ranges, matchedAlias }: SearchResult,
  nameOf: (id: EntityId) => string,
): SuggestionPart[] {
  if (kind !== "entity") return [{ text: `${nameOf(entity)} — `, kind: "dim" }, ...splitAt(text, ranges)];
  const name = splitAt(text, ranges);
  if (!matchedAlias) return name;
  return [...name, { text: " — ", kind: "dim" }, ...splitAt(matchedAlias.text, matchedAlias.ranges)];
}

function splitAt(text: string, ranges: readonly Range[]): SuggestionPart[] {
  const parts: SuggestionPart[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    parts.push(
      { text: text.slice(from, start), kind: "plain" },
      { text: text.slice(start, end), kind: "match" },
    );
    from = end;
  }
  parts.push({ text: text.slice(from), kind: "plain" });
  return parts.filter((part) => part.text !== "");
}
