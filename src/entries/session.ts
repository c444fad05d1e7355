/**
 * One frame's life under one set of settings: the reader, the marks and the card, wired. It begins when the frame is to
 * be marked and ends, leaving nothing behind, when it is not.
 */
import { Marks } from "../page/marks.ts";
import { PageReader } from "../page/reader.ts";
import { alive } from "../platform/content.ts";
import { watchExtension } from "../platform/place.ts";
import type { Settings } from "../settings/types.ts";
import { attachCard } from "./attach-card.ts";
import { bundled, lexicon } from "./bundled.ts";
import { makeCount } from "./count.ts";
import { viewOf } from "./view.ts";

export interface Session {
  reader: PageReader;
  marks: Marks;
  settingsChanged(): void;
  end(): void;
}

/**
 * @param settings the settings as they are now; `address`: the page's, for site rules; `onGone`: called when the extension
 * has gone, to end this session and all else of this copy
 */
export function startSession(settings: () => Settings, address: string, onGone: () => void): Session {
  const life = new AbortController();
  const { signal } = life;
  const tell = makeCount();
  const showing = watchExtension(onGone, signal);
  const end = () => {
    life.abort();
    marks.clear();
    tell(0);
  };
  const show = () => {
    marks.refresh();
    const listed = marks.listed();
    showing(listed.length > 0);
    const known = new Set(listed.map(({ id }) => id));
    card.mentionsChanged((id) => known.has(id));
    tell(settings().badge ? new Set(listed.map(({ mention }) => mention.entity)).size : 0);
  };
  const onPass = (changed: boolean) => {
    if (!alive()) onGone();
    else if (changed) show();
    else marks.assert();
  };
  const reader = new PageReader({ lexicon, signal, onPass, onGone: (mentions) => marks.drop(mentions) });
  const marks = new Marks(reader, () => viewOf(settings(), bundled()));
  const card = attachCard({ marks, settings, address, orphaned: onGone, signal });
  reader.start();
  const settingsChanged = () => {
    show();
    card.settingsChanged();
  };
  return { reader, marks, settingsChanged, end };
}
