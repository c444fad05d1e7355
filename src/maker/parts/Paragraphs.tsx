/** The article's paragraphs, to be read again, with a field for the gist of each; of a pack that was opened, those that it has. */
import type { Paragraph } from "../../draft/types.ts";
import { t } from "../../i18n/t.ts";
import type { Pack, PassageId } from "../../pack/types.ts";
import { numberOf, withGist } from "../editing/edit-pack.ts";
import type { ProblemAt } from "../fields/problems.ts";
import { SaidField } from "../fields/SaidField.tsx";

export interface ParagraphsProps {
  pack: Pack;
  /** Of the article, headings left out. */
  paragraphs: readonly Paragraph[];
  /** Those of the pack, and those of the article. */
  passages: readonly PassageId[];
  problemAt: ProblemAt;
  onChange(pack: Pack): void;
}

/** So much of a paragraph tells which it is, UTF-16 code units. */
const BEGINNING = 80;

export function Paragraphs({ pack, paragraphs, passages, problemAt, onChange }: ParagraphsProps) {
  return (
    <ol class="paragraphs">
      {passages.map((id) => {
        const text = paragraphs.find((paragraph) => paragraph.id === id)?.text;
        const at = pack.passages.findIndex((passage) => passage.id === id);
        return (
          <li key={id}>
            {text !== undefined && (
              <details>
                <summary>
                  <bdi>{`¶${numberOf(id)} ${text.slice(0, BEGINNING)}`}</bdi>
                </summary>
                <p dir="auto">{text}</p>
              </details>
            )}
            <SaidField
              name={`gist-${id}`}
              label={t("makerGist", numberOf(id))}
              languages={pack.languages}
              value={pack.passages[at]?.gist ?? ""}
              problem={at < 0 ? "" : problemAt(`passages[${at}]`)}
              onChange={(gist) => onChange(withGist(pack, id, gist))}
            />
          </li>
        );
      })}
    </ol>
  );
}
