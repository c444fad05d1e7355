/**
 * Names that readers give to entities themselves: what one may be, whatever the analysis holds. Whether it clashes with
 * another name is for the options to say, which know the analysis.
 */
import { LONGEST_NAME } from "./limits.ts";

export type NameText =
  | { ok: true; text: string }
  | { ok: false; why: "empty" | "long" | "letters" | "hidden" };

/** Control characters, and those that turn the direction of text: a name with one looks like what it is not. */
const HIDDEN = /[\p{Cc}\p{Co}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What is seen as a letter: not the fillers of Hangul, nor the line that only stretches an Arabic word. */
const LETTER = /(?![\p{Default_Ignorable_Code_Point}\u0640])\p{L}/gu;

/** The canonical form of what was typed: composed, single spaces, or why it can be no name. */
export function parseNameText(typed: string): NameText {
  if (typed.length > 4 * LONGEST_NAME) return { ok: false, why: "long" };
  const text = typed.normalize("NFC").trim().replace(/ +/g, " ");
  if (text === "") return { ok: false, why: "empty" };
  if (text.length > LONGEST_NAME) return { ok: false, why: "long" };
  if (HIDDEN.test(text)) return { ok: false, why: "hidden" };
  // One letter of an alphabet is everywhere; one Han character can be a name.
  if ((text.match(LETTER)?.length ?? 0) < 2 && !/\p{Script=Han}/u.test(text))
    return { ok: false, why: "letters" };
  return { ok: true, text };
}
