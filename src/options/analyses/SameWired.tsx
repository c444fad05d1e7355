/** `Same`, wired to the analyses that are switched on. */
import { useState } from "preact/hooks";
import { nameOfEntity } from "../../entity/words/names.ts";
import { language, t } from "../../i18n/t.ts";
import type { SettingsIntent } from "../../messages/table.ts";
import type { PackIndex } from "../../pack/lookup.ts";
import { sentenceIn } from "../../pack/texts.ts";
import type { EntityId } from "../../pack/types.ts";
import { usePacks } from "../../pages/use-packs.ts";
import { useSearch } from "../../pages/use-search.ts";
import { EACH_BY_ITSELF } from "../../search/same-entities.ts";
import type { PackUse, SameRule } from "../../settings/types.ts";
import { Same } from "./Same.tsx";

export interface SameWiredProps {
  bundled: PackIndex;
  uses: readonly PackUse[];
  rules: readonly SameRule[];
  /** Answers whether it was saved. */
  onChange(...intents: SettingsIntent[]): Promise<boolean>;
}

export function SameWired({ bundled, uses, rules, onChange }: SameWiredProps) {
  const [query, setQuery] = useState("");
  // All that all of them say is not to be brought each time the options are opened.
  const [isWanted, setWanted] = useState(false);
  const active = usePacks(bundled, { packs: uses, same: rules }, isWanted || rules.length > 0);
  const { results, partial } = useSearch({ ...active, same: EACH_BY_ITSELF }, query, null);
  const nameOf = (entity: EntityId) => {
    const pack = active.packs.find(({ index }) => index?.entities.has(entity));
    if (!pack) return entity;
    const { text } = sentenceIn(pack.head, pack.head.title, language());
    return t("optionsSameName", nameOfEntity(pack.index, entity), text);
  };
  if (active.packs.length < 2 && rules.length === 0) return null;
  return (
    <Same
      {...{ rules, nameOf, query, partial }}
      results={results.filter(({ kind }) => kind === "entity")}
      onQuery={setQuery}
      onBegin={() => setWanted(true)}
      onSame={(rule, on) => onChange({ type: "same", rule, on })}
    />
  );
}
