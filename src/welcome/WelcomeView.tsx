/** The page after installation, from props alone: what it does, shown; one choice; and where to go on. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Platform } from "../browser/platform.ts";
import { EntityView } from "../entity/EntityView.tsx";
import { t } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { ReadingChoice, type ReadingChoiceProps } from "../pages/ReadingChoice.tsx";
import { Sample } from "../pages/Sample.tsx";
import type { Search } from "../search/search.ts";
import type { Settings } from "../settings/types.ts";
import { LookUp } from "./LookUp.tsx";
import { PinPicture } from "./PinPicture.tsx";

export interface WelcomeViewProps {
  pack: PackIndex;
  search: Search;
  settings: Settings;
  /** Keys of the commands next, previous and enter, as the browser writes them; `null` where there are none. */
  keys: readonly [next: string, previous: string, enter: string] | null;
  /** `null` until it is known. */
  browser: Platform["kind"] | null;
  reading: Omit<ReadingChoiceProps, "legend">;
  onOptions(): void;
  onAtlas(): void;
}

export function WelcomeView(props: WelcomeViewProps) {
  const { pack, search, settings, keys, browser, reading, onOptions, onAtlas } = props;
  const [entity, setEntity] = useState<EntityId | null>(null);
  return (
    <main>
      <h1>{t("welcomeTitle")}</h1>
      <p class="intro">{t("welcomeIntro")}</p>
      <div class="side-by-side">
        <div>
          <Part id="try" title={t("welcomeTry")}>
            <Sample
              id="sample"
              label={t("welcomeTry")}
              text={t("welcomeSample")}
              pack={pack}
              settings={settings}
              onOpen={setEntity}
            />
            <ul>
              <li>{t("welcomeMouse")}</li>
              {keys !== null && <li>{t("welcomeKeys", ...keys)}</li>}
              <li>{t("welcomeTouch")}</li>
            </ul>
            <div id="opened" aria-live="polite">
              {entity !== null && (
                <EntityView pack={pack} entity={entity} onOpen={setEntity} headingId="opened-name" />
              )}
            </div>
          </Part>
          {browser !== null && (
            <Part id="pin" title={t("welcomePin")}>
              <PinPicture kind={browser} />
              <p>{t(`welcomePin_${browser}`)}</p>
            </Part>
          )}
        </div>
        <div>
          <Part id="where" title={t("welcomeReading")}>
            <ReadingChoice legend={t("welcomeReading")} {...reading} />
          </Part>
          <Part id="find" title={t("welcomeFind")}>
            <LookUp pack={pack} search={search} onOpen={setEntity} />
            <p class="buttons">
              <button type="button" class="button" id="atlas-open" onClick={onAtlas}>
                {t("welcomeAtlas")}
              </button>
              <button type="button" class="button" id="options" onClick={onOptions}>
                {t("welcomeOptions")}
              </button>
            </p>
          </Part>
          <Part id="is" title={t("welcomeIs")}>
            <p class="hint">
              {t("welcomeIsText")} {t("welcomeIsNotText")}
            </p>
          </Part>
          <Part id="privacy" title={t("welcomePrivacy")}>
            <p class="hint">{t("welcomePrivacyText")}</p>
          </Part>
        </div>
      </div>
    </main>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
