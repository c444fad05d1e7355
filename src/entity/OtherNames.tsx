/** The names of an entity in other languages than its heading. */
import { language, plural, t } from "../i18n/t.ts";
import { nameIn, originalOf, type Sentence } from "../pack/texts.ts";
import type { Entity, Pack } from "../pack/types.ts";
import { Folded } from "./Folded.tsx";
import { Said } from "./Said.tsx";
import { languageName } from "./words/script.ts";

/** The languages of the region that the news is about come first; a reader meets the name in them. */
const REGIONAL = ["ur", "ps", "fa", "ar"];
/** How many are in sight at first. */
const NAMES_SHOWN = 2;

/** @param first the language of the page around, `fa`: the name in it comes first, and then the pack's own */
export function OtherNames({
  pack,
  entity,
  first,
}: {
  pack: Pack;
  entity: Entity;
  first?: string | undefined;
}) {
  const heading = nameIn(pack, entity, language());
  const original = originalOf(pack);
  const all: Sentence[] = [{ text: entity.name, lang: original }, ...entity.names];
  const others = all.filter(({ lang }) => lang !== heading.lang);
  const order = [first, original, ...REGIONAL];
  const rank = ({ lang }: Sentence) => (order.indexOf(lang) + order.length + 1) % (order.length + 1);
  if (others.length === 0) return null;
  return (
    <Folded
      class="sl-names"
      label={t("cardOtherNames")}
      items={others.toSorted((a, b) => rank(a) - rank(b))}
      limit={NAMES_SHOWN}
      more={(hidden) => plural("cardMoreNames", hidden)}
      less={t("cardFewerNames")}
    >
      {({ lang, text }) => (
        <li key={`${lang} ${text}`}>
          <span class="sl-lang">{languageName(lang)}</span>
          <Said text={text} lang={lang} />
        </li>
      )}
    </Folded>
  );
}
