/** The page after installation, wired: settings, keys, the browser, and where it lets pages be read. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Platform, platform } from "../browser/platform.ts";
import { type OpenSettings, openSettings } from "../browser/settings/settings-client.ts";
import type { ReadOutcome } from "../browser/settings/stored-settings.ts";
import { shortcuts } from "../browser/shortcuts.ts";
import { openAtlas, openOptions } from "../browser/tabs.ts";
import { language } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { useReading } from "../pages/use-reading.ts";
import { createSearch } from "../search/search.ts";
import { defaults } from "../settings/defaults.ts";
import { foldText } from "../spot/letters/fold.ts";
import { WelcomeView, type WelcomeViewProps } from "./WelcomeView.tsx";

export function Welcome({ pack }: { pack: PackIndex }) {
  const [outcome, setOutcome] = useState<ReadOutcome | null>(null);
  const [keys, setKeys] = useState<WelcomeViewProps["keys"]>(null);
  const [browser, setBrowser] = useState<Platform["kind"] | null>(null);
  const store = useRef<OpenSettings | null>(null);
  const search = useMemo(() => createSearch(pack, foldText, language()), [pack]);
  const isReadable = outcome !== null && outcome.kind !== "unreadable";
  const settings = isReadable ? outcome.settings : defaults;
  const reading = useReading(settings, (intents) => void store.current?.change(intents));

  useEffect(() => {
    store.current = openSettings(setOutcome);
    return () => store.current?.close();
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = settings.theme;
  }, [settings.theme]);
  useEffect(() => {
    void platform().then(({ kind }) => setBrowser(kind));
    void shortcuts().then((all) => {
      const keysOf = (name: string) => all.find((each) => each.name === name)?.keys ?? "";
      const [next, previous, enter] = [keysOf("next"), keysOf("previous"), keysOf("enter")];
      if (next !== "" && previous !== "" && enter !== "") setKeys([next, previous, enter]);
    });
  }, []);

  const isLocked =
    isReadable && outcome.locked.some((key) => key === "markByDefault" || key === "readOnClick");
  return (
    <WelcomeView
      pack={pack}
      search={search}
      settings={settings}
      keys={keys}
      browser={browser}
      reading={{ ...reading, disabled: !isReadable || isLocked }}
      onOptions={() => void openOptions()}
      onAtlas={() => void openAtlas("")}
    />
  );
}
