/**
 * What stands in the place of a page of the extension that went wrong: that it did, and the two ways on, settings as a
 * file and starting over. Nothing of the page itself is used, for that is what went wrong.
 */
import { Component, type ComponentChildren, render } from "preact";
import { useMemo, useState } from "preact/hooks";
import { loadBackup } from "../browser/backup.ts";
import { faultWords, message } from "../browser/i18n.ts";
import { askBackground } from "../browser/messaging.ts";
import { saveFile } from "./save-file.ts";

/** Draws a page into the element with this id. `make`, too, may throw. */
export function drawPage(id: string, make: () => ComponentChildren): void {
  const Page = () => <>{useMemo(make, [])}</>;
  render(
    <Boundary>
      <Page />
    </Boundary>,
    document.getElementById(id)!,
  );
}

class Boundary extends Component<{ children: ComponentChildren }, { error: string | null }> {
  override state = { error: null };

  static override getDerivedStateFromError(error: unknown): { error: string } {
    return { error: String(error) };
  }

  override render() {
    const { error } = this.state;
    return error === null ? this.props.children : <Broken error={error} />;
  }
}

function Broken({ error }: { error: string }) {
  const [trouble, setTrouble] = useState("");
  const save = async () => {
    const backup = await loadBackup();
    if (backup) saveFile(backup.file);
    else setTrouble(message("optionsImportUnreadable"));
  };
  const startOver = async () => {
    const result = await askBackground("settings.change", { intents: [{ type: "reset" }] });
    if (result?.ok) location.reload();
    else setTrouble(`${message("notSaved")} ${faultWords(result?.error ?? ["faultNoAnswer"])}`);
  };
  return (
    <main class="broken" id="broken">
      <div role="alert">
        <h1>{message("brokenTitle")}</h1>
        <p>{message("brokenWhat")}</p>
      </div>
      <p>
        <code dir="ltr">{error}</code>
      </p>
      <p class="confirm">
        <button type="button" class="button" id="broken-save" onClick={save}>
          {message("optionsExport")}
        </button>
        <button type="button" class="button danger" id="broken-start-over" onClick={startOver}>
          {message("optionsStartOver")}
        </button>
      </p>
      <p role="status">{trouble}</p>
    </main>
  );
}
