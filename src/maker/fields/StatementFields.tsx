/** A claim, a tie or an event: the sentence, how firmly it is said and by whom, and the paragraphs that it rests on. */
import { t } from "../../i18n/t.ts";
import { type Pack, type PassageId, STANCES, type Stance } from "../../pack/types.ts";
import { numberOf, type Statement } from "../editing/edit-pack.ts";
import { Choice } from "./Field.tsx";
import type { ProblemAt } from "./problems.ts";
import { SaidField } from "./SaidField.tsx";
import { Ticks } from "./Ticks.tsx";

export interface StatementFieldsProps {
  /** Of the field of its sentence. */
  name: string;
  label: string;
  statement: Statement;
  pack: Pick<Pack, "languages" | "editor">;
  /** Those that there are to choose from. */
  passages: readonly PassageId[];
  problemAt: ProblemAt;
  onChange(change: Partial<Statement>): void;
}

export function StatementFields({
  name,
  label,
  statement,
  pack,
  passages,
  problemAt,
  onChange,
}: StatementFieldsProps) {
  const { text, stance, by } = statement;
  const { languages, editor } = pack;
  /** What the editor infers is the editor's: nobody else is asked for. */
  const setStance = (next: Stance) => {
    if (next === stance) return;
    const speaker = next === "editor" ? editor : stance === "editor" ? "" : by;
    onChange({ stance: next, by: speaker });
  };
  return (
    <>
      <SaidField
        {...{ name, label, languages }}
        rows={2}
        value={text}
        problem={problemAt("text")}
        onChange={(text) => onChange({ text })}
      />
      <div class="row">
        <Choice
          name="stance"
          label={t("makerStance")}
          value={stance}
          options={STANCES}
          labelOf={(each) => t(`cardStance_${each}`)}
          onChange={setStance}
        />
        {stance !== "editor" && (
          <SaidField
            {...{ name: "by", languages }}
            label={t("makerBy")}
            value={by}
            problem={problemAt("by")}
            onChange={(by) => onChange({ by })}
          />
        )}
      </div>
      <Ticks
        name="passage"
        title={t("makerPassage")}
        options={passages.map((id) => ({ value: id, label: `¶${numberOf(id)}` }))}
        chosen={statement.passages}
        problem={problemAt("passages")}
        onChange={(passages) => onChange({ passages })}
      />
    </>
  );
}
