/** What has come of the work: how it marks a text, the cards it has, what is missing, and the file. */
import { useMemo, useState } from "preact/hooks";
import { installPack } from "../browser/packs-client.ts";
import { EntityView } from "../entity/EntityView.tsx";
import { apart, plural, t } from "../i18n/t.ts";
import { type PackProblem, readPackFile } from "../pack/format/read-pack.ts";
import { indexPack } from "../pack/lookup.ts";
import type { EntityId, Pack } from "../pack/types.ts";
import { expandPack } from "../pack/variants.ts";
import { faultWords } from "../pages/fault-words.ts";
import { Sample } from "../pages/Sample.tsx";
import { savePack } from "../pages/save-file.ts";
import { defaults } from "../settings/defaults.ts";
import type { Settings } from "../settings/types.ts";
import { Field } from "./Field.tsx";

export interface OutcomeProps {
  pack: Pack;
  problems: readonly PackProblem[];
}

/** Everything is marked wherever it stands: an editor looks for what is marked wrongly. */
const ALL: Settings = {
  ...defaults,
  density: "all",
  kinds: { group: true, institution: true, person: true, work: true, place: true },
};

export function Outcome({ pack, problems }: OutcomeProps) {
  const [text, setText] = useState("");
  const [opened, setOpened] = useState<EntityId | null>(null);
  const [report, setReport] = useState("");
  const json = JSON.stringify(pack);
  const file = `${JSON.stringify(pack, null, 2)}\n`;
  const index = useMemo(() => trialOf(JSON.parse(json) as Pack), [json]);
  const install = async () => {
    setReport("");
    const result = await installPack(file);
    setReport(
      result.ok
        ? t("makerInstalled", apart(pack.title as string))
        : result.problems.map(({ fault }) => faultWords(fault)).join(" "),
    );
  };
  return (
    <>
      <section class="section" aria-labelledby="try-title">
        <h2 id="try-title">{t("makerTry")}</h2>
        <Field name="try" rows={4} label={t("makerTryText")} value={text} onChange={setText} />
        {index && text !== "" && (
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
      </section>
      <section class="section" aria-labelledby="save-title">
        <h2 id="save-title">{t("makerSave")}</h2>
        <p role="status" id="state">
          {problems.length === 0 ? t("makerComplete") : plural("makerMissing", problems.length)}
        </p>
        <p class="hint">{t("makerSaveHint")}</p>
        <p class="confirm">
          <button
            type="button"
            class="button"
            id="save"
            disabled={problems.length > 0}
            onClick={() => savePack(file, pack.id)}
          >
            {t("makerSaveFile")}
          </button>
          <button
            type="button"
            class="button"
            id="install"
            disabled={problems.length > 0}
            onClick={() => void install()}
          >
            {t("makerInstall")}
          </button>
        </p>
        <p role="status" id="installed">
          {report}
        </p>
      </section>
    </>
  );
}

/** `null` where a name's braces cannot be written out; the field says so. */
function trialOf(pack: Pack) {
  try {
    return indexPack(expandPack(pack));
  } catch {
    return null;
  }
}

/** What the door of packs has against it: by place, in the reader's words. */
export function problemsOf(pack: Pack): readonly PackProblem[] {
  const result = readPackFile(JSON.stringify(pack));
  return result.ok ? [] : result.problems;
}

/** All that is wrong at a place, or in what stands under it. */
export const problemAt = (problems: readonly PackProblem[], at: string): string =>
  problems
    .filter(({ path }) => path === at || path.startsWith(`${at}[`) || path.startsWith(`${at}.`))
    .map(({ fault }) => faultWords(fault))
    .join(" ");
