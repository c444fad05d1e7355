/** Names that several entities have: which of them is meant is decided on the page where such a name stands. */
import { t } from "../../i18n/t.ts";
import type { Alias, Ambiguity, Pack } from "../../pack/types.ts";
import { freshStatementId } from "../editing/edit-pack.ts";
import { FormsField } from "../fields/FormsField.tsx";
import { NameFields } from "../fields/form-fields.tsx";
import { More } from "../fields/More.tsx";
import type { ProblemAt } from "../fields/problems.ts";
import { Remove } from "../fields/Remove.tsx";
import { Ticks } from "../fields/Ticks.tsx";
import { EntityChoice } from "./EntityMore.tsx";

export interface SharedProps {
  pack: Pack;
  problemAt: ProblemAt;
  onChange(ambiguities: Ambiguity[]): void;
}

export function Shared({ pack, problemAt, onChange }: SharedProps) {
  const { ambiguities, entities, languages } = pack;
  return (
    <>
      {ambiguities.map((one, i) => {
        const { aliases, among } = one;
        const at = `ambiguities[${i}]`;
        const set = (change: Partial<Ambiguity>) =>
          onChange(ambiguities.map((other, k) => (k === i ? { ...one, ...change } : other)));
        return (
          <More
            key={one.id}
            name={one.id}
            class="claim"
            title={aliases[0]?.text ?? t("makerSharedName", i + 1)}
            problem={problemAt(at)}
            open={aliases.length === 0}
          >
            <FormsField
              name="shared-names"
              label={t("makerNames")}
              hint={t("makerNamesHint")}
              problem={problemAt(`${at}.aliases`)}
              forms={aliases}
              make={(text): Alias => ({ text, lang: languages[0] })}
              each={(form, setForm) => <NameFields {...{ form }} onChange={setForm} />}
              onChange={(forms) => set({ aliases: forms })}
            />
            <Ticks
              name="among"
              title={t("makerAmong")}
              options={entities.map(({ id, name }) => ({ value: id, label: name || id }))}
              chosen={among}
              problem={problemAt(`${at}.among`)}
              onChange={(chosen) => set({ among: chosen })}
            />
            {among.length > 1 && (
              <EntityChoice
                name="first"
                label={t("makerFirst")}
                value={among[0]!}
                entities={among.map((id) => entities.find((entity) => entity.id === id) ?? { id, name: "" })}
                onChange={(first) => set({ among: [first, ...among.filter((id) => id !== first)] })}
              />
            )}
            <Remove
              what={aliases[0]?.text ?? t("makerSharedName", i + 1)}
              onPress={() => onChange(ambiguities.filter((_, k) => k !== i))}
            />
          </More>
        );
      })}
      <button
        type="button"
        class="button"
        name="add-shared"
        disabled={entities.length < 2}
        onClick={() =>
          onChange([...ambiguities, { id: freshStatementId("shared", ambiguities), aliases: [], among: [] }])
        }
      >
        {t("makerSharedAdd")}
      </button>
    </>
  );
}
