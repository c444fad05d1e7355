/** What a pack changes in the one that it takes the place of. */
import { t } from "../../i18n/t.ts";
import type { PackDiff } from "../../pack/format/diff-packs.ts";
import { Lines } from "../../pages/Doubtful.tsx";

/** So many of a kind are named. */
const MOST_LINES = 20;

export function Differences({ diff }: { diff: PackDiff }) {
  const parts = [
    ["entities", (one: { name: string }) => one.name],
    ["names", (one: { text: string }) => one.text],
    ["sentences", (one: { text: string }) => one.text],
  ] as const;
  return (
    <>
      {diff.head.length > 0 && <p>{t("optionsDiffHead", diff.head.join(", "))}</p>}
      {parts.flatMap(([part, line]) =>
        (["added", "removed", "changed"] as const).map((change) => {
          const items = diff[part][change].map((item) =>
            line(("after" in item ? item.after : item) as never),
          );
          if (items.length === 0) return null;
          return (
            <details key={`${part} ${change}`} data-diff={`${part} ${change}`}>
              <summary>{t(`optionsDiff_${part}_${change}`, items.length)}</summary>
              <Lines lines={items.slice(0, MOST_LINES)} more={items.length - MOST_LINES} />
            </details>
          );
        }),
      )}
    </>
  );
}
