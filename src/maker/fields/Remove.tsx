/** Takes one of several away. There are many on the page: each is read out with what it removes. */
import { t } from "../../i18n/t.ts";

export function Remove({ what, onPress }: { what: string; onPress(): void }) {
  return (
    <button type="button" class="button" aria-label={t("makerRemoveOf", what)} onClick={onPress}>
      {t("makerRemove")}
    </button>
  );
}
