/** The settings, as the marks of one page see them. */
import type { PackIndex } from "../pack/lookup.ts";
import { shownOn } from "../settings/shown.ts";
import type { Settings } from "../settings/types.ts";
import type { MarkSettings } from "./page/paint/mark-choice.ts";

/** @param pack null before the names have been read */
export function markSettings(settings: Settings, pack: PackIndex | null, url: string): MarkSettings {
  const shown = shownOn(settings, url, Date.now());
  return {
    shows: ({ entity, alias }) => shown(entity, pack?.entities.get(entity)?.kind, alias),
    firstOnly: settings.density === "first",
    highlight: `sidelight-${settings.markStyle}`,
  };
}
