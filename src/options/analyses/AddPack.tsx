/** The ways in for a pack: a file that is chosen or dropped here, or its text. What is typed stays until it has been taken. */
import { useId, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";

export interface AddPackProps {
  typed: string;
  onType(typed: string): void;
  /** One or more, in the order in which they are handed over. */
  onFiles(files: readonly [File, ...File[]]): void;
  onText(text: string): void;
}

export function AddPack({ typed, onType, onFiles, onText }: AddPackProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const [first, ...others] = files ?? [];
    if (first) onFiles([first, ...others]);
    // The same file may be chosen again once it has been mended.
    if (box.current) box.current.value = "";
  };
  return (
    // Dropping is a shorter way to what the button beside it does.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here.
    <div
      class="add-pack"
      id="add-pack"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label for={`${id}-file`}>{t("optionsPackFile")}</label>
      <input
        ref={box}
        id={`${id}-file`}
        type="file"
        name="pack-file"
        multiple
        accept=".json,application/json"
        onChange={(event) => take(event.currentTarget.files)}
      />
      <label for={`${id}-text`}>{t("optionsPackText")}</label>
      <textarea
        id={`${id}-text`}
        class="text-box"
        name="pack-text"
        rows={3}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <button
        type="button"
        class="button"
        id="pack-look"
        disabled={typed.trim() === ""}
        onClick={() => onText(typed)}
      >
        {t("optionsPackLook")}
      </button>
    </div>
  );
}
