/** The settings in `storage.local`, as the extension's own pages read them. */
import { canonical } from "../../settings/parse.ts";
import { loadStored, type ReadOutcome, STORED_KEYS } from "../../settings/stored.ts";
import { onLocalChange, readLocal } from "../storage.ts";

export type { ReadOutcome };

/** Reads the settings; never rejects. */
export const loadSettings = (): Promise<ReadOutcome> => loadStored(readLocal, canonical);

/** Hands on the settings after each change of them, until the function returned is called. */
export function onSettings(callback: (outcome: ReadOutcome) => void): () => void {
  let latest = 0;
  return onLocalChange(STORED_KEYS, () => {
    const load = ++latest;
    void loadSettings().then((outcome) => {
      if (load === latest) callback(outcome);
    });
  });
}
