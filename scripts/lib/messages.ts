/** The messages of `_locales` outside the browser: for unit tests and the gallery. */
import english from "../../assets/_locales/en/messages.json" with { type: "json" };

const MESSAGES: Readonly<Record<string, { message: string }>> = english;

/** As the browser's `i18n.getMessage`: `$1` … replaced, empty for what there is not. */
export function getMessage(key: string, substitutions: readonly string[] = []): string {
  const text = Object.hasOwn(MESSAGES, key) ? MESSAGES[key]!.message : "";
  return text.replace(/\$([1-9])/g, (_, place: string) => substitutions[Number(place) - 1] ?? "");
}

Object.assign(globalThis, {
  browser: { ...(globalThis as { browser?: object }).browser, i18n: { getMessage } },
});
