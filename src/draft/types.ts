/**
 * What a draft holds: the paragraphs of an article, numbered, and the names that an editor may want to keep. Nothing in it
 * is a claim: there is no summary and no sentence, and each proposal says why it was made.
 */
import type { CaseRule, EntityKind, LanguageTag, PassageId } from "../pack/types.ts";

export type ArticleKind = "txt" | "md";

/** A block of the article. Example: `{ id: "p3", text: "The museum has …", emphasis: [] }`; a heading's id is `null`. */
export interface Paragraph {
  /** Its passage; `null` for headings, which the passages do not count. */
  id: PassageId | null;
  /** One line, marks of Markdown taken away. */
  text: string;
  /** What the article sets in italics, as titles of works are. */
  emphasis: Span[];
}

/** Where something stands in a paragraph's text: UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** Where a name stands: which of the draft's paragraphs, counted from 0, and where in its text. */
export interface Place extends Span {
  paragraph: number;
}

/**
 * How a name was found.
 * - `spelled-out`: the article says what the letters stand for ("Full Name (ABC)", "ABC (Full Name)")
 * - `acronym`: in capitals, not spelled out
 * - `capitals`: its words begin with capitals
 * - `noun`: beside a word that names begin or end with ("مركز", "大学")
 * - `title`: behind a title that persons have ("President", "الرئيس")
 * - `quoted`: in quotation marks, or in italics
 * - `agent`: in Urdu before "نے", where who did it stands; in headlines of Urdu and Persian before a colon, where who says it stands
 * - `country`: a country's name in the article's language
 * - `sounds`: in katakana, as foreign names are written
 * - `repeated`: the same words, again and again
 */
export type Way =
  | "spelled-out"
  | "acronym"
  | "capitals"
  | "noun"
  | "title"
  | "quoted"
  | "agent"
  | "country"
  | "sounds"
  | "repeated";

/** What an entity is likely to be, and the word of the article that says so: `{ kind: "institution", word: "University" }`. */
export interface Guess {
  kind: EntityKind;
  /** `alone`: a name of a person stands elsewhere as this, its last part, alone. The others are the article's words. */
  because: "noun" | "title" | "country" | "italics" | "says" | "preposition" | "alone";
  word: string;
}

/** A name as it was found at one place, before those of one entity are joined. */
export interface Found extends Place {
  text: string;
  way: Way;
  guess?: Guess;
  /** A single word where every word has a capital: a name only if it comes again. */
  perhaps?: true;
  /** Of letters and what they stand for: the other of the two. */
  standsFor?: string;
}

/** One way in which a proposed entity is written. */
export interface DraftForm {
  text: string;
  case: CaseRule;
  trust: "sure" | "context" | "surname";
  /** How often it stands in the article. */
  count: number;
  /** It is, or may be, an everyday word: read alone it says nothing. */
  everyday: boolean;
}

/** An entity that the article may speak of. */
export interface Proposal {
  /** The form to show: the fullest of the frequent ones. */
  name: string;
  forms: DraftForm[];
  /** `null`: unknown. */
  guess: Guess | null;
  ways: Way[];
  /** In the order of the article. */
  places: Place[];
  passages: PassageId[];
  /** It never stands but where every word has a capital. */
  perhaps: boolean;
  /** All its forms may be everyday words. */
  everyday: boolean;
  /** Names of longer proposals that this one may be short for: "Harvard" of "Harvard Museum". */
  partOf: string[];
  score: number;
}

export interface Draft {
  /** The language that the article seems to be written in. */
  language: LanguageTag;
  paragraphs: Paragraph[];
  /** The likeliest first. */
  proposals: Proposal[];
  /** How many more there were, beyond the bound on proposals. */
  left: number;
}
