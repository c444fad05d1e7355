/** The search as lines of text, each with a text of its own that leads back to what it stands for. Pure. */
import type { PackIndex } from "../pack/lookup.ts";
import { nameIn, originalOf, sentenceIn } from "../pack/texts.ts";
import type { EntityId, LanguageTag, Text } from "../pack/types.ts";
import { type Attribution, subjectsOf } from "./documents.ts";
import type { Search, SearchResult, TextRange } from "./search.ts";

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

export interface SuggesterOptions {
  /** The reader's: as the search was made for. */
  language?: LanguageTag;
  /** How firmly something is said and by whom, in the reader's words: "opinion, Zahid Hussain". */
  saidBy(said: Attribution): string;
}

export function createSuggester(
  index: PackIndex,
  search: Search,
  { language = originalOf(index.pack), saidBy }: SuggesterOptions,
): Suggester {
  const { pack } = index;
  const contents = new Map<string, EntityId>();
  const learn = (content: string, entity: EntityId | undefined) => {
    if (entity !== undefined && !contents.has(content)) contents.set(content, entity);
  };
  const nameOf = (id: EntityId) => nameIn(pack, index.entities.get(id)!, language).text;
  const learnAll = (text: Text, entity: EntityId | undefined) => {
    for (const one of [language, originalOf(pack)]) learn(sentenceIn(pack, text, one).text, entity);
  };
  for (const { id, name } of pack.entities) {
    learn(name, id);
    learn(nameOf(id), id);
  }
  for (const { id, claims } of pack.entities) for (const { text } of claims) learnAll(text, id);
  for (const { text, entities } of pack.events) learnAll(text, entities[0]);
  const subjects = subjectsOf(index);
  for (const { id, gist } of pack.passages) learnAll(gist, subjects.get(id));

  return {
    suggest(typed) {
      const lines = new Map<string, Suggestion>();
      for (const result of search.search(typed)) {
        if (lines.size >= MOST) break;
        if (!lines.has(result.text))
          lines.set(result.text, { content: result.text, parts: partsOf(result, nameOf, saidBy) });
      }
      return [...lines.values()];
    },
    resolve: (text) => contents.get(text) ?? search.search(text)[0]?.entity ?? null,
  };
}

function partsOf(
  { kind, entity, text, ranges, said, matchedAlias }: SearchResult,
  nameOf: (id: EntityId) => string,
  saidBy: (said: Attribution) => string,
): SuggestionPart[] {
  if (kind !== "entity")
    return [
      { text: `${nameOf(entity)} — `, kind: "dim" },
      ...splitAt(text, ranges),
      ...(said ? [{ text: ` — ${saidBy(said)}`, kind: "dim" as const }] : []),
    ];
  const name = splitAt(text, ranges);
  if (!matchedAlias) return name;
  return [...name, { text: " — ", kind: "dim" }, ...splitAt(matchedAlias.text, matchedAlias.ranges)];
}

function splitAt(text: string, ranges: readonly TextRange[]): SuggestionPart[] {
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
