/**
 * The keyboard commands of the manifest, handed to the page that is in front. Which of its frames the reader is in only
 * the frames know: all are asked, and the one that has the focus does it. Where none of ours has (the focus is in the
 * browser's own bars, or in a frame that is not read), the top frame does.
 */
import browser from "webextension-polyfill";
import type { PageCommand, PageRequests } from "../messages/table.ts";

/** Must be called while the script is first evaluated, or the command that woke the background is lost. */
export function serveCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) void deliver(tab.id, command as PageCommand);
  });
}

/** Closes the card that some frame of a tab has open: a hovered frame does not have the focus, so it hears no keys. */
export async function closeCard(tab: number): Promise<void> {
  await ask(tab, "close", true).catch(() => undefined);
}

function ask(tab: number, command: PageCommand, anyway: boolean, options?: { frameId: number }) {
  const request: PageRequests["page.command"]["request"] = { command, anyway };
  return browser.tabs.sendMessage(tab, { type: "page.command", request }, options);
}

async function deliver(tab: number, command: PageCommand): Promise<void> {
  try {
    if ((await ask(tab, command, false)) !== true) await ask(tab, command, true, { frameId: 0 });
  } catch {
    // Nobody reads this page.
  }
}
