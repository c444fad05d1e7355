/**
 * What stands in the place of a page of the extension that went wrong: that it did, and the two ways on, settings as a
 * file and starting over. Nothing of the page itself is used, for that is what went wrong.
 */
import { Component, type ComponentChildren, render } from "preact";
import { useMemo, useState } from "preact/hooks";
import { askBackground } from "../browser/messaging.ts";
import { readMessage } from "../browser/read-message.ts";
import { loadBackup } from "../browser/settings/backup.ts";
import { interfaceAttributes, type MessageKey, setMessageReader, t } from "../i18n/t.ts";
import { notSavedWords } from "./fault-words.ts";
import { saveFile } from "./save-file.ts";

/** Draws a page into the element with this id, in the browser's language. `make`, too, may throw. */
export function drawPage(id: string, title: MessageKey, make: () => ComponentChildren): void {
  setMessageReader(readMessage);
  document.title = t(title);
  Object.assign(document.documentElement, interfaceAttributes());
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
    else setTrouble(t("optionsImportUnreadable"));
  };
  const startOver = async () => {
    const result = await askBackground("settings.change", { intents: [{ type: "reset" }] });
    if (result?.ok) location.reload();
    else setTrouble(notSavedWords(result?.error ?? ["faultNoAnswer"]));
  };
  return (
    <main class="broken" id="broken">
      <div role="alert">
        <h1>{t("brokenTitle")}</h1>
        <p>{t("brokenWhat")}</p>
      </div>
      <p>
        <code dir="ltr">{error}</code>
      </p>
      <p class="confirm">
        <button type="button" class="button" id="broken-save" onClick={save}>
          {t("optionsExport")}
        </button>
        <button type="button" class="button danger" id="broken-start-over" onClick={startOver}>
          {t("optionsStartOver")}
        </button>
      </p>
      <p role="status">{trouble}</p>
    </main>
  );
}
