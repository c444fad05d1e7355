/**
 * What stands beside a statement in the atlas: of several analyses, whose it is; a button that copies it with its source; and the way from
 * a gist to the article.
 */

import { PackTitle } from "../entity/PackLine.tsx";
import type { StatementTools } from "../entity/Statement.tsx";
import { paragraphNumber } from "../entity/words/phrases.ts";
import { language, t } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import type { Selection, View } from "./model/address.ts";
import type { AtlasIndex } from "./model/together.ts";
import { statementCited } from "./take/cited.ts";
import { copyText } from "./take/copy.ts";

/** @param of the id of the statement: what it says is cited as its own analysis says it */
export const toolsFor = (
  index: AtlasIndex,
  of: string,
  onOpen: (selection: Selection, view?: View) => void,
  onSay: (words: string) => void,
): StatementTools => toolsIn(index.homeOf(of), index.packs.length > 1, onOpen, onSay);

/** @param told it is said whose it is */
export function toolsIn(
  pack: PackIndex,
  told: boolean,
  onOpen: (selection: Selection, view?: View) => void,
  onSay: (words: string) => void,
): StatementTools {
  return {
    statement: (statement) => (
      <>
        {told && (
          <span class="whose">
            <PackTitle pack={pack.pack} />
          </span>
        )}
        <button
          type="button"
          class="copy"
          aria-label={t("cardCopy")}
          title={t("cardCopy")}
          onClick={() => {
            const done = copyText(statementCited(pack.pack, statement, language()));
            onSay(t(done ? "cardCopied" : "atlasNotCopied"));
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2" />
          </svg>
        </button>
      </>
    ),
    passage: (id) =>
      pack.passages.has(id) && (
        <p>
          <button
            type="button"
            class="sl-link"
            data-passage={id}
            onClick={() => onOpen({ kind: "passage", id }, "article")}
          >
            {t("atlasReadPassage", paragraphNumber(id))}
          </button>
        </p>
      ),
  };
}
