/** The language that the page's address asks for. Imported first: the extension's pages read their words as they load. */
import { type InterfaceLanguage, speakIn } from "../messages.ts";

export const [state = "", theme = "light", dir = "ltr", language = "en"] = decodeURIComponent(
  location.hash.slice(1),
).split(" ") as [string?, string?, string?, InterfaceLanguage?];
speakIn(language);
