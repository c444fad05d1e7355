/** Whose text the analysis is of, of when, and where to read it. */
import { phrase } from "../i18n/t.ts";
import { sentenceIn } from "../pack/texts.ts";
import type { LanguageTag, Pack, Text } from "../pack/types.ts";
import { Said } from "./Said.tsx";
import { formatDate, sourceAge } from "./words/dates.ts";

export interface SourceLineProps {
  pack: Pack;
  language: LanguageTag;
  now: Date | undefined;
}

export function SourceLine({ pack, language, now }: SourceLineProps) {
  const { source } = pack;
  const said = (text: Text) => sentenceIn(pack, text, language);
  const genre = said(source.genre);
  // A pack is untrusted: `javascript:` and its like are shown as text only.
  const address = /^https?:\/\//i.test(source.url ?? "") ? source.url : undefined;
  const title = phrase(
    "cardSource",
    <Said {...said(source.author)} />,
    <Said {...said(source.publisher)} />,
    // The arrow stays on the line of the date.
    <span class="sl-nowrap">
      {formatDate(source.date)}
      {address && (
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M4 2.5h5.5V8M9.2 2.8 2.5 9.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
      )}
    </span>,
  );
  return (
    <div class="sl-source">
      <p>
        {address ? (
          <a href={address} target="_blank" rel="noopener noreferrer" title={source.title}>
            {title}
          </a>
        ) : (
          title
        )}
      </p>
      <p class="sl-age">
        {phrase(
          "cardGenre",
          <Said lang={genre.lang} text={capitalize(genre.text)} />,
          sourceAge(source.date, now),
        )}
      </p>
    </div>
  );
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
