/**
 * The background: the single writer of settings, the keeper of the names, the badge, and a copy in every open page. A service worker in Chrome, an
 * event page in Firefox.
 */
import { bundledNames } from "sidelight:names";
import browser from "webextension-polyfill";
import { showCount, watchBadge } from "../platform/badge.ts";
import { serveBackground } from "../platform/messaging.ts";
import { keepNames } from "../platform/names.ts";
import { keepPresence } from "../platform/presence.ts";
import { createWriter, settingsLock } from "../platform/writer.ts";

const { local } = browser.storage;
const changeSettings = createWriter(local, settingsLock);

serveBackground({
  "settings.change": ({ intents }) => changeSettings(intents),
  "names.wanted": () => keepNames(local, bundledNames),
  "page.count": async ({ count }, { tab, frame }) => {
    await showCount(tab, frame, count);
    return null;
  },
});
watchBadge();
keepPresence();
void keepNames(local, bundledNames);
