/** A statement, and the source of all of them, as they are quoted elsewhere. Pure. */
import { sourceWithAddress, statementLine } from "../../entity/words/citation.ts";
import type { Claim, LanguageTag, Pack } from "../../pack/types.ts";

/** `They fight the state. (opinion, Zahid Hussain, ¶3)`, and under it the source with its address. */
export const statementCited = (pack: Pack, statement: Omit<Claim, "id">, language: LanguageTag): string =>
  `${statementLine(pack, statement, language)}\n${sourceWithAddress(pack, language)}`;
