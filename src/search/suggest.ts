/** The search as lines of text, each with a text of its own that leads back to what it stands for. Pure. */
import type { PackIndex } from "../pack/lookup.ts";
import { nameIn, originalOf, sentenceIn } from "../pack/texts.ts";
import type { EntityId, LanguageTag, Pack, Text } from "../pack/types.ts";
import { type Attribution, subjectsOf } from "./index/documents.ts";
import type { SearchResult, TextRange } from "./result.ts";
import type { Search } from "./search.ts";

export interface Suggestion {
  /**
   * What stands in the place of the typed text when the line is chosen: a name or a sentence, as the pack writes it; behind it the
   * title of the pack, where that is not the first one.
   */
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
  /** The reader's: as the search was made for. Left out: each pack's own. */
  language?: LanguageTag;
  /** How firmly something is said and by whom, in the reader's words: "opinion, Zahid Hussain". */
  saidBy(said: Attribution): string;
  /** Whose words they are, where several packs are searched: "A glossary of harbours, Port Authority, 2024". */
  from(pack: Pack): string;
}

export function createSuggester(search: Search, { language, saidBy, from }: SuggesterOptions): Suggester {
  const { packs } = search;
  const spoken = (pack: Pack) => language ?? originalOf(pack);
  const titleOf = ({ pack }: PackIndex) => sentenceIn(pack, pack.title, spoken(pack)).text;
  const nameOf = ({ pack, entities }: PackIndex, id: EntityId) =>
    nameIn(pack, entities.get(id)!, spoken(pack)).text;
  /** " (A glossary)": none for the first pack. */
  const tailOf = (index: PackIndex) => (index === packs[0] ? "" : ` (${titleOf(index)})`);
  /** Whose it is: of a sentence the title with its source, of a name the titles of the packs that have it. */
  const whose = ({ kind, packs: its }: SearchResult) =>
    packs.length < 2 ? "" : kind === "entity" ? its.map(titleOf).join(" · ") : from(its[0].pack);

  const lineOf = (result: SearchResult): Suggestion => {
    const { kind, entity, text, ranges, said, matchedAlias, packs: its } = result;
    const parts = splitAt(text, ranges);
    if (kind !== "entity") parts.unshift(dim(`${nameOf(its[0], entity)} — `));
    if (matchedAlias) parts.push(dim(" — "), ...splitAt(matchedAlias.text, matchedAlias.ranges));
    for (const more of [said && saidBy(said), whose(result)]) if (more) parts.push(dim(` — ${more}`));
    return { content: text + tailOf(its[0]), parts };
  };

  return {
    suggest(typed) {
      const lines = new Map<string, Suggestion>();
      for (const result of search.search(typed)) {
        if (lines.size >= MOST) break;
        const line = lineOf(result);
        if (!lines.has(line.content)) lines.set(line.content, line);
      }
      return [...lines.values()];
    },
    resolve(text) {
      for (const index of packs) {
        const tail = tailOf(index);
        const entity = text.endsWith(tail)
          ? holderOf(index, text.slice(0, text.length - tail.length), spoken(index.pack))
          : null;
        if (entity !== null) return entity;
      }
      return search.search(text)[0]?.entity ?? null;
    },
  };
}

/** The entity that is called so, or of which this is said, in `language` or in the pack's own. Asked once a line is chosen. */
function holderOf(index: PackIndex, content: string, language: LanguageTag): EntityId | null {
  const { pack } = index;
  const languages = [language, originalOf(pack)];
  const isIt = (text: Text) => languages.some((one) => sentenceIn(pack, text, one).text === content);
  const named = pack.entities.find(
    (entity) => entity.name === content || nameIn(pack, entity, language).text === content,
  );
  if (named) return named.id;
  const told = pack.entities.find(({ claims }) => claims.some(({ text }) => isIt(text)));
  if (told) return told.id;
  const event = pack.events.find(({ text, entities }) => entities.length > 0 && isIt(text));
  if (event) return event.entities[0]!;
  const passage = pack.passages.find(({ gist }) => isIt(gist));
  return (passage && subjectsOf(index).get(passage.id)) ?? null;
}

const dim = (text: string): SuggestionPart => ({ text, kind: "dim" });

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
