/**
 * The words of the spotter. Offsets are UTF-16 code units of the text that was handed in, everywhere.
 */
import type { EntityId } from "../pack/types.ts";

/**
 * Why a candidate counted. Machine-readable, one of a closed set, so that the card and the command line can say it in
 * any language:
 * - `sure`: the form counts alone
 * - `introduced`: an acronym that the page spells out beside the full name
 * - `named`: the page names the entity by a form that counts alone
 * - `near`: a word close by supports it (`evidence` is that word)
 * - `page`: the words of the whole page speak for it
 * - `qualifier`: a word right beside an ambiguous form decides (`evidence`)
 * - `passage`: an ambiguous form follows a decided one in the same passage
 * - `prior`: an ambiguous form, nothing told otherwise
 * - `reader`: an ambiguous form, of which the reader has said what it means here
 */
export type ReasonCode =
  | "sure"
  | "introduced"
  | "named"
  | "near"
  | "page"
  | "qualifier"
  | "passage"
  | "prior"
  | "reader";

export interface Reason {
  code: ReasonCode;
  /** The words of the text that decided, as they stand there. */
  evidence?: string;
}

/** An occurrence of an entity in a text. `text.slice(start, end)` is what the reader sees. */
export interface Mention {
  entity: EntityId;
  start: number;
  end: number;
  /** The alias that matched, as the pack writes it. */
  alias: string;
  reason: Reason;
  /** Of an ambiguous form: the entity that would have been chosen next, unless a word right beside it decided. */
  runnerUp?: EntityId;
  /** The choice between the two was close. */
  close?: true;
}

/**
 * What a reader has said of forms that two entities share: that the one is meant, not the other. Example: "Taliban" on this
 * page is `{ entity: "ttp", instead: "afghan-taliban" }`.
 */
export interface Preference {
  entity: EntityId;
  instead: EntityId;
}
