/**
 * Opening the atlas for the reader, in a tab of its own. Its address says what it shows, but from a private window: browsers
 * write addresses down, so it is told then when it asks (`atlas.opened`).
 */
import browser from "webextension-polyfill";
import { atlasAddress, atlasHashOf } from "../../messages/opening.ts";
import type { EntityId } from "../../pack/types.ts";

/** An atlas that was asked for comes within moments, ms. */
const SOON = 10_000;

/** Kept in memory alone: the background stays awake for longer than that after the event that began it. */
let waiting: { hash: string; until: number } | null = null;

/** What the atlas that has just opened is to show; `null` where its address says it. Answered once. */
export function takeAtlasOpening(): string | null {
  const taken = waiting;
  waiting = null;
  return taken !== null && Date.now() < taken.until ? taken.hash : null;
}

/**
 * @param beside the tab that it is opened from
 * @param entity what it shows; nothing: the whole
 */
export async function openAtlas(
  entity: EntityId | null,
  { isPrivate, beside, disposition = "newForegroundTab" }: AtlasOpening,
): Promise<boolean> {
  const hash = entity === null ? "" : atlasHashOf(entity);
  waiting = isPrivate ? { hash, until: Date.now() + SOON } : null;
  const url = browser.runtime.getURL(atlasAddress(isPrivate ? "" : hash));
  // Chrome shows no page of an extension in a private window: a new tab goes to another window then.
  if (disposition === "currentTab" && beside !== undefined) {
    try {
      await browser.tabs.update(beside, { url });
      return true;
    } catch {
      // It was closed meanwhile, or may not be taken.
    }
  }
  try {
    await browser.tabs.create({
      url,
      active: disposition !== "newBackgroundTab",
      ...(beside !== undefined && !isPrivate && { openerTabId: beside }),
    });
    return true;
  } catch {
    return false;
  }
}

interface AtlasOpening {
  isPrivate: boolean;
  beside?: number | undefined;
  disposition?: browser.Omnibox.OnInputEnteredDisposition;
}

/** From the address bar. */
export async function openAtlasPage(
  disposition: browser.Omnibox.OnInputEnteredDisposition,
  entity: EntityId | null,
): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  await openAtlas(entity, { isPrivate: tab?.incognito === true, beside: tab?.id, disposition });
}
