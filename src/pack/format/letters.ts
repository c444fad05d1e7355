/**
 * Which characters a pack's texts may have in them. A name with an invisible one looks like another name and is found
 * nowhere; a sentence with one that turns the direction of text can show what it does not say.
 */
import type { Fault } from "../../settings/change/faults.ts";

/** In no text: controls, halves of letters, private use, what a wrong encoding leaves, line ends, tags, turners of direction. */
const NOWHERE =
  /[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u2028-\u202e\u206a-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e007f}]/u;

/** In no name besides: all that has no shape of its own, but the two joiners. */
const NOT_IN_NAMES = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u;

const JOINERS = /[\u200c\u200d]/g;
/** What a variant is written with; a joiner may stand at its edge: `طالب{‌ها,ان}`. */
const VARIANT_SIGNS = /[{},]*/.source;
const JOINED =
  "[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Deva}\\p{Script=Beng}\\p{Script=Guru}\\p{Script=Gujr}\\p{Script=Orya}" +
  "\\p{Script=Taml}\\p{Script=Telu}\\p{Script=Knda}\\p{Script=Mlym}\\p{Script=Sinh}]";
const JOINED_BEFORE = new RegExp(`${JOINED}\\p{M}*${VARIANT_SIGNS}$`, "u");
const JOINED_BEHIND = new RegExp(`^${VARIANT_SIGNS}${JOINED}`, "u");
/** So much around a joiner is looked at, UTF-16 code units. */
const AROUND = 24;

/** What is wrong with the letters of a name or cue; `null` when nothing is. */
export function letterFaultInName(text: string): Fault | null {
  const strange = NOWHERE.exec(text) ?? NOT_IN_NAMES.exec(text);
  if (strange) return ["faultPackLetter", codeOf(strange[0])];
  for (const { 0: joiner, index } of text.matchAll(JOINERS)) {
    const before = text.slice(Math.max(0, index - AROUND), index);
    const behind = text.slice(index + 1, index + 1 + AROUND);
    if (!JOINED_BEFORE.test(before) || !JOINED_BEHIND.test(behind))
      return ["faultPackJoiner", codeOf(joiner)];
  }
  return null;
}

/** The same of a sentence, where marks of direction, joiners and emoji have their place. */
export function letterFaultInSentence(text: string): Fault | null {
  const strange = NOWHERE.exec(text);
  if (strange) return ["faultPackLetter", codeOf(strange[0])];
  let open = 0;
  for (const [sign] of text.matchAll(/[\u2066-\u2069]/g)) {
    open += sign === "\u2069" ? -1 : 1;
    if (open < 0) return ["faultPackLetter", codeOf(sign)];
  }
  // What is set apart and never closed would go on behind the sentence.
  return open > 0 ? ["faultPackLetter", codeOf("\u2066")] : null;
}

/** `U+200B` */
const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
