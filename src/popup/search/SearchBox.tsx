/**
 * The search box and its results: a combobox with a list box (ARIA Authoring Practices). Focus stays in the box; the
 * arrow keys move the active result, Enter opens it. Keys that belong to an input method under way are left to it.
 */
import { type ComponentChildren, Fragment, type RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { PackLine, PackTitle } from "../../entity/PackLine.tsx";
import { StanceChip } from "../../entity/Statement.tsx";
import { nameOfEntity } from "../../entity/words/names.ts";
import { paragraphNumber } from "../../entity/words/phrases.ts";
import { languageAttributes } from "../../entity/words/script.ts";
import { type MessageKey, plural, t } from "../../i18n/t.ts";
import { Icon } from "../../pages/icons.tsx";
import type { ResultKind } from "../../search/index/documents.ts";
import type { SearchResult } from "../../search/result.ts";
import { MatchedText } from "./MatchedText.tsx";

const GROUPS: ReadonlyArray<[ResultKind, MessageKey]> = [
  ["entity", "popupNames"],
  ["claim", "popupSays"],
  ["event", "popupDates"],
  ["passage", "popupParagraphs"],
];

export interface SearchBoxProps {
  query: string;
  results: readonly SearchResult[];
  /** There may be more: that nothing was found is not said yet. */
  partial: boolean;
  /** Each result is said to be whose it is. */
  told: boolean;
  /** What stands under the box: the choice of what is looked through. */
  children?: ComponentChildren;
  onQuery(query: string): void;
  onOpen(result: SearchResult): void;
  inputRef: RefObject<HTMLInputElement | null>;
}

export function SearchBox(props: SearchBoxProps) {
  const { query, results, partial, told, children, onQuery, onOpen, inputRef } = props;
  const groups = GROUPS.map(([kind, label]) => ({
    kind,
    label,
    items: results.filter((result) => result.kind === kind),
  })).filter((group) => group.items.length > 0);
  const inOrder = groups.flatMap((group) => group.items);
  const [active, setActive] = useState(0);
  const open = query.trim() !== "";

  // The first number that a page says takes Chromium 20 ms: not while a key waits.
  useEffect(() => {
    void scheduler.postTask(() => resultWords(1), { priority: "background" });
  }, []);
  // A new query begins at the best result again.
  useEffect(() => setActive(0), [query]);
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const move = (to: number) => {
    if (inOrder.length > 0) setActive((to + inOrder.length) % inOrder.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // 229: the key that ends a composition comes without `isComposing` in some browsers.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Enter" && inOrder[active]) onOpen(inOrder[active]);
    else if (event.key === "Escape" && query !== "") onQuery("");
    else return;
    event.preventDefault();
  };

  return (
    <search class="search">
      <div class="search-field">
        <svg class="search-icon" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m13 13 4 4" />
        </svg>
        <input
          ref={inputRef}
          id="search"
          type="text"
          role="combobox"
          aria-label={t("popupSearchLabel")}
          aria-expanded={open}
          aria-controls="results"
          aria-autocomplete="list"
          aria-activedescendant={open && inOrder.length > 0 ? optionId(active) : undefined}
          placeholder={t("popupSearchHint")}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="auto"
          enterKeyHint="search"
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query !== "" && (
          <button type="button" class="icon-button" aria-label={t("popupClear")} onClick={() => clear()}>
            <Icon name="remove" />
          </button>
        )}
      </div>
      {children}
      <p class="visually-hidden" role="status">
        {open && !partial ? resultWords(inOrder.length) : ""}
      </p>
      <div id="results" class="results" role="listbox" aria-label={t("popupSearchLabel")} hidden={!open}>
        {groups.map(({ kind, label, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options within a list box has no element of its own
          <div key={kind} role="group" aria-labelledby={`results-${kind}`}>
            <p class="results-label" id={`results-${kind}`}>
              {t(label)}
            </p>
            {items.map((result) => {
              const place = inOrder.indexOf(result);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the combobox
                // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox
                <div
                  // Rows are kept and filled anew: to make and remove fifty of them takes twice as long, and a key has one frame.
                  key={place}
                  id={optionId(place)}
                  class="result"
                  role="option"
                  aria-selected={place === active}
                  data-entity={result.entity}
                  onMouseMove={() => setActive(place)}
                  onClick={() => onOpen(result)}
                >
                  <Result result={result} told={told} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {open && !partial && inOrder.length === 0 && (
        <div class="nothing">
          <p>{t("popupNothing", query.trim())}</p>
          <p class="muted">{t("popupNothingHint")}</p>
        </div>
      )}
    </search>
  );

  function clear() {
    onQuery("");
    inputRef.current?.focus();
  }
}

function Result({ result, told }: { result: SearchResult; told: boolean }) {
  const { kind, matchedAlias, said, packs } = result;
  if (kind !== "entity") {
    return (
      <>
        <span class="result-of">
          {nameOfEntity(packs[0], result.entity)}
          {kind === "passage" && result.id !== undefined && (
            <>
              {" · "}
              <bdi class="result-paragraph">¶{paragraphNumber(result.id)}</bdi>
            </>
          )}
        </span>
        <span class="result-sentence" {...languageAttributes(result.lang)}>
          <MatchedText text={result.text} ranges={result.ranges} />
        </span>
        {said && (
          <span class="result-said">
            <StanceChip stance={said.stance} /> <bdi {...languageAttributes(result.lang)}>{said.by}</bdi>
          </span>
        )}
        {told && (
          <span class="result-from">
            <PackLine pack={packs[0].pack} />
          </span>
        )}
      </>
    );
  }
  return (
    <>
      <span class="result-name">
        <bdi {...languageAttributes(result.lang)}>
          <MatchedText text={result.text} ranges={result.ranges} />
        </bdi>
        {matchedAlias && (
          <bdi class="result-alias" {...languageAttributes(matchedAlias.lang)}>
            <MatchedText text={matchedAlias.text} ranges={matchedAlias.ranges} />
          </bdi>
        )}
      </span>
      {told && (
        <span class="result-from">
          {packs.map((index, place) => (
            <Fragment key={index.pack.id}>
              {place > 0 && " · "}
              <PackTitle pack={index.pack} />
            </Fragment>
          ))}
        </span>
      )}
    </>
  );
}

const resultWords = (count: number): string =>
  count === 0 ? t("popupNoResults") : plural("popupResults", count);

function optionId(place: number): string {
  return `result-${place}`;
}
