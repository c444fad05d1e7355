/** Changing the settings as the extension's own pages do. */
import type { Page } from "puppeteer-core";
import type { SettingsIntent } from "../../../src/messages/table.ts";
import { inPage } from "./shared.ts";

interface Api {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean } | undefined> };
}
declare const browser: Api | undefined;
declare const chrome: Api;

/**
 * @param own a page of the extension
 * @throws where the change was not made
 */
export async function changeSettings(own: Page, intents: readonly SettingsIntent[]): Promise<void> {
  const answer = await inPage(
    own,
    (intents: readonly SettingsIntent[]) =>
      (typeof browser === "undefined" ? chrome : browser).runtime.sendMessage({
        type: "settings.change",
        request: { intents },
      }),
    intents,
  );
  if (answer?.ok !== true) throw new Error(`the settings were not changed: ${JSON.stringify(answer)}`);
}
