/**
 * The background: the single writer of settings, the keeper of the pack, the badge, a copy in every open page, and the
 * ways in that are the browser's own: its keys, its address bar, its context menu. A service worker in Chrome, an event
 * page in Firefox.
 */
import { bundledStored } from "sidelight:stored";
import browser from "webextension-polyfill";
import { askFrames, TOP_FRAME } from "../browser/frames.ts";
import { injectCard, injectRest, injectStyle } from "../browser/inject.ts";
import { serveBackground } from "../browser/messaging.ts";
import { readMessage } from "../browser/read-message.ts";
import { rest } from "../browser/rest.ts";
import { openTabs } from "../browser/tabs.ts";
import { language, setMessageReader } from "../i18n/t.ts";
import { PACK_KEYS, packFor } from "../pack/stored.ts";
import { loadStored } from "../settings/stored.ts";
import { Badge } from "./badge.ts";
import { bundledIndex, isBundledEntity } from "./bundled.ts";
import { closeCard, serveCommands } from "./commands.ts";
import { FrameNames } from "./frame-names.ts";
import { frameSettings } from "./frame-settings.ts";
import { injectIntoOpenTabs } from "./open-tabs.ts";
import { ActivePacksReader } from "./packs/active.ts";
import { createPacks } from "./packs/packs.ts";
import { withProvided } from "./packs/provided.ts";
import { createCardRequests } from "./settings/card-requests.ts";
import { guardedStorageLock, guardStorage, type LocalArea } from "./settings/guarded-storage.ts";
import { maintainStorage } from "./settings/maintenance.ts";
import { createPagesMeant } from "./settings/pages-meant.ts";
import { createPagesOnce } from "./settings/pages-once.ts";
import { createWriter, type StorageArea, settingsLock } from "./settings/writer.ts";
import { vouchedAddress } from "./vouched-address.ts";
import { openAtlas, openAtlasPage, takeAtlasOpening } from "./ways-in/atlas-opening.ts";
import { serveMenu } from "./ways-in/menu.ts";
import { serveOmnibox } from "./ways-in/omnibox.ts";
import { OmniboxSearch } from "./ways-in/omnibox-search.ts";
import { openPopupPage, takePopupOpening } from "./ways-in/popup-opening.ts";
import { welcomeOnce } from "./ways-in/welcome.ts";

setMessageReader(readMessage);
const session = browser.storage.session as StorageArea;
const local = guardStorage(
  browser.storage.local as LocalArea,
  session,
  guardedStorageLock,
  Object.values(PACK_KEYS),
);
const changeSettings = createWriter(local, settingsLock);
const loadSettings = () => loadStored((keys) => local.get(keys));
const reread = (tab: number) => askFrames(tab, "all", "page.reread", {});
const pagesMeant = createPagesMeant(session, openTabs, reread);
const pagesOnce = createPagesOnce(session, openTabs, reread);
const cardRequests = createCardRequests({
  session,
  load: loadSettings,
  change: changeSettings,
  pages: pagesMeant,
});
const packs = createPacks(local);
const packStore = withProvided(packs.store, local, browser.storage.managed);
const frameNames = new FrameNames(local, packs.inUse);
const activePacks = new ActivePacksReader(local, packs.inUse);
const omniboxSearch = new OmniboxSearch({
  bundled: bundledIndex,
  list: () => activePacks.list(),
  part: (install, part) => activePacks.part(install, part),
  rest: () => rest("background"),
});
const badge = new Badge(loadSettings);

serveBackground({
  "settings.change": ({ intents }) => changeSettings(intents),
  "page.less": cardRequests.less,
  "page.meant": cardRequests.meant,
  "page.settings": (_, origin) => frameSettings(local, pagesMeant, pagesOnce, packs.inUse, origin),
  "pack.text": async () => ({ ...bundledStored, text: packFor(language(), bundledStored.text) }),
  "page.sieve": async ({ address }, { page, tab }) => {
    const vouched = vouchedAddress(address, page);
    return frameNames.sieve(vouched, await pagesOnce.has(tab, vouched));
  },
  "popup.readOnce": ({ tab, address }) => pagesOnce.read(tab, address),
  "page.ownNames": ({ address }, { page }) => frameNames.own(vouchedAddress(address, page)),
  "page.runs": ({ address, ...wanted }, { page }) => frameNames.runs(vouchedAddress(address, page), wanted),
  "page.packs": ({ address }, { page }) => frameNames.packNames(vouchedAddress(address, page)),
  "page.shards": ({ address, keys, known }, { page }) =>
    frameNames.shards(vouchedAddress(address, page), keys, known),
  "page.rest": (_, frame) => injectRest(frame),
  "page.said": ({ address, entities }, { isOwn, page }) =>
    frameNames.said(isOwn ? address : vouchedAddress(address, page), entities),
  "page.style": async ({ card }, frame) =>
    (await Promise.all([injectStyle(frame), card ? injectCard(frame) : true])).every(Boolean),
  "page.count": async ({ count }, { tab, frame }) => {
    await badge.showCount(tab, frame, count);
    return null;
  },
  "page.escape": async (_, { tab }) => {
    if (tab !== undefined) await closeCard(tab);
    return null;
  },
  "page.turned": async (_, { tab, frame }) => {
    if (frame === TOP_FRAME && tab !== undefined) await askFrames(tab, "all", "page.check", {});
    return null;
  },
  "packs.list": () => packStore.list(),
  "packs.install": ({ text }) => packStore.install(text),
  "packs.remove": ({ id }) => packStore.remove(id),
  "packs.restore": () => packStore.restore(),
  "packs.text": ({ id }) => packStore.text(id),
  "packs.active": () => activePacks.list(),
  "packs.part": ({ install, part }) => activePacks.part(install, part),
  "packs.said": ({ entities }) => frameNames.said(null, entities),
  "popup.opened": async () => takePopupOpening(),
  // A content script may be a page's that has broken out: it can have the atlas opened, at what an analysis in use holds.
  "page.atlas": async ({ entity, address }, { tab, isPrivate, page }) =>
    (isBundledEntity(entity) || (await activePacks.has(entity, vouchedAddress(address, page)))) &&
    openAtlas(entity, { isPrivate, beside: tab }),
  "atlas.opened": async () => takeAtlasOpening(),
});
serveCommands();
serveMenu();
serveOmnibox(omniboxSearch, openPopupPage, openAtlasPage);
injectIntoOpenTabs(local);
maintainStorage(local, bundledStored, () => void badge.settingsChanged());
browser.storage.onChanged.addListener((_, area) => {
  if (area === "managed") void packStore.follow();
});
void packStore.follow();
welcomeOnce(local);
