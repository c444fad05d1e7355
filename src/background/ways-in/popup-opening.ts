/**
 * Opening the popup for the reader: over the page where the browser does that, else as a page in a tab. What it is to
 * show is handed over when it asks (`popup.opened`): a popup over a page has no address of its own, and text from a page
 * is not to stand in one.
 */
import browser from "webextension-polyfill";
import { type Opening, openingAddress } from "../../messages/opening.ts";

/** A popup that was asked for comes within moments; one that comes later was opened by hand, ms. */
const SOON = 10_000;

/** Kept in memory alone: the background stays awake for longer than that after the event that began it. */
let waiting: { opening: Opening; until: number } | null = null;

/** What the popup that has just opened is to show; `null` where nobody has said. Answered once. */
export function takePopupOpening(): Opening | null {
  const taken = waiting;
  waiting = null;
  return taken !== null && Date.now() < taken.until ? taken.opening : null;
}

function handOver(opening: Opening): void {
  waiting = { opening, until: Date.now() + SOON };
}

/** Opens the popup over a tab's page. Must be called within the reader's click: Firefox opens it only then. */
export async function openPopupOver(tab: browser.Tabs.Tab | undefined, opening: Opening): Promise<void> {
  handOver(opening);
  try {
    await browser.action.openPopup();
  } catch {
    // No button to open it from, as in a window without a toolbar, or no such call, as on a phone.
    if (waiting === null) return;
    await openIn("newForegroundTab", tab?.id === undefined ? {} : { tab: tab.id }, tab);
  }
}

/** Opens the popup as a page that shows something; where from a private window, without a trace in its address. */
export async function openPopupPage(
  disposition: browser.Omnibox.OnInputEnteredDisposition,
  opening: Opening,
) {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.incognito) handOver(opening);
  await openIn(disposition, tab?.incognito ? {} : opening, tab);
}

async function openIn(
  disposition: browser.Omnibox.OnInputEnteredDisposition,
  opening: Opening,
  tab: browser.Tabs.Tab | undefined,
): Promise<void> {
  const url = browser.runtime.getURL(openingAddress(opening));
  // Chrome shows no page of an extension in a private window: a new tab goes to another window then.
  if (disposition === "currentTab" && tab?.id !== undefined) {
    try {
      await browser.tabs.update(tab.id, { url });
      return;
    } catch {
      // It was closed meanwhile, or may not be taken.
    }
  }
  await browser.tabs.create({ url, active: disposition !== "newBackgroundTab" });
}
