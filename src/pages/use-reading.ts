/** The choice of where pages are read, with the browser's permission for it: asked for and handed back in the same click. */
import { useEffect, useState } from "preact/hooks";
import { ALL_PAGES, askToRead, giveBack, mayRead, onAccess, openSiteAccess } from "../browser/permissions.ts";
import type { SettingsIntent } from "../messages/table.ts";
import { originsOf, type Reading, readingIntents, readingOf } from "../settings/change/reading.ts";
import type { Settings } from "../settings/types.ts";
import type { ReadingChoiceProps } from "./ReadingChoice.tsx";

/** @param change has the background change settings */
export function useReading(
  settings: Settings,
  change: (intents: SettingsIntent[]) => void,
): Omit<ReadingChoiceProps, "legend"> {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [withheld, setWithheld] = useState<string[]>([]);
  const reading = readingOf(settings);
  const chosen = settings.sites.filter(({ mark }) => mark).map(({ pattern }) => pattern);
  const key = chosen.join(" ");

  useEffect(() => {
    let current = true;
    const look = async () => {
      const all = await mayRead(ALL_PAGES);
      const rest = await Promise.all(chosen.map(async (site) => (await mayRead(originsOf(site))) || site));
      if (!current) return;
      setAllowed(all);
      setWithheld(rest.filter((site) => site !== true));
    };
    void look();
    const stop = onAccess(() => void look());
    return () => {
      current = false;
      stop();
    };
  }, [key]);

  return {
    reading,
    allowed,
    withheld: reading === "everywhere" ? [] : withheld,
    onReading: (next: Reading) => {
      // Asking comes first: browsers hear it only while the click is being handled.
      if (next === "everywhere") void askToRead(ALL_PAGES);
      else void giveBack(ALL_PAGES);
      change(readingIntents(next));
    },
    onAllow: () => void askToRead(ALL_PAGES),
    onAllowSites: () => void askToRead(withheld.flatMap(originsOf)),
    onSiteAccess: () => void openSiteAccess(),
  };
}
