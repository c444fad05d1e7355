/** The settings as a page of the extension holds them: read, kept up to date, changed through the background. */
import type { ChangeResult, SettingsIntent } from "../../messages/table.ts";
import { askBackground } from "../messaging.ts";
import { loadSettings, onSettings, type ReadOutcome } from "./stored-settings.ts";

export interface OpenSettings {
  change(intents: SettingsIntent[]): Promise<ChangeResult>;
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
  return {
    change: async (intents) =>
      (await askBackground("settings.change", { intents })) ?? {
        ok: false,
        error: ["faultNoAnswer"],
      },
    close() {
      open = false;
      window.removeEventListener("pageshow", onShow);
      document.removeEventListener("resume", reread);
      stop();
    },
  };
}
