/** What the page's address asks for. Imported first: the extension's pages read their words as they load. */
import { type InterfaceLanguage, speakIn } from "../../../scripts/lib/messages.ts";

/** `#card-group light rtl ur` in its parts. */
export function asked(): { state: string; theme: string; dir: string; language: InterfaceLanguage } {
  const [state = "", theme = "light", dir = "ltr", language = "en"] = decodeURIComponent(
    location.hash.slice(1),
  ).split(" ");
  return { state, theme, dir, language: language as InterfaceLanguage };
}

speakIn(asked().language);
