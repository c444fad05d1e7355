/** The interface's messages for commands: the same sentences as readers are told. */
import { readFileSync } from "node:fs";
import { setMessageReader } from "../../src/i18n/t.ts";
import { inRoot } from "./paths.ts";

/** From now on `t` and `faultWords` speak this language. */
export function speakLocale(locale = "en"): void {
  const path = inRoot(`assets/_locales/${locale}/messages.json`);
  const messages = new Map<string, { message: string }>(
    Object.entries(JSON.parse(readFileSync(path, "utf8"))),
  );
  setMessageReader((key, places) =>
    (messages.get(key)?.message ?? "").replace(
      /\$(\d)/g,
      (_, place: string) => places[Number(place) - 1] ?? "",
    ),
  );
}
