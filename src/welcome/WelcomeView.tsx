/** The page after installation, from props alone. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { EntityView } from "../entity/EntityView.tsx";
import type { PackIndex } from "../pack/lookup.ts";
import type { EntityId } from "../pack/types.ts";
import { Sample } from "../pages/Sample.tsx";
import type { Settings } from "../settings/types.ts";
import { text } from "./text.ts";

export interface WelcomeViewProps {
  pack: PackIndex;
  settings: Settings;
  /** Keys of the commands next, previous and enter, as the browser writes them; `null` where there are none. */
  keys: readonly [next: string, previous: string, enter: string] | null;
  /** Whether pages may be read without a click; `null` until it is known. */
  allowed: boolean | null;
  onAllow(): void;
  onOptions(): void;
}

export function WelcomeView({ pack, settings, keys, allowed, onAllow, onOptions }: WelcomeViewProps) {
  const [entity, setEntity] = useState<EntityId | null>(null);
  return (
    <main>
      <h1>{text.title}</h1>
      <p class="intro">{text.intro}</p>
      <Part id="try" title={text.tryIt}>
        <Sample
          id="sample"
          label={text.tryIt}
          text={text.sample}
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
      <Part id="how" title={text.how}>
        <ul>
          <li>{text.mouse}</li>
          {keys !== null && <li>{text.keys(...keys)}</li>}
          <li>{text.touch}</li>
          <li>{text.search}</li>
        </ul>
      </Part>
      {allowed !== null && (
        <Part id="access" title={text.access}>
          <p>{allowed ? text.accessYes : text.accessNo}</p>
          {!allowed && (
            <button type="button" class="button" id="allow" onClick={onAllow}>
              {text.accessAllow}
            </button>
          )}
        </Part>
      )}
      <Part id="is" title={text.is}>
        <p>{text.isText}</p>
        <p>{text.isNotText}</p>
      </Part>
      <Part id="privacy" title={text.privacy}>
        <p>{text.privacyText}</p>
      </Part>
      <button type="button" class="button" id="options" onClick={onOptions}>
        {text.options}
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
