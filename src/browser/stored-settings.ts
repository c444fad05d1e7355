/** The settings in `storage.local`, as the extension's own pages and the background read them. */
import browser from "webextension-polyfill";
import { strictly } from "../settings/file/strict.ts";
import { type ReadOutcome, readStored, STORED_KEYS } from "../settings/stored.ts";

export type { ReadOutcome };

/** Reads the settings; never rejects. */
export async function loadSettings(): Promise<ReadOutcome> {
  try {
    return readStored(await browser.storage.local.get([...STORED_KEYS]), strictly);
  } catch (error) {
    return {
      kind: "unreadable",
      error: ["faultNotRead", error instanceof Error ? error.message : String(error)],
    };
  }
}

/** Hands on the settings after each change of them, until the function returned is called. */
export function onSettings(callback: (outcome: ReadOutcome) => void): () => void {
  let latest = 0;
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area !== "local" || !STORED_KEYS.some((key) => Object.hasOwn(changes, key))) return;
    const read = ++latest;
    void loadSettings().then((outcome) => {
      if (read === latest) callback(outcome);
    });
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
