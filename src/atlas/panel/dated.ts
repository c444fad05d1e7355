import { t } from "../../i18n/t.ts";
import type { AnalysisEvent } from "../../pack/types.ts";

/** Whether the date and the place in the order are the article's or the editor's, as sentences. */
export const datedWords = ({ stance, placed }: AnalysisEvent, editor: string): string =>
  [
    stance === "editor" ? t("atlasDatedByUs", editor) : t("atlasDatedByArticle"),
    ...(placed ? [t("atlasPlacedByUs", editor)] : []),
  ].join(" ");
