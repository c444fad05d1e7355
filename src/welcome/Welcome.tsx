/** The page after installation, wired: settings, keys, and whether pages may be read. */
import { useEffect, useState } from "preact/hooks";
import { ALL_PAGES, askToRead, mayRead, onAccess } from "../browser/permissions.ts";
import { openSettings } from "../browser/settings-client.ts";
import { shortcuts } from "../browser/shortcuts.ts";
import { openAtlas, openOptions } from "../browser/tabs.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { defaults } from "../settings/defaults.ts";
import type { Settings } from "../settings/types.ts";
import { WelcomeView, type WelcomeViewProps } from "./WelcomeView.tsx";

export function Welcome({ pack }: { pack: PackIndex }) {
  const [settings, setSettings] = useState<Settings>(defaults);
  const [keys, setKeys] = useState<WelcomeViewProps["keys"]>(null);
  const [allowed, setAllowed] = useState<boolean | null>(null);

  useEffect(() => {
    const store = openSettings((outcome) => outcome.kind !== "unreadable" && setSettings(outcome.settings));
    return () => store.close();
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = settings.theme;
  }, [settings.theme]);
  useEffect(() => {
    void shortcuts().then((all) => {
      const keysOf = (name: string) => all.find((each) => each.name === name)?.keys ?? "";
      const [next, previous, enter] = [keysOf("next"), keysOf("previous"), keysOf("enter")];
      if (next !== "" && previous !== "" && enter !== "") setKeys([next, previous, enter]);
    });
  }, []);
  useEffect(() => {
    const look = () => void mayRead(ALL_PAGES).then(setAllowed);
    look();
    return onAccess(look);
  }, []);

  return (
    <WelcomeView
      pack={pack}
      settings={settings}
      keys={keys}
      allowed={allowed}
      onAllow={() => void askToRead(ALL_PAGES).then(setAllowed)}
      onOptions={() => void openOptions()}
      onAtlas={() => void openAtlas("")}
    />
  );
}
