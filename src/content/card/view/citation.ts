/** What goes on the clipboard: the summary, what is said and by whom, and where it comes from. Pure. */
import { sourceWithAddress, statementLine } from "../../../entity/words/citation.ts";
import { directionOf } from "../../../entity/words/script.ts";
import { language } from "../../../i18n/t.ts";
import type { EntityPart, PackIndex } from "../../../pack/lookup.ts";
import { nameIn, sentenceIn } from "../../../pack/texts.ts";
import type { EntityId } from "../../../pack/types.ts";

export interface Citation {
  text: string;
  html: string;
}

/** In the reader's language. `null` for an entity that the pack does not hold. */
export function citation({ pack, entities }: PackIndex, id: EntityId): Citation | null {
  const entity = entities.get(id);
  if (!entity) return null;
  const { lang, text: summary } = sentenceIn(pack, entity.summary, language());
  const source = sourceWithAddress(pack);
  const claims = entity.claims.map((claim) => statementLine(pack, claim));
  const name = nameIn(pack, entity, language()).text;
  return {
    text: [name, summary, ...claims.map((claim) => `• ${claim}`), source].join("\n"),
    html:
      `<div lang="${lang}" dir="${directionOf(lang)}"><p><b>${escaped(name)}</b><br>${escaped(summary)}</p>` +
      `<ul>${claims.map((claim) => `<li>${escaped(claim)}</li>`).join("")}</ul>` +
      `<p>${escaped(source)}</p></div>`,
  };
}

/** What each pack says of an entity, one after the other, each with its source. */
export function citationOf(parts: readonly EntityPart[]): Citation | null {
  const cited = parts.flatMap(({ index, id }) => citation(index, id) ?? []);
  if (cited.length === 0) return null;
  return {
    text: cited.map(({ text }) => text).join("\n\n"),
    html: cited.map(({ html }) => html).join(""),
  };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
