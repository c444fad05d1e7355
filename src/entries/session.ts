/**
 * One frame's life under one set of settings: the reader, the marks and the card, wired. It begins when the frame is to
 * be marked and ends, leaving nothing behind, when it is not.
 */
import { startCard } from "../card/controller.ts";
import type { SettingsIntent } from "../messages/table.ts";
import { Marks } from "../page/marks.ts";
import { PageReader } from "../page/reader.ts";
import { alive, request } from "../platform/content.ts";
import { sitePatternOf } from "../settings/sites.ts";
import type { Settings } from "../settings/types.ts";
import { bundled, lexicon } from "./bundled.ts";
import { makeCount } from "./count.ts";
import { viewOf } from "./view.ts";

export interface Session {
  reader: PageReader;
  marks: Marks;
  settingsChanged(): void;
  end(): null;
}

/** @param settings the settings as they are now; `address`: the page's, for the site rule that the card can set */
export function startSession(settings: () => Settings, address: string): Session {
  const life = new AbortController();
  const { signal } = life;
  const tell = makeCount();
  const reader = new PageReader({
    lexicon,
    signal,
    onGone: (mentions) => marks.drop(mentions),
    onPass: (changed) => {
      if (!alive()) end();
      else if (changed) show();
      else marks.assert();
    },
  });
  const marks = new Marks(reader, () => viewOf(settings(), bundled()));
  const change = (intent: SettingsIntent) => void request("settings.change", { intents: [intent] });
  const card = startCard({
    pack: bundled,
    hit: (point) => (alive() ? marks.hit(point) : end()),
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
  const show = () => {
    marks.refresh();
    const listed = marks.listed();
    const known = new Set(listed.map(({ id }) => id));
    card.mentionsChanged((id) => known.has(id));
    tell(settings().badge ? new Set(listed.map(({ mention }) => mention.entity)).size : 0);
  };
  /** Nothing is left behind; also called when the extension is gone and this copy has to fall silent. */
  const end = () => {
    life.abort();
    marks.clear();
    tell(0);
    return null;
  };
  reader.start();
  return {
    reader,
    marks,
    settingsChanged: () => {
      show();
      card.settingsChanged();
    },
    end,
  };
}
