/**
 * One frame's life under one set of settings: the reader, the marks and the card, wired. It begins when the frame is to
 * be marked and ends, leaving nothing behind, when it is not.
 */
import { startCard } from "../card/controller.ts";
import type { SettingsIntent } from "../messages/table.ts";
import { Marks } from "../page/marks.ts";
import { PageReader } from "../page/reader.ts";
import { request } from "../platform/content.ts";
import { sitePatternOf } from "../settings/sites.ts";
import type { Settings } from "../settings/types.ts";
import { bundled, lexicon } from "./bundled.ts";
import { viewOf } from "./view.ts";

export interface Session {
  reader: PageReader;
  marks: Marks;
  settingsChanged(): void;
  end(): void;
}

/** @param settings the settings as they are now; `address`: the page's, for the site rule that the card can set */
export function startSession(settings: () => Settings, address: string): Session {
  const life = new AbortController();
  const { signal } = life;
  const reader = new PageReader({
    lexicon,
    signal,
    onGone: (mentions) => marks.drop(mentions),
    onChange: () => changed(),
  });
  const marks = new Marks(reader, () => viewOf(settings(), bundled()));
  const change = (intent: SettingsIntent) => void request("settings.change", { intents: [intent] });
  const card = startCard({
    pack: bundled,
    hit: (point) => marks.hit(point),
    boxes: (mention) => marks.boxes(mention),
    settings: () => ({ ...settings(), active: true }),
    onActive: (mention) => marks.setActive(mention),
    onMute: (entity) => change({ type: "mute", entity, on: true }),
    onSiteOff: () => {
      const pattern = sitePatternOf(address);
      if (pattern) change({ type: "setSite", rule: { pattern, mark: false } });
    },
    signal,
  });
  const changed = () => {
    marks.refresh();
    const known = new Set(marks.listed().map(({ id }) => id));
    card.mentionsChanged((id) => known.has(id));
    const count = new Set(marks.listed().map(({ mention }) => mention.entity)).size;
    if (settings().badge) void request("page.count", { count });
  };
  reader.start();
  return {
    reader,
    marks,
    settingsChanged: () => {
      changed();
      card.settingsChanged();
    },
    end: () => {
      life.abort();
      marks.clear();
    },
  };
}
