/** How the last round of syncing went: written by the background, shown by the options. */
import { property } from "../untrusted.ts";

/** Where it stands in `storage.local`. */
export const SYNC_STATUS_KEY = "settings.sync";

export type SyncStatus =
  | { state: "off" }
  | { state: "ok" }
  /** So many settings do not fit. */
  | { state: "full"; leftOut: number }
  /** So many settings of other browsers have no room here: nothing is handed on, or theirs would be taken for removed. */
  | { state: "crowded"; leftOut: number }
  /** A newer version of Sidelight writes the mirror: it is read, not written. */
  | { state: "newer" }
  | { state: "failed"; error: string };

/** The status rebuilt from storage. */
export function readSyncStatus(items: Record<string, unknown>): SyncStatus {
  const raw = property(items, SYNC_STATUS_KEY);
  const state = property(raw, "state");
  const leftOut = property(raw, "leftOut");
  const error = property(raw, "error");
  if (state === "full" || state === "crowded")
    return { state, leftOut: typeof leftOut === "number" ? leftOut : 0 };
  if (state === "failed") return { state, error: typeof error === "string" ? error : "" };
  return state === "ok" || state === "newer" ? { state } : { state: "off" };
}
