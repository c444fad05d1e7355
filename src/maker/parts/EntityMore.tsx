/** What few entities need: longer names that mean something else, words that tell for or against it, its name in other languages, and what it is not. */
import { languageName } from "../../entity/words/script.ts";
import { t } from "../../i18n/t.ts";
import type { Cue, Decoy, Entity, Pack } from "../../pack/types.ts";
import { Choice, Field } from "../fields/Field.tsx";
import { FormsField } from "../fields/FormsField.tsx";
import { CueFields, DecoyFields } from "../fields/form-fields.tsx";
import { More } from "../fields/More.tsx";
import type { ProblemAt } from "../fields/problems.ts";
import { Remove } from "../fields/Remove.tsx";
import { SaidField } from "../fields/SaidField.tsx";

export interface EntityMoreProps {
  entity: Entity;
  pack: Pack;
  problemAt: ProblemAt;
  set(change: Partial<Entity>): void;
}

export function EntityMore({ entity, pack, problemAt, set }: EntityMoreProps) {
  const { decoys, cues, names, notSameAs } = entity;
  const { languages } = pack;
  const [original, ...translations] = languages;
  const others = pack.entities.filter(({ id }) => id !== entity.id);
  const nameOf = (id: string) => others.find((one) => one.id === id)?.name || id;
  const cueField = (way: "for" | "against") => (
    <FormsField
      name={`cues-${way}`}
      label={t(`makerCues_${way}`)}
      hint={t(`makerCuesHint_${way}`)}
      problem={problemAt(`cues.${way}`)}
      forms={cues[way]}
      make={(text): Cue => ({ text })}
      each={(form, setForm) => <CueFields {...{ form }} onChange={setForm} />}
      onChange={(forms) => set({ cues: { ...cues, [way]: forms } })}
    />
  );
  return (
    <>
      <More
        name="telling"
        title={t("makerTelling")}
        count={decoys.length + cues.for.length + cues.against.length}
        problem={problemAt("decoys") || problemAt("cues")}
      >
        <FormsField
          name="decoys"
          label={t("makerDecoys")}
          hint={t("makerDecoysHint")}
          problem={problemAt("decoys")}
          forms={decoys}
          make={(text): Decoy => ({ text, lang: original })}
          each={(form, setForm) => <DecoyFields {...{ form }} onChange={setForm} />}
          onChange={(forms) => set({ decoys: forms })}
        />
        {cueField("for")}
        {cueField("against")}
      </More>
      {translations.length > 0 && (
        <More
          name="other-names"
          title={t("makerOtherNames")}
          count={names.length}
          problem={problemAt("names")}
        >
          {translations.map((language) => (
            <Field
              key={language}
              name={`name-${language}`}
              label={languageName(language)}
              lang={language}
              value={names.find(({ lang }) => lang === language)?.text ?? ""}
              onChange={(text) => set({ names: withName(names, language, text) })}
            />
          ))}
        </More>
      )}
      {(others.length > 0 || notSameAs.length > 0) && (
        <More
          name="not-same"
          title={t("makerNotSame")}
          count={notSameAs.length}
          problem={problemAt("notSameAs")}
        >
          {notSameAs.map(({ entity: other, why }, i) => {
            const change = (changed: Partial<Entity["notSameAs"][number]>) =>
              set({ notSameAs: notSameAs.map((one, k) => (k === i ? { ...one, ...changed } : one)) });
            return (
              <div class="row" key={i}>
                <EntityChoice
                  name="other"
                  label={t("makerOther")}
                  value={other}
                  entities={others}
                  onChange={(id) => change({ entity: id })}
                />
                <SaidField
                  {...{ name: "why", languages }}
                  label={t("makerWhy")}
                  value={why}
                  problem={problemAt(`notSameAs[${i}]`)}
                  onChange={(text) => change({ why: text })}
                />
                <Remove
                  what={nameOf(other)}
                  onPress={() => set({ notSameAs: notSameAs.filter((_, k) => k !== i) })}
                />
              </div>
            );
          })}
          {others.length > 0 && (
            <button
              type="button"
              class="button"
              onClick={() => set({ notSameAs: [...notSameAs, { entity: others[0]!.id, why: "" }] })}
            >
              {t("makerNotSameAdd")}
            </button>
          )}
        </More>
      )}
    </>
  );
}

/** In the place where it stands; nothing typed: no name. */
function withName(names: Entity["names"], lang: string, text: string): Entity["names"] {
  if (text === "") return names.filter((name) => name.lang !== lang);
  return names.some((name) => name.lang === lang)
    ? names.map((name) => (name.lang === lang ? { lang, text } : name))
    : [...names, { lang, text }];
}

export interface EntityChoiceProps {
  name: string;
  label: string;
  value: string;
  entities: readonly Pick<Entity, "id" | "name">[];
  onChange(id: string): void;
}

/** One entity. That it is not there any more is shown, and is told as a mistake of the file. */
export function EntityChoice({ entities, ...choice }: EntityChoiceProps) {
  const ids = entities.map(({ id }) => id);
  return (
    <Choice
      {...choice}
      options={ids.includes(choice.value) ? ids : [choice.value, ...ids]}
      labelOf={(id) => {
        const entity = entities.find((one) => one.id === id);
        return entity ? entity.name || id : t("makerGone", id);
      }}
    />
  );
}
