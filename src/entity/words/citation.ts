/** What is said, by whom, and where it comes from, as it is quoted elsewhere: on the clipboard, in files. Pure. */
import { language, t } from "../../i18n/t.ts";
import { originalOf, sentenceIn } from "../../pack/texts.ts";
import type { Claim, LanguageTag, Pack, Text } from "../../pack/types.ts";
import { formatDate } from "./dates.ts";
import { paragraphNumber, stanceWord } from "./phrases.ts";

/** `They fight the state. (opinion, Zahid Hussain, ¶3)` */
export function statementLine(
  pack: Pack,
  { text, stance, by, passages }: Omit<Claim, "id">,
  spoken: LanguageTag = language(),
): string {
  const said = (each: Text) => sentenceIn(pack, each, spoken).text;
  const from = [stanceWord(stance), said(by), paragraphMarks(passages)];
  return `${said(text)} (${from.filter(Boolean).join(t("listSeparator"))})`;
}

/** `¶3 ¶4` */
export const paragraphMarks = (passages: readonly string[]): string =>
  passages.map((passage) => `¶${paragraphNumber(passage)}`).join(" ");

/** The source, and its address where it has one. */
export const sourceWithAddress = (pack: Pack, spoken: LanguageTag = language()): string =>
  [sourceCitation(pack, spoken), pack.source.url].filter(Boolean).join(" ");

/** Without its address. Says that it is a translation where it is one. */
function sourceCitation(pack: Pack, spoken: LanguageTag = language()): string {
  const said = (each: Text) => sentenceIn(pack, each, spoken).text;
  const { author, title, publisher, date } = pack.source;
  const cited = t("cardCited", said(author), title, said(publisher), formatDate(date), pack.editor);
  const translated = spoken !== originalOf(pack) && pack.languages.includes(spoken);
  return translated ? `${cited} ${t("cardTranslated", pack.editor)}` : cited;
}
