/**
 * How a tie between two entities is worded in a list of connections, after the name of the other entity. "It" is the
 * entity whose card is open: on Daesh's card "Tehreek-i-Taliban Pakistan · source of its fighters", on the other's
 * "Daesh · draws fighters from it".
 */
import type { RelationType } from "./types.ts";

export interface RelationWords {
  /** On the card of `from`, said of `to`. */
  out: string;
  /** On the card of `to`, said of `from`. */
  back: string;
}

export const RELATION_WORDS: Readonly<Record<RelationType, RelationWords>> = {
  "allied-with": { out: "allied", back: "allied" },
  "author-of": { out: "a work of this author", back: "author" },
  "claimed-attack-on": { out: "scene of an attack it claimed", back: "claimed the attack" },
  "coexists-with": { out: "coexists with it", back: "coexists with it" },
  "condemned-attack-on": { out: "scene of an attack it condemned", back: "condemned the attack" },
  "draws-fighters-from": { out: "source of its fighters", back: "draws fighters from it" },
  fights: { out: "fought by it", back: "fights it" },
  fled: { out: "left under pressure", back: "left under pressure" },
  governs: { out: "governed by it", back: "governs it" },
  honoured: { out: "honoured by it", back: "honoured it" },
  "located-in": { out: "where it lies", back: "lies there" },
  "operated-in": { out: "where it operated", back: "operated there" },
  "part-of": { out: "includes it", back: "part of it" },
  "patron-of": { out: "supported by it", back: "supports it" },
  "present-in": { out: "where it is present", back: "present there" },
  pressed: { out: "pressed by it", back: "pressed it" },
  published: { out: "published by it", back: "publisher" },
  "reports-on": { out: "subject of its report", back: "reported on it" },
  "scholar-at": { out: "held a post there", back: "held a post there" },
  "strained-with": { out: "strained relations", back: "strained relations" },
  "talked-with": { out: "peace talks", back: "peace talks" },
  threatens: { out: "threatened by it", back: "threatens it" },
  "tied-to": { out: "ties", back: "ties" },
};
