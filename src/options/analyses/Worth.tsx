/** What is worth a second look in a pack, by kind, and what it changes in the one that it takes the place of. */
import { plural, t } from "../../i18n/t.ts";
import type { PackDiff } from "../../pack/format/diff-packs.ts";
import type { Doubt, Doubts } from "../../pack/format/doubts.ts";

/** `null` while it is being looked for. */
export function Doubtful({ doubts }: { doubts: Doubts | null }) {
  if (doubts === null) return <p class="hint">{t("optionsPackLooking")}</p>;
  if (doubts.named.length === 0) return <p>{t("optionsPackNoDoubt")}</p>;
  return [...doubts.counts].map(([kind, count]) => (
    <details key={kind} class="doubts" data-doubt={kind}>
      <summary>{t(`optionsDoubt_${kind}`, count)}</summary>
      <Lines
        lines={doubts.named.filter((doubt) => doubt.kind === kind).map(doubtLine)}
        more={count - doubts.named.filter((doubt) => doubt.kind === kind).length}
      />
    </details>
  ));
}

function doubtLine({ of, text, also }: Doubt): string {
  if (also !== undefined) return t("optionsDoubtAlso", text, of, also);
  return of === "" || of === text ? text : t("optionsDoubtOf", text, of);
}

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

function Lines({ lines, more }: { lines: readonly string[]; more: number }) {
  return (
    <ul>
      {lines.map((line, i) => (
        <li key={i}>
          <bdi>{line}</bdi>
        </li>
      ))}
      {more > 0 && <li>{plural("optionsImportMore", more)}</li>}
    </ul>
  );
}
