/** How much is reported, official, estimated, opinion, ours: bars with their numbers, each stance with its own texture. */
import { StanceChip } from "../../entity/Statement.tsx";
import { language, listed, plural, t } from "../../i18n/t.ts";
import { STANCES } from "../../pack/types.ts";
import type { Shares as SharesOf } from "../model/article.ts";

/** @param whose analysis, where there are several; "" where there is one */
export function Shares({ shares, whose }: { shares: SharesOf; whose: string }) {
  const all = STANCES.reduce((sum, stance) => sum + shares[stance], 0);
  const percent = new Intl.NumberFormat(language(), { style: "percent" });
  return (
    <section class="shares sl-body" aria-label={listed([t("atlasShares"), whose].filter(Boolean))}>
      <h2>{t("atlasShares")}</h2>
      <ShareBar shares={shares} most={all} />
      <ul class="share-numbers">
        {STANCES.map((stance) => (
          <li key={stance}>
            <span class="share-swatch" data-stance={stance} aria-hidden="true" />
            <StanceChip stance={stance} />
            <span class="share-number">
              {plural("atlasStatements", shares[stance])} ·{" "}
              {percent.format(all === 0 ? 0 : shares[stance] / all)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param most the number of statements that fills the width */
export function ShareBar({ shares, most }: { shares: SharesOf; most: number }) {
  return (
    <div class="share-bar" aria-hidden="true">
      {STANCES.filter((stance) => shares[stance] > 0).map((stance) => (
        <span
          key={stance}
          class="share"
          data-stance={stance}
          title={`${shares[stance]}`}
          style={`width: ${Math.round((shares[stance] / most) * 10_000) / 100}%`}
        />
      ))}
    </div>
  );
}
