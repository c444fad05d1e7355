/** The settings, as the marks of one page see them. */
import type { EntityId } from "../pack/types.ts";
import { markedOn } from "../settings/page/names.ts";
import type { Settings } from "../settings/types.ts";
import { frameShards, kindOf } from "./frame-pack.ts";
import type { MarkSettings } from "./page/paint/mark-choice.ts";

export function markSettings(settings: Settings, url: string): MarkSettings {
  // What is left unmarked was chosen by an id that may have given way to another pack's.
  const idOf = (entity: EntityId) => frameShards().idOf(entity);
  const shown = markedOn(
    {
      ...settings,
      muted: settings.muted.map(idOf),
      quiet: settings.quiet.map((rule) => ({ ...rule, entity: idOf(rule.entity) })),
    },
    url,
    Date.now(),
  );
  return {
    shows: ({ entity, alias }) => shown(entity, kindOf(entity), alias),
    firstOnly: settings.density === "first",
    highlight: ({ entity }) => `sidelight-${frameShards().styleOf(entity) ?? settings.markStyle}`,
  };
}
