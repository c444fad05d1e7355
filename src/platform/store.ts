/**
 * What the background does for the settings besides writing them: it follows what the organisation prescribes, and keeps
 * the mirror in the browser's sync in step.
 */
import browser from "webextension-polyfill";
import { isMirrorKey } from "../settings/mirror.ts";
import { CURRENT_KEY } from "../settings/stored.ts";
import { keepManaged } from "./managed.ts";
import { createSync } from "./sync.ts";
import { createAbsorber, settingsLock } from "./writer.ts";

/** Changes are handed on together, ms: Chromium allows 1,800 writes an hour, and this makes 1,200 at the most. */
const HAND_ON = 3_000;

/** Must be called while the script is first evaluated, or an event that woke the background is lost. */
export function keepStore(): void {
  const { local, sync: mirror, managed } = browser.storage;
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
    if (area === "managed") void keepManaged(local, managed, settingsLock);
    else if (area === "local" && keys.includes(CURRENT_KEY)) soon();
    else if (area === "sync" && keys.some(isMirrorKey)) void sync.now();
  });
  void keepManaged(local, managed, settingsLock);
  // Whatever the background was stopped in the middle of is finished now.
  void sync.now();
}
