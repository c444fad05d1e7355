import { t } from "../../i18n/t.ts";
import type { AnalysisEvent } from "../../pack/types.ts";

/** Whether the date and the place in the order are the article's or ours, as sentences. */
export const datedWords = ({ stance, placed }: AnalysisEvent): string =>
  [
    t(stance === "editor" ? "atlasDatedByUs" : "atlasDatedByArticle"),
    ...(placed ? [t("atlasPlacedByUs")] : []),
  ].join(" ");
