/** What has come of the work: how it marks a text, the cards it has, what is missing, and the file. */
import { useMemo, useState } from "preact/hooks";
import { installPack } from "../browser/packs/packs-client.ts";
import { EntityView } from "../entity/EntityView.tsx";
import { apart, plural, t } from "../i18n/t.ts";
import { type PackProblem, problemFault, readPackFile } from "../pack/format/read-pack.ts";
import { indexPack } from "../pack/lookup.ts";
import { sentenceIn } from "../pack/texts.ts";
import type { EntityId, Pack } from "../pack/types.ts";
import { expandPack } from "../pack/variants.ts";
import { faultWords } from "../pages/fault-words.ts";
import { Sample } from "../pages/Sample.tsx";
import { savePack } from "../pages/save-file.ts";
import { defaults } from "../settings/defaults.ts";
import type { Settings } from "../settings/types.ts";
import { Field } from "./fields/Field.tsx";

/** Everything is marked wherever it stands: an editor looks for what is marked wrongly. */
const ALL: Settings = {
  ...defaults,
  density: "all",
  kinds: { group: true, institution: true, person: true, work: true, place: true },
};

export function Trial({ pack }: { pack: Pack }) {
  const [text, setText] = useState("");
  const [opened, setOpened] = useState<EntityId | null>(null);
  const wanted = text !== "";
  const index = useMemo(() => (wanted ? trialOf(pack) : null), [pack, wanted]);
  return (
    <>
      <Field name="try" rows={4} label={t("makerTryText")} value={text} onChange={setText} />
      {index && (
        <Sample
          id="sample"
          label={t("makerTry")}
          text={text}
          pack={index}
          settings={ALL}
          onOpen={setOpened}
        />
      )}
      {index && opened !== null && index.entities.has(opened) && (
        <div class="opened" id="opened">
          <EntityView pack={index} entity={opened} onOpen={setOpened} />
        </div>
      )}
    </>
  );
}

/** What has no name yet is called by its id. `null` where a name's braces cannot be written out; the field says so. */
function trialOf(pack: Pack) {
  const entities = pack.entities.map((entity) => ({ ...entity, name: entity.name || entity.id }));
  try {
    return indexPack(expandPack({ ...pack, entities }));
  } catch {
    return null;
  }
}

export interface TheFileProps {
  pack: Pack;
  /** `null` before it has been looked at. */
  problems: readonly PackProblem[] | null;
  /** As it would be saved now. */
  file(): string;
}

/** So many are named; each is said at its field as well. */
const MOST_NAMED = 10;

export function TheFile({ pack, problems, file }: TheFileProps) {
  const [report, setReport] = useState("");
  const ready = problems?.length === 0;
  const save = () => {
    const text = file();
    // What was typed in this moment has not been looked at yet.
    if (readPackFile(text).ok) savePack(text, pack.id);
  };
  const install = async () => {
    setReport("");
    const result = await installPack(file());
    const title = sentenceIn(pack, pack.title, pack.languages[0]).text;
    setReport(
      result.ok
        ? t("makerInstalled", apart(title))
        : result.problems.map((problem) => faultWords(problemFault(problem))).join(" "),
    );
  };
  return (
    <>
      <p role="status" id="state">
        {problems && (ready ? t("makerComplete") : plural("makerMissing", problems.length))}
      </p>
      {problems && !ready && (
        <details class="more" id="missing">
          <summary>{t("makerWhatMissing")}</summary>
          <ul class="inside">
            {problems.slice(0, MOST_NAMED).map(({ path, fault }) => (
              <li key={path}>
                <bdi>{path}</bdi>: {faultWords(fault)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="hint">{t("makerSaveHint")}</p>
      <p class="confirm">
        <button type="button" class="button" id="save" disabled={!ready} onClick={save}>
          {t("makerSaveFile")}
        </button>
        <button type="button" class="button" id="install" disabled={!ready} onClick={() => void install()}>
          {t("makerInstall")}
        </button>
      </p>
      <p role="status" id="installed">
        {report}
      </p>
    </>
  );
}
