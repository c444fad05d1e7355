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
import { paragraphNumber, stanceWord } from "./phrases.ts";
import { Said } from "./Said.tsx";
import { spokenIn } from "./script.ts";
import { trusted } from "./trusted.ts";

/** One shape for each stance, so that it is told without colour; 12 × 12, drawn in the text's colour. */
const SHAPES: Record<Stance, ComponentChildren> = {
  reported: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  official: (
    <path
      d="M1.5 5 6 1.5 10.5 5v1h-9zM2.5 7h1.6v2.5H2.5zm2.7 0h1.6v2.5H5.2zm2.7 0h1.6v2.5H7.9zM1.5 10h9v1h-9z"
      fill="currentColor"
    />
  ),
  estimate: (
    <path
      d="M1.5 4.8c1.5-2.2 3-2.2 4.5-.9s3 1.3 4.5-.9M1.5 9c1.5-2.2 3-2.2 4.5-.9s3 1.3 4.5-.9"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
    />
  ),
  opinion: (
    <path
      d="M1.5 2h9v6.5H6.2L3.5 11V8.5h-2z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
    />
  ),
  editor: (
    <path
      d="M6 1.5 10.5 6 6 10.5 1.5 6z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
    />
  ),
};

export function StanceChip({ stance }: { stance: Stance }) {
  return (
    <span class="sl-stance" style={`color: var(--sl-stance-${stance})`} title={t(`cardMeans_${stance}`)}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[stance]}
      </svg>
      {stanceWord(stance)}
    </span>
  );
}

export interface StatementProps {
  pack: PackIndex;
  statement: Omit<Claim, "id">;
  /** The language to say it in, where the pack has that. */
  language: LanguageTag;
  /** Stands before the sentence, such as its date. */
  before?: ComponentChildren;
  /** A short form of it in the card's own words; then the sentence is said, with `by`, once a paragraph is opened. */
  short?: string;
}

export function Statement({ pack, statement, language, before, short }: StatementProps) {
  const [opened, setOpened] = useState<PassageId | null>(null);
  const noteId = useId();
  const { stance, passages } = statement;
  const said = (text: Text) => sentenceIn(pack.pack, text, language);
  const sentence = said(statement.text);
  const by = said(statement.by);
  const passage = opened === null ? undefined : pack.passages.get(opened);
  return (
    <li class="sl-statement">
      <div class="sl-said" {...(short === undefined && spokenIn(sentence.lang))}>
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
      </div>
      {opened !== null && (
        <div class="sl-gist" id={noteId}>
          {short !== undefined && (
            <p {...spokenIn(sentence.lang)}>
              {sentence.text} <span class="sl-gist-label">({by.text})</span>
            </p>
          )}
          <p>
            <span class="sl-gist-label">{t("cardInShort", paragraphNumber(opened))} </span>
            {passage ? <Said {...said(passage.gist)} /> : t("cardNoPassage")}
          </p>
        </div>
      )}
    </li>
  );
}
