/** The messages of `_locales` outside the browser: for commands, unit tests and the gallery. Whoever imports it speaks English until told otherwise. */
import arabic from "../../assets/_locales/ar/messages.json" with { type: "json" };
import english from "../../assets/_locales/en/messages.json" with { type: "json" };
import urdu from "../../assets/_locales/ur/messages.json" with { type: "json" };
import { setMessageReader } from "../../src/i18n/t.ts";

type Messages = Readonly<Record<string, { message: string }>>;

const LANGUAGES = { en: english as Messages, ur: urdu as Messages, ar: arabic as Messages };
export type InterfaceLanguage = keyof typeof LANGUAGES;

/** As the browser's `i18n.getMessage` in one language: `$1` … replaced, empty for what there is not. */
export function messagesIn(language: InterfaceLanguage) {
  const messages = LANGUAGES[language];
  return (key: string, substitutions: readonly string[] = []): string => {
    const text = Object.hasOwn(messages, key) ? messages[key]!.message : "";
    return text.replace(/\$([1-9])/g, (_, place: string) => substitutions[Number(place) - 1] ?? "");
  };
}

/** Pages of the extension and the card speak this language from now on. */
export function speakIn(language: InterfaceLanguage): void {
  setMessageReader(messagesIn(language));
}

speakIn("en");
