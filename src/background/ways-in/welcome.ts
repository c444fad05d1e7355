/** The one page that opens by itself: after installation, and never again. */
import browser from "webextension-polyfill";
import { WELCOMED_KEY } from "../settings/guarded-storage.ts";
import type { StorageArea } from "../settings/writer.ts";

/** Must be called while the script is first evaluated, or the event is lost. */
export function welcomeOnce(area: StorageArea): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") void welcome(area);
  });
}

/** Written down before it is opened: rather no page than one twice. */
async function welcome(area: StorageArea): Promise<void> {
  try {
    if ((await area.get([WELCOMED_KEY]))[WELCOMED_KEY] === true) return;
    await area.set({ [WELCOMED_KEY]: true });
    await browser.tabs.create({ url: browser.runtime.getURL("welcome.html") });
  } catch {
    // There is no window to open it in.
  }
}
