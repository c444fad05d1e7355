/** A pack that is there, to go on with. What is in the page gives way to it only when the editor says so. */
import { useId, useRef, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { LARGEST_FILE } from "../pack/format/limits.ts";
import { problemFault, readPackFile } from "../pack/format/read-pack.ts";
import { sentenceIn } from "../pack/texts.ts";
import type { Pack } from "../pack/types.ts";
import { faultWords } from "../pages/fault-words.ts";

/** More than a page of fields can show at a time. */
const MOST_ENTITIES = 500;

export interface OpenFileProps {
  /** There is something that it would take the place of. */
  asks: boolean;
  onOpen(pack: Pack): void;
}

export function OpenFile({ asks, onOpen }: OpenFileProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [candidate, setCandidate] = useState<Pack | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [report, setReport] = useState("");
  const open = (pack: Pack) => {
    setCandidate(null);
    setReport(t("makerOpened", titleOf(pack)));
    onOpen(pack);
  };
  const leave = () => {
    setCandidate(null);
    // The button goes away; focus must not go with it.
    box.current?.focus();
  };
  const take = async (file: File) => {
    setCandidate(null);
    setReport("");
    const read = await readFile(file);
    setRefused(read.refused);
    if (!read.pack) return;
    if (asks) setCandidate(read.pack);
    else open(read.pack);
  };
  return (
    <div class="maker-field">
      <label for={id}>{t("makerOpen")}</label>
      <input
        id={id}
        ref={box}
        type="file"
        name="open"
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void take(file);
          // The same file may be chosen again once it has been mended.
          currentTarget.value = "";
        }}
      />
      <div role="status" id="open-report">
        {report}
        {refused.length > 0 && (
          <ul class="hint bad">
            {refused.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {candidate && <p>{t("makerOpenAsk", titleOf(candidate))}</p>}
      </div>
      {candidate && (
        <p class="confirm">
          <button type="button" class="button danger" id="open-yes" onClick={() => open(candidate)}>
            {t("makerOpenYes")}
          </button>
          <button type="button" class="button" id="open-no" onClick={leave}>
            {t("makerOpenNo")}
          </button>
        </p>
      )}
    </div>
  );
}

const titleOf = (pack: Pack): string => sentenceIn(pack, pack.title, pack.languages[0]).text;

/** The pack, or why it cannot be opened here. */
async function readFile(file: File): Promise<{ pack?: Pack; refused: string[] }> {
  if (file.size > LARGEST_FILE) return { refused: [faultWords(["faultPackTooLarge", LARGEST_FILE / 1e6])] };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { refused: [faultWords(["faultPackUnreadable"])] };
  }
  const result = readPackFile(text);
  if (!result.ok) return { refused: result.problems.map((problem) => faultWords(problemFault(problem))) };
  const { entities } = result.pack;
  if (entities.length > MOST_ENTITIES)
    return { refused: [t("makerOpenLarge", entities.length, MOST_ENTITIES)] };
  return { pack: result.pack, refused: [] };
}
