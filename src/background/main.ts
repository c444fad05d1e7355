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
import { frameSettings } from "./frames.ts";
import { serveMenu } from "./menu.ts";
import { serveOmnibox } from "./omnibox.ts";
import { openAlone, takeOpening } from "./openings.ts";
import { keepPresence } from "./presence.ts";
import { createAsks } from "./settings/asks.ts";
import { guard, guardLock, type LocalArea } from "./settings/guard.ts";
import { keepStore } from "./settings/store.ts";
import { createWriter, type StorageArea, settingsLock } from "./settings/writer.ts";
import { suggester } from "./suggester.ts";
import { welcomeOnce } from "./welcome.ts";

const session = browser.storage.session as StorageArea;
const local = guard(browser.storage.local as LocalArea, session, guardLock, Object.values(PACK_KEYS));
const changeSettings = createWriter(local, settingsLock);

serveBackground({
  "settings.change": ({ intents }) => changeSettings(intents),
  "page.less": createAsks(session, async () => readStored(await local.get([...STORED_KEYS])), changeSettings),
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
  "popup.opened": async () => takeOpening(),
});
serveCommands();
serveMenu();
serveOmnibox(suggester, openAlone);
watchBadge();
keepPresence(local);
keepStore(local, bundledStored);
welcomeOnce(local);
