/** The card, wired to the marks it explains and to the settings it can change. */
import { startCard } from "../card/controller.ts";
import type { CardController } from "../card/types.ts";
import { speakBy } from "../card/words.ts";
import type { SettingsIntent } from "../messages/table.ts";
import { pageAddress } from "../page/document.ts";
import type { Marks } from "../page/marks.ts";
import { alive, isPrivate, readMessage, request } from "../platform/content.ts";
import { QUIET_HOUR } from "../settings/quiet.ts";
import { FILES, sitePatternOf } from "../settings/sites.ts";
import type { Settings } from "../settings/types.ts";
import { bundled } from "./bundled.ts";

export interface Attachment {
  marks: Marks;
  settings(): Settings;
  /** The extension is gone: nothing may open any more. */
  orphaned(): void;
  signal: AbortSignal;
}

export function attachCard({ marks, settings, orphaned, signal }: Attachment): CardController {
  const change = (intent: SettingsIntent) => void request("settings.change", { intents: [intent] });
  /** The pattern of the page's site. Files are none: a rule for one would be a rule for all. And of private pages nothing is kept. */
  const site = () => {
    const pattern = sitePatternOf(pageAddress());
    return pattern === FILES || isPrivate() ? null : pattern;
  };
  speakBy(readMessage);
  return startCard({
    // A card opens on a mention, and nothing was found before the names were read.
    pack: () => bundled()!,
    hit: (point) => {
      if (alive()) return marks.hit(point);
      orphaned();
      return null;
    },
    boxes: (mention) => marks.boxes(mention),
    isAwaited: (mention) => marks.isAwaited(mention),
    marked: () => marks.marked(),
    reveal: (mention) => marks.reveal(mention),
    settings: () => ({ ...settings(), active: true }),
    isSite: () => site() !== null,
    onActive: (mention) => marks.setActive(mention),
    onMute: ({ entity, alias, site: here, hour }, on) => {
      if (alias === undefined && !here && !hour) return change({ type: "mute", entity, on });
      const pattern = here && site();
      const rule = {
        entity,
        ...(alias !== undefined && { alias }),
        ...(pattern && { site: pattern }),
        ...(hour && { until: Date.now() + QUIET_HOUR }),
      };
      change({ type: "quiet", rule, on });
    },
    onSiteOff: () => {
      const pattern = site();
      if (pattern) change({ type: "setSite", rule: { pattern, mark: false } });
    },
    onEscape: () => void request("page.escape", {}),
    signal,
  });
}
