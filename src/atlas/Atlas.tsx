/** The atlas, wired: its address, what it is about, and the reader's theme. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { openSettings } from "../browser/settings/settings-client.ts";
import { interfaceAttributes, t } from "../i18n/t.ts";
import { ALL_PACKS } from "../messages/opening.ts";
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { usePacks } from "../pages/use-packs.ts";
import { defaults } from "../settings/defaults.ts";
import { AtlasView } from "./AtlasView.tsx";
import { hashOf, packIn, readAddress } from "./model/address.ts";
import { alone, together } from "./model/together.ts";
import { useAddress } from "./use/use-address.ts";
import { useElsewhere } from "./use/use-elsewhere.ts";
import { usePack } from "./use/use-pack.ts";

const WORDS = { unknown: "atlasNoPack", unreadable: "atlasPackUnreadable" } as const;

export function Atlas({ bundled }: { bundled: PackIndex }) {
  const [settings, setSettings] = useState(defaults);
  const { hash, go } = useAddress();
  const wanted = packIn(hash);
  const isTogether = wanted === ALL_PACKS;
  const { index, missing, packs } = usePack(bundled, isTogether ? null : wanted, settings.packs);
  const active = usePacks(bundled, settings, isTogether);
  const shown = useMemo(() => {
    if (!isTogether) return index && alone(index);
    // Those that have come; where none is switched on, the bundled one, as where nothing is said of any.
    const come = active.packs.flatMap((one) => one.index ?? []);
    return together(come.length > 0 ? come : [bundled], active.same);
  }, [isTogether, index, active, bundled]);
  const { address, bad } = useMemo(
    () => readAddress(missing ? "" : hash, shown ?? bundled),
    [hash, missing, shown, bundled],
  );
  const isBundled = index === bundled;
  const selected = address.selection?.kind === "entity" ? address.selection.id : null;
  const elsewhere = useElsewhere(
    bundled.pack,
    index && !isBundled ? index.pack.id : null,
    isTogether ? null : selected,
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
  if (shown === null)
    return (
      <p class="reading" role="status" {...interfaceAttributes()}>
        {t("optionsPackReading")}
      </p>
    );
  /** What is not known may yet come. */
  const isComplete = !isTogether || active.complete;
  const only = isTogether ? null : index!.pack.id;
  /** The entity that is selected, by the ids that all packs' are told apart by. */
  const everywhere = selected === null || isTogether || isBundled ? selected : `${only}/${selected}`;
  /** What is looked at stays so, where the other one knows it. `null`: all of them. */
  const toPack = (id: string | null) => {
    const standing = everywhere === null ? null : active.same.standing(everywhere);
    const there = standing === null ? null : id === null ? standing : ownId(active.same.all(standing), id);
    const selection = there === null ? null : ({ kind: "entity", id: there } as const);
    go(
      hashOf({ view: address.view, selection }, id === null ? ALL_PACKS : id === bundled.pack.id ? null : id),
    );
  };
  /** Of the ids of an entity among all packs', the one of this pack, as its own file has it. */
  const ownId = (ids: readonly EntityId[], pack: string): EntityId | null => {
    const prefix = pack === bundled.pack.id ? "" : `${pack}/`;
    const own = ids.find((one) => (prefix === "" ? !one.includes("/") : one.startsWith(prefix)));
    return own === undefined ? null : own.slice(prefix.length);
  };
  return (
    <AtlasView
      key={only ?? ALL_PACKS}
      pack={shown}
      packs={packs}
      only={only}
      address={address}
      bad={missing ? t(WORDS[missing], wanted!) : bad === null || !isComplete ? null : t("atlasUnknown", bad)}
      elsewhere={elsewhere}
      onGo={(to) => go(hashOf(to, isTogether ? ALL_PACKS : isBundled ? null : only))}
      onPack={toPack}
      onElsewhere={go}
    />
  );
}
