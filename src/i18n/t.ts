/**
 * The interface's own words, in the interface's language: messages of `_locales`, in English where that language has none. What
 * a pack says is in the language that it has (pack/texts.ts), and marked as such. The browser keeps the messages in the page's
 * own process, so reading one is a call and no round trip; each is read once all the same, so that a card which is open
 * when the extension goes keeps its words.
 */
import type english from "../../assets/_locales/en/messages.json";
import { isolated } from "./isolate.ts";

export type MessageKey = keyof typeof english;
/** Keys of messages that depend on a number: `cardMoreClaims` of `cardMoreClaims_other`. */
type PluralKey = MessageKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** As `i18n.getMessage`: the message with `$1`, `$2` … replaced, "" for one that there is not. */
export type ReadMessage = (key: string, substitutions: string[]) => string;

let readMessage: ReadMessage = () => "";
const templates = new Map<string, string>();
/** Made once: the first number that a page says takes Chromium 20 ms, more than a keystroke has. */
let numbers: { format: Intl.NumberFormat; rules: Intl.PluralRules } | undefined;

/** Where the messages come from: said once, before anything is said by them. */
export function setMessageReader(reader: ReadMessage): void {
  readMessage = reader;
  templates.clear();
  numbers = undefined;
}

/** The message with its places still in it. */
function template(key: string): string {
  const known = templates.get(key);
  if (known !== undefined) return known;
  const text = readMessage(key, ["$1", "$2", "$3", "$4", "$5"]);
  templates.set(key, text);
  return text;
}

/** The tag of the language that the messages are in. */
export const language = (): string => t("language") || "en";

/** The attributes of an element whose words are the interface's. */
export const interfaceAttributes = () =>
  ({ lang: language(), dir: t("direction") === "rtl" ? "rtl" : "ltr" }) as const;

/** The message; what is put into it keeps its own direction, and a number has the language's digits. */
export function t(key: MessageKey, ...values: Array<string | number>): string {
  return template(key).replace(/\$(\d)/g, (_, place: string) =>
    apart(shown(values[Number(place) - 1] ?? "")),
  );
}

/** The message in pieces, with elements, or sentences of a direction of their own, in its places. */
export const phrase = <Children extends readonly unknown[]>(
  key: MessageKey,
  ...children: Children
): Array<string | Children[number]> =>
  template(key)
    .split(/\$(\d)/)
    .map((piece, index) => (index % 2 === 0 ? piece : children[Number(piece) - 1]));

/** The message in the form that the language has for `count`, which is `$1`. */
export function plural(key: PluralKey, count: number): string {
  const form = `${key}_${inNumbers().rules.select(count)}` as MessageKey;
  return t(template(form) ? form : `${key}_other`, count);
}

/** A few items as one line: "“TTP” as Daesh, on example.org". Not as the language lists things, which may say "and". */
export const listed = (items: readonly string[]): string => items.map(apart).join(t("listSeparator"));

/** A value as it stands in a sentence. */
export const apart = (value: string): string => isolated(value, template("direction"));

const shown = (value: string | number): string =>
  typeof value === "number" ? inNumbers().format.format(value) : value;

function inNumbers() {
  numbers ??= { format: new Intl.NumberFormat(language()), rules: new Intl.PluralRules(language()) };
  return numbers;
}
