/**
 * The pack: an analysis in Sidelight's exchange format, as one value.
 *
 * On disk people edit it as a folder (one file an entity, see `assets/analysis/`); the build joins the folder into
 * this shape. Everything that a reader sees in a card comes from here, so every statement carries its stance, the one
 * who says it, and the passages it rests on.
 */

/** How firmly, and by whom, something is said. `editor` is our own inference and is always labelled as such. */
export const STANCES = ["reported", "official", "estimate", "opinion", "editor"] as const;
export type Stance = (typeof STANCES)[number];

export const ENTITY_KINDS = ["group", "institution", "person", "work", "place"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** BCP 47 language tag; `mul` for a form that no single language owns (an acronym used everywhere). */
export type LanguageTag = string;

/** A sentence: in the pack's own language, or in each of its languages, `{"en": "…", "ur": "…"}`. */
export type Text = string | Readonly<Record<LanguageTag, string>>;

/** A passage's id, `p1`, `p2`, … in the order of the source's body. */
export type PassageId = string;

export type EntityId = string;

/**
 * What letter case a form must have in the text.
 * - `exact`: the letters as written here (acronyms: `IS`, `UNSC`).
 * - `capital`: the first letter is a capital, or the form is in capitals throughout (`Swat`, never `swat`).
 * - `fold`: any case.
 */
export type CaseRule = "exact" | "capital" | "fold";

/**
 * `sure` counts alone; `context` counts only with support near by or on the page; `surname` only on a page that has the whole
 * name and supports it, and not behind another name ("Saddam Hussain").
 */
type Trust = "sure" | "context" | "surname";

/** One surface form of an entity's name. */
export interface Alias {
  text: string;
  lang: LanguageTag;
  /** Default `fold`. */
  case?: CaseRule;
  /** Default `sure`. */
  trust?: Trust;
}

/**
 * A word or phrase that tells for or against an entity where an alias alone cannot decide.
 * Literal text, folded and matched exactly as aliases are.
 */
export interface Cue {
  text: string;
  /** Default `fold`. */
  case?: CaseRule;
  /** 1 (default): a hint. 2: strong. 3: decides, when it stands in the same passage. */
  weight?: 1 | 2 | 3;
  /**
   * `false`: it supports a form that does not count alone, and tells what a page is about, but not which of two the form
   * beside it means: "Pakistan backed the Taliban" is no Pakistani Taliban. Default: it tells that, too.
   */
  chooses?: false;
}

/** A longer name that contains an alias and means something else. */
export interface Decoy extends Alias {
  /** No name at all, but names side by side, which count one by one: "Pakistan-Taliban talks". Default: one name. */
  apart?: true;
}

interface Cues {
  for: Cue[];
  against: Cue[];
}

export interface Name {
  lang: LanguageTag;
  text: string;
}

export interface Claim {
  /** Unique in the pack, `<entity>-<slug>`. */
  id: string;
  /** One sentence of ours. */
  text: Text;
  stance: Stance;
  /** To whom the source attributes it, as a reader should see it ("Zahid Hussain", "Pakistani security officials"). */
  by: Text;
  /** Empty only for a note of our own that rests on something else than the source. */
  passages: PassageId[];
}

interface Distinction {
  entity: EntityId;
  /** Why the two are taken for each other, or what sets them apart; one sentence. */
  why: Text;
}

export interface Entity {
  id: EntityId;
  kind: EntityKind;
  /** The display name, in the pack's own language. */
  name: string;
  /** The name in other scripts and languages. */
  names: Name[];
  /** At most 240 characters, neutral, dated where it must be. */
  summary: Text;
  aliases: Alias[];
  decoys: Decoy[];
  cues: Cues;
  /** By weight: what a reader should know first comes first, and the first few are what a card shows unasked. */
  claims: Claim[];
  notSameAs: Distinction[];
  /** What it is in Wikidata, `Q42`: by these, entities of several packs are known to be one. */
  sameAs?: string[];
}

/** Read as a sentence: `from`, the tie, `to` (the words that cards have for it are messages, `cardTieOut_…` and `cardTieBack_…`). */
export const RELATION_TYPES = [
  "allied-with",
  "author-of",
  "claimed-attack-on",
  "coexists-with",
  "condemned-attack-on",
  "draws-fighters-from",
  "fights",
  "fled",
  "gives-room-to",
  "governs",
  "honoured",
  "linked-to-attack-on",
  "located-in",
  "operated-in",
  "ordered-attacks-in",
  "part-of",
  "patron-of",
  "present-in",
  "pressed",
  "promised-action-over",
  "published",
  "reports-on",
  "scholar-at",
  "strained-with",
  "talked-with",
  "threatens",
  "tied-to",
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** A typed tie between two entities. */
export interface Relation {
  id: string;
  from: EntityId;
  type: RelationType;
  to: EntityId;
  /** One sentence of ours. */
  text: Text;
  stance: Stance;
  by: Text;
  passages: PassageId[];
}

/** Something dated that the analysis mentions. */
export interface AnalysisEvent {
  id: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: no more precise than the source. */
  date: string;
  /** Its place among the pack's events: a year alone does not say whether it was before or after a month of that year. */
  sequence: number;
  /** Whose place that is, where neither the date nor the source says it: ours. */
  placed?: "editor";
  text: Text;
  stance: Stance;
  by: Text;
  passages: PassageId[];
  entities: EntityId[];
}

export interface Passage {
  id: PassageId;
  /** Our one-line gist of the paragraph. */
  gist: Text;
}

/** A form that several entities share; which one is meant is decided in context. */
export interface Ambiguity {
  id: string;
  aliases: Alias[];
  /** The candidates; the first is taken when nothing tells otherwise. */
  among: EntityId[];
}

export interface Source {
  /** As the source has it. */
  title: string;
  author: Text;
  publisher: Text;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string;
  /** Where it can be read, http or https; a teacher's glossary is nowhere. */
  url?: string;
  /** What kind of text it is ("opinion article"). */
  genre: Text;
}

/** What a pack file calls its format; read by `format/read-pack.ts`. */
export const PACK_FORMAT = "sidelight-pack/1";

/** An analysis as one value. */
export interface Pack {
  format: typeof PACK_FORMAT;
  /** `arab-news-2214726`, or with the name of a site that is its editor's: `org.example.glossary`. */
  id: string;
  /** The language in which it is written, and those into which all of it is translated. */
  languages: readonly [original: LanguageTag, ...translations: LanguageTag[]];
  /** What the pack is about, as a reader finds it in a list of packs. */
  title: Text;
  /** Who put it together, and is meant where a stance is `editor`. */
  editor: string;
  /** Under what conditions its words may be used: "CC BY 4.0". */
  licence: string;
  /** The editor's count of what was given out: "1.2". */
  version: string;
  /** Of this version, `YYYY-MM-DD`. */
  date: string;
  source: Source;
  passages: Passage[];
  entities: Entity[];
  relations: Relation[];
  events: AnalysisEvent[];
  ambiguities: Ambiguity[];
}

/** The part of a pack that is about finding names: what a lexicon is compiled from. A `Pack` is one. */
export interface NameSource {
  entities: ReadonlyArray<{
    id: EntityId;
    aliases: readonly Alias[];
    decoys: readonly Decoy[];
    cues: { for: readonly Cue[]; against: readonly Cue[] };
  }>;
  ambiguities: ReadonlyArray<{ id: string; aliases: readonly Alias[]; among: readonly EntityId[] }>;
}
