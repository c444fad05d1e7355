/** What goes on the clipboard: the summary, what is said and by whom, and where it comes from. Pure. */

import { formatDate } from "../../../entity/dates.ts";
import { paragraphNumber, stanceWord } from "../../../entity/phrases.ts";
import { t } from "../../../entity/words.ts";
import type { PackIndex } from "../../../pack/lookup.ts";
import type { EntityId } from "../../../pack/types.ts";

export interface Citation {
  text: string;
  html: string;
}

/** `null` for an entity that the pack does not hold. */
export function citation({ pack, entities }: PackIndex, id: EntityId): Citation | null {
  const entity = entities.get(id);
  if (!entity) return null;
  const { author, title, publisher, date, url } = pack.source;
  const source = t("cardCited", author, title, publisher, formatDate(date));
  const claims = entity.claims.map(({ text, stance, by, passages }) => {
    const from = [
      stanceWord(stance),
      by,
      passages.map((passage) => `¶${paragraphNumber(passage)}`).join(" "),
    ];
    return `${text} (${from.filter(Boolean).join(", ")})`;
  });
  return {
    text: [entity.name, entity.summary, ...claims.map((claim) => `• ${claim}`), `${source} ${url}`].join(
      "\n",
    ),
    html:
      `<p><b>${escaped(entity.name)}</b><br>${escaped(entity.summary)}</p>` +
      `<ul>${claims.map((claim) => `<li>${escaped(claim)}</li>`).join("")}</ul>` +
      `<p>${escaped(source)} ${escaped(url)}</p>`,
  };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
