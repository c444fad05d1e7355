/** The atlas, wired: its address, the pack that it is about, and the reader's theme. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { openSettings } from "../browser/settings/settings-client.ts";
import { interfaceAttributes, t } from "../i18n/t.ts";
import { atlasHash } from "../messages/opening.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { defaults } from "../settings/defaults.ts";
import { AtlasView } from "./AtlasView.tsx";
import { hashOf, packIn, readAddress } from "./model/address.ts";
import { useAddress } from "./use/use-address.ts";
import { useElsewhere } from "./use/use-elsewhere.ts";
import { usePack } from "./use/use-pack.ts";

const WORDS = { unknown: "atlasNoPack", unreadable: "atlasPackUnreadable" } as const;

export function Atlas({ bundled }: { bundled: PackIndex }) {
  const [settings, setSettings] = useState(defaults);
  const { hash, go } = useAddress();
  const wanted = packIn(hash);
  const { index, missing, packs } = usePack(bundled, wanted, settings.packs);
  const { address, bad } = useMemo(
    () => readAddress(missing ? "" : hash, index ?? bundled),
    [hash, missing, index, bundled],
  );
  const isBundled = index === bundled;
  const elsewhere = useElsewhere(
    bundled.pack,
    index && !isBundled ? index.pack.id : null,
    address.selection?.kind === "entity" ? address.selection.id : null,
    settings.same,
  );
  useEffect(() => {
    const store = openSettings((outcome) => {
      if (outcome.kind !== "unreadable") setSettings(outcome.settings);
    });
    return () => store.close();
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = settings.theme;
  }, [settings.theme]);
  if (index === null)
    return (
      <p class="reading" role="status" {...interfaceAttributes()}>
        {t("optionsPackReading")}
      </p>
    );
  const toPack = (id: string) => go(id === bundled.pack.id ? "" : atlasHash(id));
  return (
    <AtlasView
      key={index.pack.id}
      pack={index}
      packs={packs}
      address={address}
      bad={missing ? t(WORDS[missing], wanted!) : bad === null ? null : t("atlasUnknown", bad)}
      elsewhere={elsewhere}
      onGo={(to) => go(hashOf(to, isBundled ? null : index.pack.id))}
      onPack={toPack}
      onElsewhere={go}
    />
  );
}
