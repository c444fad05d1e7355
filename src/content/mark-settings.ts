/** The settings, as the marks of one page see them. */
import { markedOn } from "../settings/page/names.ts";
import type { Settings } from "../settings/types.ts";
import { kindOf } from "./frame-pack.ts";
import type { MarkSettings } from "./page/paint/mark-choice.ts";

export function markSettings(settings: Settings, url: string): MarkSettings {
  const shown = markedOn(settings, url, Date.now());
  return {
    shows: ({ entity, alias }) => shown(entity, kindOf(entity), alias),
    firstOnly: settings.density === "first",
    highlight: `sidelight-${settings.markStyle}`,
  };
}
