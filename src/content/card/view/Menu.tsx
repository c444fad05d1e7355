/** What can be done with a name beside reading of it, and what came of it, with the way back. */
import { trusted } from "../../../entity/trusted.ts";
import { t } from "../../../i18n/t.ts";
import type { EntityId } from "../../../pack/types.ts";

/** Leave an entity unmarked: everywhere, or only on this site, only for an hour, only where it is called so. */
export interface Mute {
  entity: EntityId;
  alias?: string;
  site?: true;
  hour?: true;
}

export interface Outcome {
  words: string;
  undo?: () => void;
}

export interface MenuProps {
  id: string;
  entity: EntityId;
  /** Its name, in the reader's language. */
  name: string;
  /** The page is one of a site, for which a rule can be made. */
  site: boolean;
  onCopy(): void;
  /** In the atlas of the first of the analyses that know it. */
  onAtlas(): void;
  onMute(mute: Mute, words: string): void;
  onSiteOff(): void;
}

/** In a card so low that all of it scrolls, what a button opens may be out of sight. */
export const bringIntoView = (element: Element | null) => element?.scrollIntoView({ block: "nearest" });

const WHERE = [
  ["anywhere", {}],
  ["site", { site: true }],
  ["hour", { hour: true }],
] as const;

export function Menu({ id, entity, name, site, onCopy, onAtlas, onMute, onSiteOff }: MenuProps) {
  return (
    <ul class="sl-menu" id={id} ref={bringIntoView}>
      <li>
        <button type="button" onClick={trusted(onCopy)}>
          {t("cardCopy")}
        </button>
      </li>
      <li>
        <button type="button" onClick={trusted(onAtlas)}>
          {t("cardAtlas")}
        </button>
      </li>
      <Choices
        label={t("cardMute")}
        choices={WHERE.filter(([where]) => site || where !== "site").map(([where, mute]) => ({
          words: t(`cardMute_${where}`),
          onChoose: () => onMute({ entity, ...mute }, t(`cardMuted_${where}`, name)),
        }))}
      />
      {site && (
        <li>
          <button type="button" onClick={trusted(onSiteOff)}>
            {t("cardSiteOff")}
          </button>
        </li>
      )}
    </ul>
  );
}

export interface ChoicesProps {
  label: string;
  choices: ReadonlyArray<{ words: string; onChoose(): void }>;
}

/** One thing that can be done in several ways, in a row: "Do not mark this name", anywhere, on this site, for an hour. */
export function Choices({ label, choices }: ChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <li>
      <div class="sl-mutes">
        <span>{label}</span>
        {choices.map(({ words, onChoose }) => (
          <button key={words} aria-label={`${label}: ${words}`} type="button" onClick={trusted(onChoose)}>
            {words}
          </button>
        ))}
      </div>
    </li>
  );
}

export function Notice({ words, undo }: Outcome) {
  return (
    <div class="sl-notice" ref={bringIntoView}>
      <p>{words}</p>
      {undo && (
        <button type="button" class="sl-link" onClick={trusted(undo)}>
          {t("cardUndo")}
        </button>
      )}
    </div>
  );
}
