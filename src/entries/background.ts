/**
 * The background: the single writer of settings, the keeper of the pack, the badge, a copy in every open page, and the
 * ways in that are the browser's own: its keys, its address bar, its context menu. A service worker in Chrome, an event
 * page in Firefox.
 */
import { bundledStored } from "sidelight:stored";
import browser from "webextension-polyfill";
import { PACK_KEYS } from "../pack/stored.ts";
import { createAsks } from "../platform/asks.ts";
import { showCount, watchBadge } from "../platform/badge.ts";
import { closeCard, serveCommands } from "../platform/commands.ts";
import { frameSettings } from "../platform/frames.ts";
import { guard, guardLock, type LocalArea } from "../platform/guard.ts";
import { serveMenu } from "../platform/menu.ts";
import { serveBackground } from "../platform/messaging.ts";
import { serveOmnibox } from "../platform/omnibox.ts";
import { openAlone, takeOpening } from "../platform/openings.ts";
import { keepPresence } from "../platform/presence.ts";
import { keepStore } from "../platform/store.ts";
import { tellFrames } from "../platform/tabs.ts";
import { welcomeOnce } from "../platform/welcome.ts";
import { createWriter, type StorageArea, settingsLock } from "../platform/writer.ts";
import { readStored, STORED_KEYS } from "../settings/stored.ts";
import { suggester } from "./suggester.ts";

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
