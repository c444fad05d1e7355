/** One entity of the pack that is being made: its names, its kind, what the article says of it; behind them what few entities need. */
import { useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import {
  type Alias,
  type Claim,
  ENTITY_KINDS,
  type Entity,
  type Pack,
  type PassageId,
} from "../../pack/types.ts";
import { freshStatementId, NEW_STATEMENT } from "../editing/edit-pack.ts";
import { Choice, Field } from "../fields/Field.tsx";
import { FormsField } from "../fields/FormsField.tsx";
import { NameFields } from "../fields/form-fields.tsx";
import { More } from "../fields/More.tsx";
import { type ProblemAt, under } from "../fields/problems.ts";
import { SaidField } from "../fields/SaidField.tsx";
import { StatementFields } from "../fields/StatementFields.tsx";
import { EntityMore } from "./EntityMore.tsx";

export interface EntityFormProps {
  entity: Entity;
  pack: Pack;
  passages: readonly PassageId[];
  /** Whether it is open at first. */
  open: boolean;
  /** Places are those of the entity: "summary", "claims[0].text". */
  problemAt: ProblemAt;
  onChange(entity: Entity): void;
  onTakeOut(): void;
}

/** What an entity has in a pack's file: where any of it is wrong, the title says so, for the part may be closed. */
const PARTS = [
  "name",
  "names",
  "kind",
  "summary",
  "aliases",
  "decoys",
  "cues",
  "claims",
  "notSameAs",
  "sameAs",
];

const idsIn = (typed: string): string[] => typed.split(/[\s,،]+/).filter((id) => id !== "");

export function EntityForm({
  entity,
  pack,
  passages,
  open,
  problemAt,
  onChange,
  onTakeOut,
}: EntityFormProps) {
  const { languages } = pack;
  const set = (change: Partial<Entity>) => onChange({ ...entity, ...change });
  const setClaim = (index: number, change: Partial<Claim>) =>
    set({ claims: entity.claims.map((claim, i) => (i === index ? { ...claim, ...change } : claim)) });
  const addClaim = () => {
    const id = freshStatementId(
      entity.id,
      pack.entities.flatMap(({ claims }) => claims),
    );
    set({ claims: [...entity.claims, { ...NEW_STATEMENT, id }] });
  };
  const [typedIds, setTypedIds] = useState("");
  const shownIds = (entity.sameAs ?? []).join(", ");
  const setWikidata = (typed: string) => {
    setTypedIds(typed);
    const { sameAs: _, ...rest } = entity;
    const ids = idsIn(typed);
    onChange(ids.length === 0 ? rest : { ...rest, sameAs: ids });
  };
  return (
    <div data-entity={entity.id}>
      <More
        name={entity.id}
        class="entity"
        title={entity.name || entity.id}
        problem={PARTS.map(problemAt).find((problem) => problem !== "") ?? ""}
        open={open}
      >
        <div class="row">
          <Field
            name="name"
            label={t("makerName")}
            value={entity.name}
            problem={problemAt("name")}
            lang={languages[0]}
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
            // A comma at the end is no id, and is to stay while the next one is typed.
            value={idsIn(typedIds).join(", ") === shownIds ? typedIds : shownIds}
            problem={problemAt("sameAs")}
            onChange={setWikidata}
          />
        </div>
        <FormsField
          name="names"
          label={t("makerNames")}
          hint={t("makerNamesHint")}
          problem={problemAt("aliases")}
          forms={entity.aliases}
          make={(text): Alias => ({ text, lang: languages[0] })}
          each={(form, setForm) => <NameFields {...{ form }} onChange={setForm} />}
          onChange={(aliases) => set({ aliases })}
        />
        <SaidField
          {...{ name: "summary", languages }}
          rows={2}
          label={t("makerSummary")}
          value={entity.summary}
          problem={problemAt("summary")}
          onChange={(summary) => set({ summary })}
        />
        {entity.claims.map((claim, i) => (
          <fieldset class="claim" key={claim.id}>
            <legend>{t("makerClaim", i + 1)}</legend>
            <StatementFields
              {...{ name: "claim", pack, passages }}
              label={t("makerClaimText")}
              statement={claim}
              problemAt={under(problemAt, `claims[${i}]`)}
              onChange={(change) => setClaim(i, change)}
            />
            <button
              type="button"
              class="button"
              onClick={() => set({ claims: entity.claims.filter((_, k) => k !== i) })}
            >
              {t("makerClaimRemove", i + 1)}
            </button>
          </fieldset>
        ))}
        <button type="button" class="button" name="add-claim" onClick={addClaim}>
          {t("makerClaimAdd")}
        </button>
        <EntityMore {...{ entity, pack, problemAt, set }} />
        <button type="button" class="button" name="take-out" onClick={onTakeOut}>
          {t("makerTakeOut", entity.name || entity.id)}
        </button>
      </More>
    </div>
  );
}
