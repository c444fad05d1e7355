/** The keyboard commands as the browser has them, and its page where they are changed. */
import browser from "webextension-polyfill";

export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it; empty where no keys are set. */
  keys: string;
}

/** Empty on devices without a keyboard, where the browser has no commands. */
export async function shortcuts(): Promise<Shortcut[]> {
  try {
    const commands = await browser.commands.getAll();
    return commands.map(({ name = "", description = "", shortcut = "" }) => ({
      name,
      description,
      keys: shortcut,
    }));
  } catch {
    return [];
  }
}

/** Opens the browser's page for shortcuts. `false` where it does not let that be done. */
export async function changeShortcuts(): Promise<boolean> {
  try {
    const { commands } = browser as unknown as { commands: { openShortcutSettings?(): Promise<void> } };
    if (commands.openShortcutSettings) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
    return true;
  } catch {
    return false;
  }
}
