/** The page after installation, from props alone. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { EntityView } from "../entity/EntityView.tsx";
import { t } from "../i18n/t.ts";
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { Sample } from "../pages/Sample.tsx";
import type { Settings } from "../settings/types.ts";

export interface WelcomeViewProps {
  pack: PackIndex;
  settings: Settings;
  /** Keys of the commands next, previous and enter, as the browser writes them; `null` where there are none. */
  keys: readonly [next: string, previous: string, enter: string] | null;
  /** Whether pages may be read without a click; `null` until it is known. */
  allowed: boolean | null;
  onAllow(): void;
  onOptions(): void;
  onAtlas(): void;
}

export function WelcomeView({
  pack,
  settings,
  keys,
  allowed,
  onAllow,
  onOptions,
  onAtlas,
}: WelcomeViewProps) {
  const [entity, setEntity] = useState<EntityId | null>(null);
  return (
    <main>
      <h1>{t("welcomeTitle")}</h1>
      <p class="intro">{t("welcomeIntro")}</p>
      <Part id="try" title={t("welcomeTry")}>
        <Sample
          id="sample"
          label={t("welcomeTry")}
          text={t("welcomeSample")}
          pack={pack}
          settings={settings}
          onOpen={setEntity}
        />
        <div id="opened" aria-live="polite">
          {entity !== null && (
            <EntityView pack={pack} entity={entity} onOpen={setEntity} headingId="opened-name" />
          )}
        </div>
      </Part>
      <Part id="how" title={t("welcomeHow")}>
        <ul>
          <li>{t("welcomeMouse")}</li>
          {keys !== null && <li>{t("welcomeKeys", ...keys)}</li>}
          <li>{t("welcomeTouch")}</li>
          <li>{t("welcomeSearch")}</li>
        </ul>
      </Part>
      {allowed !== null && (
        <Part id="access" title={t("welcomeAccess")}>
          <p>{allowed ? t("welcomeAccessYes") : t("welcomeAccessNo")}</p>
          {!allowed && (
            <button type="button" class="button" id="allow" onClick={onAllow}>
              {t("welcomeAccessAllow")}
            </button>
          )}
        </Part>
      )}
      <Part id="whole" title={t("atlasTitle")}>
        <p>{t("welcomeAtlasText")}</p>
        <button type="button" class="button" id="atlas-open" onClick={onAtlas}>
          {t("welcomeAtlas")}
        </button>
      </Part>
      <Part id="is" title={t("welcomeIs")}>
        <p>{t("welcomeIsText")}</p>
        <p>{t("welcomeIsNotText")}</p>
      </Part>
      <Part id="privacy" title={t("welcomePrivacy")}>
        <p>{t("welcomePrivacyText")}</p>
      </Part>
      <button type="button" class="button" id="options" onClick={onOptions}>
        {t("welcomeOptions")}
      </button>
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
