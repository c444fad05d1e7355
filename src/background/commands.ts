/**
 * The keyboard commands of the manifest, handed to the page that is in front. Which of its frames the reader is in only
 * the frames know: all are asked, and the one that has the focus does it. Where none of ours has (the focus is in the
 * browser's own bars, or in a frame that is not read), the top frame does.
 */
import browser from "webextension-polyfill";
import { askFrames, TOP_FRAME } from "../browser/frames.ts";
import type { PageCommand } from "../messages/table.ts";

/** Must be called while the script is first evaluated, or the command that woke the background is lost. */
export function serveCommands(): void {
  // A phone's browser has none.
  const commands = browser.commands as typeof browser.commands | undefined;
  commands?.onCommand.addListener((command, tab) => {
    if (tab?.id !== undefined) void deliver(tab.id, command as PageCommand);
  });
}

/** Closes the card that some frame of a tab has open: a hovered frame does not have the focus, so it hears no keys. */
export async function closeCard(tab: number): Promise<void> {
  await askFrames(tab, "all", "page.command", { command: "close", anyway: true });
}

async function deliver(tab: number, command: PageCommand): Promise<void> {
  const done = await askFrames(tab, "all", "page.command", { command, anyway: false });
  if (done !== true) await askFrames(tab, TOP_FRAME, "page.command", { command, anyway: true });
}
