/** A paragraph that is marked as pages are, with the settings as they stand. */
import { useMemo } from "preact/hooks";
import type { PackIndex } from "../pack/lookup.ts";
import { withOwnNames } from "../pack/own-names.ts";
import type { EntityId } from "../pack/types.ts";
import { pauseLeft } from "../settings/page/expiry.ts";
import { markedOn, namesOn } from "../settings/page/names.ts";
import type { MarkStyle, Settings } from "../settings/types.ts";
import { spotText } from "../spot/decide/plain-text.ts";
import { compileLexicon } from "../spot/names/lexicon.ts";
import { useMoment } from "./use-moment.ts";

/** A page of the extension is on no site: what holds on some sites only does not hold here. */
const NOWHERE = "";

export interface SampleProps {
  id: string;
  label: string;
  text: string;
  pack: PackIndex;
  settings: Settings;
  /** Marks are buttons that call it; without it they are mere text. */
  onOpen?(entity: EntityId): void;
}

export function Sample({ id, label, text, pack, settings, onOpen }: SampleProps) {
  const now = useMoment(settings);
  const aliases = namesOn(settings.aliases, NOWHERE);
  // Settings are parsed anew on every change; the names are the same when their text is.
  const own = JSON.stringify(aliases);
  const mentions = useMemo(
    () => spotText(compileLexicon(withOwnNames(pack.pack, aliases)), text),
    [pack, own, text],
  );
  const marks = settings.enabled && pauseLeft(settings, now) === 0;
  const shown = markedOn(settings, NOWHERE, now);
  const parts: Array<string | { marked: string; entity: EntityId }> = [];
  const seen = new Set<string>();
  let from = 0;
  for (const { entity, alias, start, end } of mentions) {
    if (!marks || !shown(entity, pack.entities.get(entity)?.kind, alias)) continue;
    if (settings.density === "first" && seen.has(entity)) continue;
    seen.add(entity);
    parts.push(text.slice(from, start), { marked: text.slice(start, end), entity });
    from = end;
  }
  parts.push(text.slice(from));
  return (
    <p class="sample" id={id}>
      <span class="visually-hidden">{label}: </span>
      {parts.map((part) => {
        if (typeof part === "string") return part;
        if (!onOpen) return <Marked style={settings.markStyle} words={part.marked} />;
        return (
          <button
            type="button"
            class={`mark mark-${settings.markStyle}`}
            data-entity={part.entity}
            onClick={() => onOpen(part.entity)}
          >
            {part.marked}
          </button>
        );
      })}
    </p>
  );
}

export function Marked({ style, words }: { style: MarkStyle; words: string }) {
  return <span class={`mark mark-${style}`}>{words}</span>;
}
