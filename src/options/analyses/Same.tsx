/** Which entities of two analyses are one by the reader's word: what has been said, each to be taken back, and saying it of two more. */
import { useRef, useState } from "preact/hooks";
import { PackTitle } from "../../entity/PackLine.tsx";
import { Said } from "../../entity/Said.tsx";
import { plural, t } from "../../i18n/t.ts";
import type { EntityId } from "../../pack/types.ts";
import type { SearchResult } from "../../search/result.ts";
import { LISTS } from "../../settings/lists.ts";
import type { SameRule } from "../../settings/types.ts";
import { FindBox } from "../fields/FindBox.tsx";
import { RemoveButton } from "../fields/RemoveButton.tsx";

export interface SameProps {
  rules: readonly SameRule[];
  /** An entity's name with its analysis, in words; its id where that is not here any more. */
  nameOf(entity: EntityId): string;
  query: string;
  /** Entities that are found, each by itself. */
  results: readonly SearchResult[];
  partial: boolean;
  onQuery(query: string): void;
  /** The reader is about to type. */
  onBegin(): void;
  /** Answers whether it was saved; where not, the page says why. */
  onSame(rule: SameRule, on: boolean): Promise<boolean>;
}

export function Same({ rules, nameOf, query, results, partial, onQuery, onBegin, onSame }: SameProps) {
  const [first, setFirst] = useState<SearchResult | null>(null);
  const [report, setReport] = useState("");
  const title = useRef<HTMLLegendElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const toBox = () => box.current?.querySelector("input")?.focus();
  const wordsOf = ({ entity, other }: SameRule) => t("optionsSamePair", nameOf(entity), nameOf(other));

  const choose = async (result: SearchResult) => {
    onQuery("");
    toBox();
    if (!first) {
      setFirst(result);
      setReport(t("optionsSameFirst", result.text));
      return;
    }
    setFirst(null);
    const isSaved = await onSame({ entity: first.entity, other: result.entity }, true);
    setReport(isSaved ? t("optionsSameSaid", first.text, result.text) : "");
  };
  const remove = (rule: SameRule) => {
    void onSame(rule, false);
    setReport("");
    // The button goes away with its row; focus must not go with it.
    title.current?.focus();
  };
  // Within one analysis, two are two.
  const shown = results.filter(({ packs: [its] }) => its.pack.id !== first?.packs[0].pack.id);
  const none = query.trim() !== "" && !partial && shown.length === 0;

  return (
    <fieldset id="same">
      <legend ref={title} tabIndex={-1}>
        {t("optionsSame")}
      </legend>
      <p class="hint">{t("optionsSameHint")}</p>
      <ul class="rules">
        {rules.map((rule) => (
          <li class="rule" key={LISTS.same.nameOf(rule)}>
            <span class="rule-site">{wordsOf(rule)}</span>
            <RemoveButton label={t("optionsSameRemove", wordsOf(rule))} onRemove={() => remove(rule)} />
          </li>
        ))}
      </ul>
      {first && (
        <p class="same-first">
          <bdi>{nameOf(first.entity)}</bdi>
          <button
            type="button"
            class="button"
            onClick={() => {
              setFirst(null);
              setReport("");
              toBox();
            }}
          >
            {t("optionsSameOther")}
          </button>
        </p>
      )}
      <div ref={box} onFocusIn={onBegin}>
        <FindBox
          id="find-same"
          label={t(first ? "optionsSameFindOther" : "optionsSameFind")}
          query={query}
          onQuery={onQuery}
        />
      </div>
      <ul class="same-results">
        {shown.map((result) => (
          <li key={result.entity}>
            <button type="button" class="button" data-entity={result.entity} onClick={() => choose(result)}>
              <Said text={result.text} lang={result.lang} />{" "}
              <span class="hint">
                <PackTitle pack={result.packs[0].pack} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" id="same-report">
        {none ? t("optionsNoEntity") : query.trim() === "" ? report : plural("popupResults", shown.length)}
      </p>
    </fieldset>
  );
}
