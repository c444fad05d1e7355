/** The settings, as the marks of one page see them. */
import type { PackIndex } from "../pack/lookup.ts";
import type { MarkView } from "../page/marks.ts";
import { quietOn } from "../settings/quiet.ts";
import type { Settings } from "../settings/types.ts";

/** @param pack null before the names have been read */
export function viewOf(settings: Settings, pack: PackIndex | null, url: string): MarkView {
  const muted = new Set(settings.muted);
  const quiet = quietOn(settings.quiet, url, Date.now());
  return {
    shows: (mention) => {
      const kind = pack?.entities.get(mention.entity)?.kind;
      return (
        kind !== undefined &&
        settings.kinds[kind] &&
        !muted.has(mention.entity) &&
        !quiet.some(
          ({ entity, alias }) => entity === mention.entity && (alias ?? mention.alias) === mention.alias,
        )
      );
    },
    firstOnly: settings.density === "first",
    highlight: `sidelight-${settings.markStyle}`,
  };
}
