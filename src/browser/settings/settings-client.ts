/** The settings as a page of the extension holds them: read, kept up to date, changed through the background. */
import type { ChangeResult, SettingsIntent } from "../../messages/table.ts";
import type { Settings } from "../../settings/types.ts";
import { askBackground } from "../messaging.ts";
import { loadSettings, onSettings, type ReadOutcome } from "./stored-settings.ts";

export interface OpenSettings {
  change(intents: SettingsIntent[]): Promise<ChangeResult>;
  /**
   * Changes what depends on what stands: `intentsFor` is asked when all that was changed here before is done, with the settings as they
   * are then. Of two clicks the second may come before the page has heard of what the first has changed.
   */
  changeFrom(intentsFor: (settings: Settings) => SettingsIntent[]): Promise<ChangeResult>;
  close(): void;
}

/** Hands on the settings once they are read, and after every change of them by anyone. */
export function openSettings(onOutcome: (outcome: ReadOutcome) => void): OpenSettings {
  let open = true;
  let changed = false;
  void loadSettings().then((outcome) => {
    if (open && !changed) onOutcome(outcome);
  });
  // A page that comes back from the back/forward cache, or is thawed, may have missed changes.
  const reread = () => void loadSettings().then((outcome) => open && onOutcome(outcome));
  const onShow = (event: PageTransitionEvent) => event.persisted && reread();
  window.addEventListener("pageshow", onShow);
  document.addEventListener("resume", reread);
  const stop = onSettings((outcome) => {
    changed = true;
    onOutcome(outcome);
  });
  /** Of all changes so far. */
  let done: Promise<unknown> = Promise.resolve();
  const change = (intents: SettingsIntent[]): Promise<ChangeResult> => {
    const result = askBackground("settings.change", { intents }).then(
      (answer): ChangeResult => answer ?? { ok: false, error: ["faultNoAnswer"] },
    );
    done = result;
    return result;
  };
  return {
    change,
    changeFrom(intentsFor) {
      const result = done.then(loadSettings).then((outcome): ChangeResult | Promise<ChangeResult> => {
        if (outcome.kind === "unreadable") return { ok: false, error: outcome.error };
        const intents = intentsFor(outcome.settings);
        if (intents.length > 0) return change(intents);
        return { ok: true, revision: outcome.kind === "value" ? outcome.revision : 0 };
      });
      done = result;
      return result;
    },
    close() {
      open = false;
      window.removeEventListener("pageshow", onShow);
      document.removeEventListener("resume", reread);
      stop();
    },
  };
}
