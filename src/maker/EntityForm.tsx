/** One entity of the pack that is being made: its names, its kind, what the article says of it. */
import { t } from "../i18n/t.ts";
import { ENTITY_KINDS, type PassageId, STANCES } from "../pack/types.ts";
import { Choice, Field } from "./Field.tsx";
import type { WorkClaim, WorkEntity } from "./work.ts";

export interface EntityFormProps {
  entity: WorkEntity;
  /** Those of the article, to choose from. */
  passages: readonly PassageId[];
  /** What is wrong at a place of it: "summary", "claims[0].text". */
  problemAt(path: string): string;
  onChange(entity: WorkEntity): void;
}

const NEW_CLAIM: WorkClaim = { text: "", stance: "reported", by: "", passage: "" };

export function EntityForm({ entity, passages, problemAt, onChange }: EntityFormProps) {
  const set = (change: Partial<WorkEntity>) => onChange({ ...entity, ...change });
  const setClaim = (index: number, change: Partial<WorkClaim>) =>
    set({ claims: entity.claims.map((claim, i) => (i === index ? { ...claim, ...change } : claim)) });
  return (
    <fieldset class="entity" data-entity={entity.key}>
      <legend>
        <bdi>{entity.name || entity.key}</bdi>
      </legend>
      <div class="row">
        <Field
          name="name"
          label={t("makerName")}
          value={entity.name}
          problem={problemAt("name")}
          onChange={(name) => set({ name })}
        />
        <Choice
          name="kind"
          label={t("makerKind")}
          value={entity.kind}
          options={ENTITY_KINDS}
          labelOf={(kind) => t(`cardKind_${kind}`)}
          onChange={(kind) => set({ kind })}
        />
        <Field
          name="wikidata"
          label={t("makerWikidata")}
          value={entity.wikidata}
          problem={problemAt("sameAs")}
          onChange={(wikidata) => set({ wikidata: wikidata.trim() })}
        />
      </div>
      <Field
        name="names"
        rows={2}
        label={t("makerNames")}
        hint={t("makerNamesHint")}
        value={entity.names}
        problem={problemAt("aliases")}
        onChange={(names) => set({ names })}
      />
      <Field
        name="summary"
        rows={2}
        label={t("makerSummary")}
        value={entity.summary}
        problem={problemAt("summary")}
        onChange={(summary) => set({ summary })}
      />
      {entity.claims.map((claim, i) => (
        <fieldset class="claim" key={i}>
          <legend>{t("makerClaim", i + 1)}</legend>
          <Field
            name="claim"
            rows={2}
            label={t("makerClaimText")}
            value={claim.text}
            problem={problemAt(`claims[${i}].text`)}
            onChange={(text) => setClaim(i, { text })}
          />
          <div class="row">
            <Choice
              name="stance"
              label={t("makerStance")}
              value={claim.stance}
              options={STANCES}
              labelOf={(stance) => t(`cardStance_${stance}`)}
              onChange={(stance) => setClaim(i, { stance })}
            />
            {claim.stance !== "editor" && (
              <Field
                name="by"
                label={t("makerBy")}
                value={claim.by}
                problem={problemAt(`claims[${i}].by`)}
                onChange={(by) => setClaim(i, { by })}
              />
            )}
            <Choice
              name="passage"
              label={t("makerPassage")}
              value={claim.passage}
              options={["", ...passages]}
              labelOf={(id) => (id === "" ? t("makerPassageNone") : id.replace("p", "¶"))}
              onChange={(passage) => setClaim(i, { passage })}
            />
            <button
              type="button"
              class="button"
              onClick={() => set({ claims: entity.claims.filter((_, k) => k !== i) })}
            >
              {t("makerClaimRemove", i + 1)}
            </button>
          </div>
        </fieldset>
      ))}
      <button
        type="button"
        class="button"
        name="add-claim"
        onClick={() => set({ claims: [...entity.claims, NEW_CLAIM] })}
      >
        {t("makerClaimAdd")}
      </button>
    </fieldset>
  );
}
