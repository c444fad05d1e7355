/** The atlas, wired: its address, and the reader's theme. */
import { useEffect, useState } from "preact/hooks";
import { openSettings } from "../browser/settings-client.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { AtlasView } from "./AtlasView.tsx";
import { useAddress } from "./use-address.ts";

export function Atlas({ pack }: { pack: PackIndex }) {
  const [theme, setTheme] = useState("auto");
  const { address, bad, go } = useAddress(pack);
  useEffect(() => {
    const store = openSettings((outcome) => {
      if (outcome.kind !== "unreadable") setTheme(outcome.settings.theme);
    });
    return () => store.close();
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return <AtlasView pack={pack} address={address} bad={bad} onGo={go} />;
}
