/**
 * Below an entity: what the reader has said to be the same as it in another analysis, to be taken back here, and saying so of one more.
 * Looked for by the entity's own name at first, so that what is called alike stands there at once.
 */
import { useRef, useState } from "preact/hooks";
import { PackTitle } from "../../entity/PackLine.tsx";
import { Said } from "../../entity/Said.tsx";
import { nameOfEntity } from "../../entity/words/names.ts";
import { language, plural, t } from "../../i18n/t.ts";
import type { EntityPart } from "../../pack/lookup.ts";
import { sentenceIn } from "../../pack/texts.ts";
import type { EntityId, Pack } from "../../pack/types.ts";
import type { SearchResult } from "../../search/result.ts";
import { LISTS } from "../../settings/lists.ts";
import type { SameRule } from "../../settings/types.ts";

export interface SameHereProps {
  /** What the packs say of the entity, in their order; never none. */
  parts: readonly EntityPart[];
  /** Those that are switched on. */
  packs: ReadonlyArray<{ head: Pick<Pack, "id"> }>;
  /** What the reader has said, of these and of others. */
  rules: readonly SameRule[];
  /** What is looked for; `null`: nothing. */
  query: string | null;
  /** Each entity by itself. */
  results: readonly SearchResult[];
  partial: boolean;
  onQuery(query: string | null): void;
  /** Answers whether it was saved; where not, the popup says why. */
  onSame(rule: SameRule, on: boolean): Promise<boolean>;
}

export function SameHere({ parts, packs, rules, query, results, partial, onQuery, onSame }: SameHereProps) {
  const [report, setReport] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  const ids = new Set(parts.map(({ id }) => id));
  const own = rules.filter(({ entity, other }) => ids.has(entity) && ids.has(other));
  // Within one analysis, two are two.
  const knowing = new Set(parts.map(({ index }) => index.pack.id));
  const canAsk = packs.some(({ head }) => !knowing.has(head.id));
  if (own.length === 0 && !canAsk && report === "") return null;

  const [first] = parts as [EntityPart, ...EntityPart[]];
  const name = nameOfEntity(first.index, first.id);
  const shown = results.filter(({ kind, packs: [its] }) => kind === "entity" && !knowing.has(its.pack.id));
  /** The button that was pressed goes away; focus must not go with it. */
  const done = (words: string) => {
    onQuery(null);
    setReport(words);
    title.current?.focus();
  };
  const say = async ({ entity, text }: SearchResult) => {
    const isSaved = await onSame({ entity: first.id, other: entity }, true);
    done(isSaved ? t("optionsSameSaid", name, text) : "");
  };
  const takeBack = async (rule: SameRule, words: string) =>
    done((await onSame(rule, false)) ? t("popupSameUndone", words) : "");

  return (
    <section
      class="same-here"
      aria-labelledby="same-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.isComposing || query === null) return;
        // It shuts what is open here, and not the entity.
        event.preventDefault();
        event.stopPropagation();
        onQuery(null);
        document.getElementById("same-ask")?.focus();
      }}
    >
      <h2 id="same-title" ref={title} tabIndex={-1}>
        {t("optionsSame")}
      </h2>
      {own.map((rule) => {
        const id = LISTS.same.nameOf(rule);
        const words = t("optionsSamePair", inPack(parts, rule.entity), inPack(parts, rule.other));
        return (
          <p key={id} class="same-rule">
            <bdi id={`same ${id}`.replaceAll(" ", "_")}>{words}</bdi>{" "}
            <button
              type="button"
              class="link"
              aria-describedby={`same ${id}`.replaceAll(" ", "_")}
              onClick={() => void takeBack(rule, words)}
            >
              {t("popupSameNot")}
            </button>
          </p>
        );
      })}
      {canAsk && (
        <button
          type="button"
          class="link"
          id="same-ask"
          aria-expanded={query !== null}
          onClick={() => {
            setReport("");
            onQuery(query === null ? name : null);
          }}
        >
          {t("popupSameAsk", name)}
        </button>
      )}
      {canAsk && query !== null && (
        <>
          <p class="muted">{t("popupSameHint")}</p>
          <input
            type="search"
            id="find-same"
            aria-label={t("optionsSameFindOther")}
            placeholder={t("optionsSameFindOther")}
            dir="auto"
            autocomplete="off"
            value={query}
            onInput={(event) => onQuery(event.currentTarget.value)}
          />
          <ul>
            {shown.map((result) => (
              <li key={result.entity}>
                <button
                  type="button"
                  class="same-result"
                  data-entity={result.entity}
                  onClick={() => void say(result)}
                >
                  <Said text={result.text} lang={result.lang} />
                  <span class="muted">
                    <PackTitle pack={result.packs[0].pack} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="muted" role="status" id="same-report">
        {query === null || query.trim() === "" ? report : found(shown.length, partial)}
      </p>
    </section>
  );
}

const found = (count: number, partial: boolean): string => {
  if (count > 0) return plural("popupResults", count);
  return partial ? "" : t("optionsNoEntity");
};

/** The name that an analysis has for it, with that analysis. */
function inPack(parts: readonly EntityPart[], id: EntityId): string {
  const { index } = parts.find((part) => part.id === id)!;
  const { text } = sentenceIn(index.pack, index.pack.title, language());
  return t("optionsSameName", nameOfEntity(index, id), text);
}
