/** `storage.local`, as the extension's own pages read it. What is written there goes through the background. */
import browser from "webextension-polyfill";

/** Rejects where storage cannot be read. */
export const readLocal = (keys: readonly string[]): Promise<Record<string, unknown>> =>
  browser.storage.local.get([...keys]);

/** Calls back after each change of what is stored under one of these keys, until the function returned is called. */
export function onLocalChange(keys: readonly string[], callback: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === "local" && keys.some((key) => Object.hasOwn(changes, key))) callback();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
