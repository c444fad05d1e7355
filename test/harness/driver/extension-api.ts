/** The extension's own API, as one of its pages has it. */
import type { Page } from "puppeteer-core";
import type { Browser } from "webextension-polyfill";
import type { ChangeResult, SettingsIntent } from "../../../src/messages/table.ts";
import { withHelper } from "./shared.ts";

/** Named alike in both browsers, and in both with promises. */
export type ExtensionApi = Browser;

/** Calls a function in a page of the extension, with the API. It travels as text, see `inPage`. */
export function inExtension<A extends unknown[], T>(
  own: Page,
  ask: (api: ExtensionApi, ...args: A) => T,
  ...args: A
): Promise<Awaited<T>> {
  const rest = JSON.stringify(args).slice(1, -1);
  return own.evaluate(`(${withHelper(ask)})(globalThis.browser ?? chrome, ${rest})`) as Promise<Awaited<T>>;
}

/** Asks the background to change settings, as popup and options do; answers what it says. */
export const askForChange = (own: Page, ...intents: SettingsIntent[]): Promise<ChangeResult> =>
  inExtension(
    own,
    (api, intents: SettingsIntent[]) =>
      api.runtime.sendMessage({ type: "settings.change", request: { intents } }) as Promise<ChangeResult>,
    intents,
  );

/**
 * Has the background change settings.
 * @throws where the change was not made
 */
export async function changeSettings(own: Page, ...intents: SettingsIntent[]): Promise<void> {
  const answer = await askForChange(own, ...intents);
  if (!answer.ok) throw new Error(`the settings were not changed: ${JSON.stringify(answer.error)}`);
}
