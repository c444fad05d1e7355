/**
 * The card's own words, in the interface's language: messages of `_locales`. What a pack says is in the language that it has
 * (pack/texts.ts), and marked as such. The browser keeps the messages in the page's own process, so
 * reading one is a call and no round trip; each is read once all the same, so that a card which is open when the extension
 * goes keeps its words.
 */
import type { ComponentChildren } from "preact";
import type english from "../../assets/_locales/en/messages.json";
import { isolated } from "../messages/isolate.ts";

export type Key = keyof typeof english;
/** Keys of messages that depend on a number: `cardMoreClaims` of `cardMoreClaims_other`. */
type PluralKey = Key extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** As `i18n.getMessage`: the message with `$1`, `$2` … replaced, "" for one that there is not. */
export type ReadMessage = (key: string, substitutions: string[]) => string;

let read: ReadMessage = () => "";
const templates = new Map<string, string>();

/** Where the messages come from: said once, before anything is rendered. */
export function speakBy(readMessage: ReadMessage): void {
  read = readMessage;
  templates.clear();
}

/** The message with its places still in it. */
function template(key: string): string {
  const known = templates.get(key);
  if (known !== undefined) return known;
  const text = read(key, ["$1", "$2", "$3", "$4"]);
  templates.set(key, text);
  return text;
}

/** The tag of the language that the messages are in. */
export const language = (): string => t("language") || "en";

/** The attributes of an element whose words are the card's own. */
export const own = () => ({ lang: language(), dir: t("direction") === "rtl" ? "rtl" : "ltr" }) as const;

/** The message; what is put into it keeps its own direction. */
export function t(key: Key, ...values: Array<string | number>): string {
  const text = template(key);
  return text.replace(/\$(\d)/g, (_, place: string) =>
    isolated(shown(values[Number(place) - 1] ?? ""), template("direction")),
  );
}

/** The message in pieces, with elements in its places. */
export const phrase = (key: Key, ...children: ComponentChildren[]): ComponentChildren[] =>
  template(key)
    .split(/\$(\d)/)
    .map((piece, index) => (index % 2 === 0 ? piece : children[Number(piece) - 1]));

/** The message in the form that the language has for `count`, which is `$1`. */
export function plural(key: PluralKey, count: number): string {
  const form = `${key}_${new Intl.PluralRules(language()).select(count)}` as Key;
  return t(template(form) ? form : `${key}_other`, count);
}

const shown = (value: string | number): string =>
  typeof value === "number" ? new Intl.NumberFormat(language()).format(value) : value;
