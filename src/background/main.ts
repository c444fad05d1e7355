/**
 * The background: the single writer of settings, the keeper of the pack, the badge, a copy in every open page, and the
 * ways in that are the browser's own: its keys, its address bar, its context menu. A service worker in Chrome, an event
 * page in Firefox.
 */
import { bundledStored } from "sidelight:stored";
import browser from "webextension-polyfill";
import { serveBackground } from "../browser/messaging.ts";
import { tellFrames } from "../browser/tabs.ts";
import { PACK_KEYS } from "../pack/stored.ts";
import { readStored, STORED_KEYS } from "../settings/stored.ts";
import { showCount, watchBadge } from "./badge.ts";
import { closeCard, serveCommands } from "./commands.ts";
import { frameSettings } from "./frame-settings.ts";
import { serveMenu } from "./menu.ts";
import { serveOmnibox } from "./omnibox.ts";
import { omniboxSearch } from "./omnibox-search.ts";
import { injectIntoOpenTabs } from "./open-tabs.ts";
import { openPopupPage, takePopupOpening } from "./popup-opening.ts";
import { createCardRequests } from "./settings/card-requests.ts";
import { guardedStorageLock, guardStorage, type LocalArea } from "./settings/guarded-storage.ts";
import { maintainStorage } from "./settings/maintenance.ts";
import { createWriter, type StorageArea, settingsLock } from "./settings/writer.ts";
import { welcomeOnce } from "./welcome.ts";

const session = browser.storage.session as StorageArea;
const local = guardStorage(
  browser.storage.local as LocalArea,
  session,
  guardedStorageLock,
  Object.values(PACK_KEYS),
);
const changeSettings = createWriter(local, settingsLock);

serveBackground({
  "settings.change": ({ intents }) => changeSettings(intents),
  "page.less": createCardRequests(
    session,
    async () => readStored(await local.get([...STORED_KEYS])),
    changeSettings,
  ),
  "page.settings": () => frameSettings(local),
  "pack.text": async () => bundledStored,
  "page.count": async ({ count }, { tab, frame }) => {
    await showCount(tab, frame, count);
    return null;
  },
  "page.escape": async (_, { tab }) => {
    if (tab !== undefined) await closeCard(tab);
    return null;
  },
  "page.turned": async (_, { tab, frame }) => {
    if (frame === 0 && tab !== undefined) await tellFrames(tab, "page.check");
    return null;
  },
  "popup.opened": async () => takePopupOpening(),
});
serveCommands();
serveMenu();
serveOmnibox(omniboxSearch, openPopupPage);
watchBadge();
injectIntoOpenTabs(local);
maintainStorage(local, bundledStored);
welcomeOnce(local);
