/**
 * The count on the toolbar button. It belongs to a tab and shows what the tab's top frame has found; the browser takes
 * it away when the tab goes elsewhere, so nothing has to be remembered here and the background may sleep at any time.
 */
import browser from "webextension-polyfill";
import { askFrames, TOP_FRAME } from "../browser/frames.ts";
import { allTabs } from "../browser/tabs.ts";
import type { ReadOutcome } from "../settings/stored.ts";

/** Quiet grey-blue with white figures, 7:1. */
const COLOUR = "#3d4f63";

/** Whether the settings want it; not where they cannot be read. */
const isWanted = (outcome: ReadOutcome): boolean => outcome.kind !== "unreadable" && outcome.settings.badge;

export class Badge {
  readonly #load: () => Promise<ReadOutcome>;
  /** As it was last brought in line; `null` before. */
  #shown: boolean | null = null;

  /** @param load reads the settings, and never rejects */
  constructor(load: () => Promise<ReadOutcome>) {
    this.#load = load;
  }

  /** A frame has told how many entities it has found. */
  async showCount(tab: number | undefined, frame: number | undefined, count: number): Promise<void> {
    if (tab !== undefined && frame === TOP_FRAME && isWanted(await this.#load())) await paint(tab, count);
  }

  /** The settings have changed: brings every tab's badge in line where that concerns it. */
  async settingsChanged(): Promise<void> {
    const on = isWanted(await this.#load());
    if (on === this.#shown) return;
    this.#shown = on;
    await Promise.all((await allTabs()).map((tab) => (on ? count(tab) : paint(tab, 0))));
  }
}

async function count(tab: number): Promise<void> {
  const summary = await askFrames(tab, TOP_FRAME, "page.summary", {});
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
