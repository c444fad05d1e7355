/**
 * What the background does for what is stored besides writing it: it keeps others out, hands the settings to open pages,
 * follows what the organisation prescribes, and keeps the mirror in the browser's sync in step.
 */
import browser from "webextension-polyfill";
import { PACK_KEYS, type StoredPack } from "../../pack/stored.ts";
import { CURRENT_KEY, STORED_KEYS } from "../../settings/stored.ts";
import { isMirrorKey } from "../../settings/sync/mirror.ts";
import { tellFramesOfSettings } from "../frame-settings.ts";
import { storePack } from "../stored-pack.ts";
import { GUARDED_KEYS, type GuardedStorage } from "./guarded-storage.ts";
import { updateManaged } from "./managed.ts";
import { createSync } from "./sync.ts";
import { createAbsorber, settingsLock } from "./writer.ts";

/** Changes are handed on together, ms: Chromium allows 1,800 writes an hour, and this makes 1,200 at the most. */
const HAND_ON = 3_000;

/**
 * Must be called while the script is first evaluated, or an event that woke the background is lost. `onSettings` is called
 * after each change of the settings, by anyone.
 */
export function maintainStorage(local: GuardedStorage, pack: StoredPack, onSettings: () => void): void {
  const { sync: mirror, managed } = browser.storage;
  const sync = createSync(local, mirror, settingsLock, createAbsorber(local, settingsLock));
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      void sync.now();
    }, HAND_ON);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    const keys = Object.keys(changes);
    if (area === "local") void follow(keys);
    if (area === "managed") void updateManaged(local, managed, settingsLock);
    else if (area === "local" && keys.includes(CURRENT_KEY)) soon();
    else if (area === "sync" && keys.some(isMirrorKey)) void sync.now();
  });
  const follow = async (keys: readonly string[]) => {
    // Whoever has changed it: what others have done to it is undone, before anybody is told.
    if (keys.some((key) => GUARDED_KEYS.includes(key))) await local.restore();
    if (keys.some((key) => key === PACK_KEYS.id || key === PACK_KEYS.text)) await storePack(local, pack);
    if (!keys.some((key) => STORED_KEYS.some((stored) => stored === key))) return;
    onSettings();
    await tellFramesOfSettings();
  };
  closeToPages();
  void local.restore();
  void storePack(local, pack);
  void updateManaged(local, managed, settingsLock);
  // Whatever the background was stopped in the middle of is finished now.
  void sync.now();
}

/** Chromium keeps content scripts out of an area that says so; Firefox has no such call (Mozilla bug 1724754). */
function closeToPages(): void {
  const { local } = browser.storage as unknown as {
    local: { setAccessLevel?(level: { accessLevel: string }): Promise<void> };
  };
  void local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }).catch(() => undefined);
}
