/** The settings in `storage.local`, as the extension's own pages read them. */
import { canonical } from "../settings/parse.ts";
import { type ReadOutcome, readStored, STORED_KEYS } from "../settings/stored.ts";
import { onLocalChange, readLocal } from "./storage.ts";

export type { ReadOutcome };

/** Reads the settings; never rejects. */
export async function loadSettings(): Promise<ReadOutcome> {
  try {
    return readStored(await readLocal(STORED_KEYS), canonical);
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
  return onLocalChange(STORED_KEYS, () => {
    const load = ++latest;
    void loadSettings().then((outcome) => {
      if (load === latest) callback(outcome);
    });
  });
}
