/** The background: the single writer of settings, and the badge. A service worker in Chrome, an event page in Firefox. */
import browser from "webextension-polyfill";
import { showCount, watchBadge } from "../platform/badge.ts";
import { serveBackground } from "../platform/messaging.ts";
import { createWriter, settingsLock } from "../platform/writer.ts";

const changeSettings = createWriter(browser.storage.local, settingsLock);

serveBackground({
  "settings.change": ({ intents }) => changeSettings(intents),
  "page.count": async ({ count }, { tab, frame }) => {
    await showCount(tab, frame, count);
    return null;
  },
});
watchBadge();
