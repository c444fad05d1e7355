/** The entry of the context menu for selected text: looks it up in the popup. */
import browser from "webextension-polyfill";
import { t } from "../../i18n/t.ts";
import { openPopupOver } from "./popup-opening.ts";

const LOOK_UP = "look-up";

/** UTF-16 units: names are shorter, and a search for a paragraph finds nothing. */
const LONGEST = 100;

/**
 * In `storage.session`, which is empty when the browser or the extension has just started: entries outlive the
 * background, and in Chrome the browser, but not a change of the language that they are in.
 */
const MADE_KEY = "menu";

/** Must be called while the script is first evaluated, or the click that woke the background is lost. */
export function serveMenu(): void {
  // A phone's browser has none.
  const menus = browser.contextMenus as typeof browser.contextMenus | undefined;
  if (!menus) return;
  menus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === LOOK_UP) void openPopupOver(tab, { query: queryOf(selectionText ?? "") });
  });
  // Listened to for the waking alone: in Chrome nothing else starts the background with the browser, or after an update.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.runtime.onInstalled.addListener(() => undefined);
  void make();
}

/** Made once for a start of the extension: a second entry with the same id would be an error. */
async function make(): Promise<void> {
  const { session } = browser.storage;
  try {
    if (MADE_KEY in (await session.get([MADE_KEY]))) return;
    // What an earlier version, or an earlier run of the browser, has left.
    await browser.contextMenus.removeAll();
    await new Promise<void>((resolve, reject) => {
      browser.contextMenus.create({ id: LOOK_UP, title: t("menuLookUp"), contexts: ["selection"] }, () => {
        const { lastError } = browser.runtime;
        if (lastError) reject(lastError);
        else resolve();
      });
    });
    await session.set({ [MADE_KEY]: true });
  } catch {
    // The next waking tries again.
  }
}

/** A selection as one line, cut at a word where it is long. */
function queryOf(selection: string): string {
  const line = selection.replace(/\s+/gu, " ").trim().toWellFormed();
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST + 1);
  const gap = cut.lastIndexOf(" ");
  // Of scripts without spaces, half a letter at the cut would be no text.
  return (gap > 0 ? cut.slice(0, gap) : cut.slice(0, LONGEST)).replace(/[\ud800-\udbff]$/, "");
}
