/**
 * The count on the toolbar button. It belongs to a tab and shows what the tab's top frame has found; the browser takes
 * it away when the tab goes elsewhere, so nothing has to be remembered here and the background may sleep at any time.
 */
import browser from "webextension-polyfill";
import { loadSettings, onSettings } from "../browser/stored-settings.ts";
import { allTabs, askSummary } from "../browser/tabs.ts";

const TOP_FRAME = 0;
/** Quiet grey-blue with white figures, 7:1. */
const COLOUR = "#3d4f63";

/** A frame has told how many entities it has found. */
export async function showCount(
  tab: number | undefined,
  frame: number | undefined,
  count: number,
): Promise<void> {
  if (tab === undefined || frame !== TOP_FRAME || !(await wanted())) return;
  await paint(tab, count);
}

/** Brings every tab's badge in line when the setting changes. */
export function watchBadge(): void {
  let shown: boolean | null = null;
  onSettings(async (outcome) => {
    const on = outcome.kind !== "unreadable" && outcome.settings.badge;
    if (on === shown) return;
    shown = on;
    await Promise.all((await allTabs()).map((tab) => (on ? count(tab) : paint(tab, 0))));
  });
}

async function wanted(): Promise<boolean> {
  const outcome = await loadSettings();
  return outcome.kind !== "unreadable" && outcome.settings.badge;
}

async function count(tab: number): Promise<void> {
  const summary = await askSummary(tab, TOP_FRAME);
  if (summary !== null) await paint(tab, summary.entities.length);
}

async function paint(tab: number, count: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: COLOUR });
    await browser.action.setBadgeText({ tabId: tab, text: count === 0 ? "" : String(count) });
  } catch {
    // The tab was closed meanwhile.
  }
}
