/**
 * The background: the single writer of settings, the keeper of the pack, the badge, a copy in every open page, and the
 * ways in that are the browser's own: its keys, its address bar, its context menu. A service worker in Chrome, an event
 * page in Firefox.
 */
import { bundledStored } from "sidelight:stored";
import browser from "webextension-polyfill";
import { showCount, watchBadge } from "../platform/badge.ts";
import { closeCard, serveCommands } from "../platform/commands.ts";
import { serveMenu } from "../platform/menu.ts";
import { serveBackground } from "../platform/messaging.ts";
import { serveOmnibox } from "../platform/omnibox.ts";
import { openAlone, takeOpening } from "../platform/openings.ts";
import { keepPack } from "../platform/pack.ts";
import { keepPresence } from "../platform/presence.ts";
import { keepStore } from "../platform/store.ts";
import { welcomeOnce } from "../platform/welcome.ts";
import { createWriter, settingsLock } from "../platform/writer.ts";
import { suggester } from "./suggester.ts";

const { local } = browser.storage;
const changeSettings = createWriter(local, settingsLock);

serveBackground({
  "settings.change": ({ intents }) => changeSettings(intents),
  "pack.wanted": () => keepPack(local, bundledStored),
  "pack.text": async () => bundledStored,
  "page.count": async ({ count }, { tab, frame }) => {
    await showCount(tab, frame, count);
    return null;
  },
  "page.escape": async (_, { tab }) => {
    if (tab !== undefined) await closeCard(tab);
    return null;
  },
  "popup.opened": async () => takeOpening(),
});
serveCommands();
serveMenu();
serveOmnibox(suggester, openAlone);
watchBadge();
keepPresence();
keepStore();
welcomeOnce(local);
void keepPack(local, bundledStored);
