/**
 * What stands under every statement: how firm it is (stance), who says so, and the paragraphs it rests on. A paragraph
 * reference is a button that shows our gist of the paragraph in place: it works by mouse, key and touch alike, and
 * nothing hovers over what one reads.
 */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import { sentenceIn } from "../pack/texts.ts";
import type { Claim, LanguageTag, PassageId, Stance, Text } from "../pack/types.ts";
import { Said } from "./Said.tsx";
import { STANCE_PATHS } from "./stance-paths.ts";
import { trusted } from "./trusted.ts";
import { paragraphNumber, stanceWord } from "./words/phrases.ts";
import { languageAttributes } from "./words/script.ts";

/** Within an `svg` of 12 × 12. */
export const StanceShape = ({ stance }: { stance: Stance }) => (
  <>
    {STANCE_PATHS[stance].map(({ d, width }) =>
      width === undefined ? (
        <path key={d} d={d} fill="currentColor" />
      ) : (
        <path key={d} d={d} fill="none" stroke="currentColor" stroke-width={width} {...ROUND} />
      ),
    )}
  </>
);

const ROUND = { "stroke-linecap": "round", "stroke-linejoin": "round" } as const;

export function StanceChip({ stance }: { stance: Stance }) {
  return (
    <span class="sl-stance" style={`color: var(--sl-stance-${stance})`} title={t(`cardMeans_${stance}`)}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <StanceShape stance={stance} />
      </svg>
      {stanceWord(stance)}
    </span>
  );
}

/** What a page of ours has beside a statement and under a paragraph's gist. */
export interface StatementTools {
  statement(statement: StatementProps["statement"]): ComponentChildren;
  passage(id: PassageId): ComponentChildren;
}

export interface StatementProps {
  pack: PackIndex;
  statement: Omit<Claim, "id">;
  /** The language to say it in, where the pack has that. */
  language: LanguageTag;
  /** Stands before the sentence, such as its date. */
  before?: ComponentChildren;
  /** A short form of it in the card's own words; then the sentence is said, with `by`, once a paragraph is opened. */
  short?: string | undefined;
  tools?: StatementTools | undefined;
}

export function Statement({ pack, statement, language, before, short, tools }: StatementProps) {
  const [opened, setOpened] = useState<PassageId | null>(null);
  const noteId = useId();
  const { stance, passages } = statement;
  const said = (text: Text) => sentenceIn(pack.pack, text, language);
  const sentence = said(statement.text);
  const by = said(statement.by);
  const passage = opened === null ? undefined : pack.passages.get(opened);
  return (
    <li class="sl-statement">
      <div class="sl-said" {...(short === undefined && languageAttributes(sentence.lang))}>
        {before}
        {short ?? sentence.text}
      </div>
      <div class="sl-meta">
        <StanceChip stance={stance} />
        {by.text && short === undefined && <Said {...by} />}
        {passages.map((id) => (
          <button
            key={id}
            type="button"
            class="sl-passage"
            dir="ltr"
            aria-expanded={opened === id}
            aria-controls={opened === id ? noteId : undefined}
            aria-label={t("cardParagraph", paragraphNumber(id))}
            onClick={trusted(() => setOpened(opened === id ? null : id))}
          >
            ¶{paragraphNumber(id)}
          </button>
        ))}
        {tools?.statement(statement)}
      </div>
      {opened !== null && (
        <div class="sl-gist" id={noteId}>
          {short !== undefined && (
            <p {...languageAttributes(sentence.lang)}>
              {sentence.text} <span class="sl-gist-label">({by.text})</span>
            </p>
          )}
          <p>
            <span class="sl-gist-label">{t("cardInShort", paragraphNumber(opened))} </span>
            {passage ? <Said {...said(passage.gist)} /> : t("cardNoPassage")}
          </p>
          {tools?.passage(opened)}
        </div>
      )}
    </li>
  );
}
