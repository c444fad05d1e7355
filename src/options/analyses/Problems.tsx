/** Why a file was refused: each mistake with its place, as lines that one can hand to whoever wrote it. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { type PackProblem, problemFault } from "../../pack/format/read-pack.ts";
import { faultWords } from "../../pages/fault-words.ts";

export interface ProblemsProps {
  /** Of the file; empty for a text that was pasted. */
  name: string;
  problems: readonly PackProblem[];
  more: number;
}

export function Problems({ name, problems, more }: ProblemsProps) {
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const lines = problems.map((problem) => faultWords(problemFault(problem)));
  const rest = more > 0 ? [t("optionsPackMoreProblems", more)] : [];
  const copy = async () => {
    await navigator.clipboard.writeText([name, ...lines, ...rest].filter((line) => line !== "").join("\n"));
    setCopied(true);
  };
  return (
    <div class="refused" id="pack-refused">
      <h3 ref={heading} tabIndex={-1}>
        {name === "" ? t("optionsPackRefusedText") : t("optionsPackRefused", name)}
      </h3>
      <ol class="problems">
        {lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ol>
      {rest.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p class="confirm">
        <button type="button" class="button" onClick={() => void copy()}>
          {t("optionsPackCopy")}
        </button>
        <span role="status">{copied ? t("optionsPackCopied") : ""}</span>
      </p>
    </div>
  );
}
