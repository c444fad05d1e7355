/** What is wrong, as sentences in the reader's language. */
import { apart, phrase, t } from "../i18n/t.ts";
import type { Fault } from "../settings/change/faults.ts";

/** One sentence; it may have another in it, which is of its own direction. Numbers stand as a file or a field has them. */
export function faultWords([key, ...places]: Fault): string {
  const words = places.map((place) => (typeof place === "object" ? faultWords(place) : apart(String(place))));
  return phrase(key, ...words).join("");
}

/** That a change was not saved, and why. */
export const notSavedWords = (why: Fault): string => `${t("notSaved")} ${faultWords(why)}`;
