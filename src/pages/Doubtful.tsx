/** What is worth a second look in a pack, by kind. */
import { plural, t } from "../i18n/t.ts";
import type { Doubt, DoubtKind, Doubts } from "../pack/format/doubts.ts";

export interface DoubtfulProps {
  /** `null` while it is being looked for. */
  doubts: Doubts | null;
  /** What is to be done about one, for who can do it. */
  adviceFor?(kind: DoubtKind): string;
}

export function Doubtful({ doubts, adviceFor }: DoubtfulProps) {
  if (doubts === null) return <p class="hint">{t("optionsPackLooking")}</p>;
  if (doubts.named.length === 0) return <p>{t("optionsPackNoDoubt")}</p>;
  return [...doubts.counts].map(([kind, count]) => (
    <details key={kind} class="doubts" data-doubt={kind}>
      <summary>{t(`optionsDoubt_${kind}`, count)}</summary>
      {adviceFor && <p class="hint">{adviceFor(kind)}</p>}
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

export function Lines({ lines, more }: { lines: readonly string[]; more: number }) {
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
