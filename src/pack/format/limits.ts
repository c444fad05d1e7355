/**
 * How much a pack may hold. A file is anybody's: each list and each text has an end, so that reading, compiling and showing
 * a pack is bounded whatever it says. An organisation's glossary of a hundred thousand names fits, a dump of a database
 * does not.
 */

/** The file, UTF-8 bytes: what file managers show. */
export const LARGEST_FILE = 10_000_000;
/** Names, decoys and cues with their variants written out. */
export const MOST_FORMS = 200_000;
/** Problems that are told one by one; the others are counted. */
export const MOST_PROBLEMS = 50;

/** The most items of each list: of one entity or statement where it stands in one, else of the pack. */
export const MOST = {
  languages: 20,
  entities: 20_000,
  passages: 10_000,
  relations: 50_000,
  events: 10_000,
  ambiguities: 10_000,
  names: 100,
  /** Aliases, decoys or cues of one entity or ambiguity, as they are written. */
  forms: 2_000,
  claims: 500,
  distinctions: 100,
  sameAs: 5,
  among: 20,
  passagesOfOne: 100,
  entitiesOfEvent: 200,
} as const;

/** The longest of each text, UTF-16 code units. */
export const LONGEST = {
  /** Ids of the pack, of entities, passages and ambiguities. */
  id: 80,
  /** Ids that are made of others: of statements. */
  statementId: 200,
  /** A name as a reader sees it, and who says something. */
  name: 160,
  /** A name or cue with its variants as they are written, and any one of them written out. */
  pattern: 400,
  form: 120,
  title: 300,
  /** A summary, claim, tie, event or gist. */
  sentence: 500,
  licence: 120,
  version: 40,
  url: 1_000,
} as const;
