/**
 * Names that readers give to entities themselves: what one may be, whatever the analysis holds. Whether it clashes with
 * another name is for the options to say, which know the analysis.
 */
import { isEntityId } from "./fields.ts";
import { own, type PlainObject } from "./objects.ts";
import type { OwnAlias } from "./types.ts";

const LONGEST = 80;

export type AliasText =
  | { ok: true; text: string }
  | { ok: false; why: "empty" | "long" | "letters" | "hidden" };

/** Control characters, and those that turn the direction of text: a name with one looks like what it is not. */
const HIDDEN = /[\p{Cc}\p{Co}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The canonical form of what was typed: composed, single spaces, or why it can be no name. */
export function readAliasText(typed: string): AliasText {
  if (typed.length > 4 * LONGEST) return { ok: false, why: "long" };
  const text = typed.normalize("NFC").trim().replace(/ +/g, " ");
  if (text === "") return { ok: false, why: "empty" };
  if (text.length > LONGEST) return { ok: false, why: "long" };
  if (HIDDEN.test(text)) return { ok: false, why: "hidden" };
  // One letter of an alphabet is everywhere; one Han character can be a name.
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 2 && !/\p{Script=Han}/u.test(text)) return { ok: false, why: "letters" };
  return { ok: true, text };
}

/** An alias rebuilt from untrusted input; `null` when it is none. */
export function readAlias(raw: PlainObject): OwnAlias | null {
  const entity = own(raw, "entity");
  const text = own(raw, "text");
  if (!isEntityId(entity) || typeof text !== "string") return null;
  const read = readAliasText(text);
  return read.ok ? { entity, text: read.text } : null;
}
