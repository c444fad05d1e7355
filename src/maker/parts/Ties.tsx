/** Who is tied to whom, and how. */
import { t } from "../../i18n/t.ts";
import {
  type Pack,
  type PassageId,
  RELATION_TYPES,
  type Relation,
  type RelationType,
} from "../../pack/types.ts";
import { freshStatementId, NEW_STATEMENT } from "../editing/edit-pack.ts";
import { Choice } from "../fields/Field.tsx";
import { More } from "../fields/More.tsx";
import { type ProblemAt, under } from "../fields/problems.ts";
import { Remove } from "../fields/Remove.tsx";
import { StatementFields } from "../fields/StatementFields.tsx";
import { EntityChoice } from "./EntityMore.tsx";

export interface TiesProps {
  pack: Pack;
  passages: readonly PassageId[];
  problemAt: ProblemAt;
  onChange(relations: Relation[]): void;
}

export function Ties({ pack, passages, problemAt, onChange }: TiesProps) {
  const { relations, entities } = pack;
  const nameOf = (id: string) => entities.find((one) => one.id === id)?.name || id;
  const set = (index: number, change: Partial<Relation>) =>
    onChange(relations.map((one, i) => (i === index ? { ...one, ...change } : one)));
  const [first, second] = entities;
  return (
    <>
      {relations.map((tie, i) => (
        <More
          key={tie.id}
          name={tie.id}
          class="claim"
          title={t("makerTie", nameOf(tie.from), nameOf(tie.to))}
          problem={problemAt(`relations[${i}]`)}
          open={tie.text === ""}
        >
          <div class="row">
            <EntityChoice
              name="from"
              label={t("makerFrom")}
              value={tie.from}
              entities={entities}
              onChange={(from) => set(i, { from })}
            />
            <EntityChoice
              name="to"
              label={t("makerTo")}
              value={tie.to}
              entities={entities}
              onChange={(to) => set(i, { to })}
            />
            <Choice
              name="type"
              label={t("makerTieType")}
              value={tie.type}
              options={RELATION_TYPES}
              labelOf={(type) => t(`cardTieOut_${type.replaceAll("-", "_") as Underscored<RelationType>}`)}
              onChange={(type) => set(i, { type })}
            />
          </div>
          {problemAt(`relations[${i}].to`) && <p class="hint bad">{problemAt(`relations[${i}].to`)}</p>}
          {problemAt(`relations[${i}].from`) && <p class="hint bad">{problemAt(`relations[${i}].from`)}</p>}
          <StatementFields
            {...{ name: "tie", pack, passages }}
            label={t("makerTieText")}
            statement={tie}
            problemAt={under(problemAt, `relations[${i}]`)}
            onChange={(change) => set(i, change)}
          />
          <Remove
            what={t("makerTie", nameOf(tie.from), nameOf(tie.to))}
            onPress={() => onChange(relations.filter((_, k) => k !== i))}
          />
        </More>
      ))}
      <button
        type="button"
        class="button"
        name="add-tie"
        disabled={second === undefined}
        onClick={() =>
          onChange([
            ...relations,
            {
              ...NEW_STATEMENT,
              ...{ id: freshStatementId("tie", relations), from: first!.id, type: "tied-to", to: second!.id },
            },
          ])
        }
      >
        {t("makerTieAdd")}
      </button>
    </>
  );
}

/** As the keys of messages are written. */
type Underscored<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : S;
