/** The interface's words, in the browser's language where there are any, else in English (`_locales`). */
import type english from "../../assets/_locales/en/messages.json";
import { isolated } from "../messages/isolate.ts";
import type { Fault } from "../settings/change/faults.ts";

type Key = keyof typeof english;
/** Keys of messages that depend on a number: `popupMentions` of `popupMentions_other`. */
type PluralKey = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

interface I18n {
  getMessage(key: string, substitutions?: string[]): string;
}

/** The browser's own; pages of the extension need no polyfill for it. */
function i18n(): I18n {
  const world = globalThis as unknown as Record<string, { i18n?: I18n } | undefined>;
  return (world.browser?.i18n ?? world.chrome?.i18n)!;
}

/** As the browser reads a message: for the card, which knows its own keys. */
export const readMessage = (key: string, substitutions: string[]): string =>
  i18n().getMessage(key, substitutions);

/** The message with `$1`, `$2` … replaced; each keeps its own direction. */
export function message(key: Key, ...substitutions: Array<string | number>): string {
  return i18n().getMessage(key, substitutions.map(apart));
}

/** A value as it stands in a sentence. */
const apart = (value: string | number): string => isolated(String(value), i18n().getMessage("direction"));

/** What is wrong, as a sentence; it may have another in it, which is of its own direction. */
export function faultWords([key, ...places]: Fault): string {
  const words = places.map((place) => (typeof place === "object" ? faultWords(place) : apart(place)));
  return i18n().getMessage(key, words);
}

/** A few items as one line: "“TTP” as Daesh, on example.org". Not as the language lists things, which may say "and". */
export function listed(items: readonly string[]): string {
  return items.map(apart).join(message("listSeparator"));
}

/** The tag of the language that the messages are in. */
export function language(): string {
  return message("language");
}

/** The message in the form that the language has for `count`, which is `$1`, in the language's digits. */
export function plural(key: PluralKey, count: number): string {
  const shown = [new Intl.NumberFormat(language()).format(count)];
  const form = new Intl.PluralRules(language()).select(count);
  return i18n().getMessage(`${key}_${form}`, shown) || i18n().getMessage(`${key}_other`, shown);
}

/** Date and time, as the language writes them. */
export function dateAndTime(at: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" }).format(at);
}

const DAY = 86_400_000;

/** A moment to come, as short as it can be said: the time of day alone within the next day. */
export function momentAfter(at: number, now: number): string {
  if (at - now >= DAY) return dateAndTime(at);
  return new Intl.DateTimeFormat(language(), { timeStyle: "short" }).format(at);
}

/** Says in the document what language and direction it is in. Before anything is drawn. */
export function speak(
  document: { documentElement: { lang: string; dir: string }; title: string },
  title: string,
): void {
  document.documentElement.lang = language();
  document.documentElement.dir = message("direction");
  document.title = title;
}
