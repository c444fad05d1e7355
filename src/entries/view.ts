/** The settings, as the marks see them. */
import type { PackIndex } from "../pack/lookup.ts";
import type { MarkView } from "../page/marks.ts";
import type { Settings } from "../settings/types.ts";

/** @param pack null before the names have been read */
export function viewOf(settings: Settings, pack: PackIndex | null): MarkView {
  const muted = new Set(settings.muted);
  return {
    shows: (entity) => {
      const kind = pack?.entities.get(entity)?.kind;
      return kind !== undefined && settings.kinds[kind] && !muted.has(entity);
    },
    firstOnly: settings.density === "first",
    highlight: `sidelight-${settings.markStyle}`,
  };
}
