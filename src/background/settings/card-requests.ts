/** Carries out what a page's card asks for, as far as `settings/asked.ts` grants it: one after the other. */

import type { Origin } from "../../browser/messaging.ts";
import type { Ask } from "../../settings/change/asked.ts";
import { judge } from "../../settings/change/asked.ts";
import type { ReadOutcome } from "../../settings/stored.ts";
import type { ChangeSettings, StorageArea } from "./writer.ts";

/** In `storage.session`, which no page's process can write, and which outlives the background's sleep. */
const ASKED_KEY = "asked";

type Asker = Pick<Origin, "tab" | "site">;

/** Never rejects. */
export function createCardRequests(
  session: StorageArea,
  load: () => Promise<ReadOutcome>,
  change: ChangeSettings,
): (ask: Ask, origin: Asker) => Promise<boolean> {
  let last: Promise<unknown> = Promise.resolve();
  const carryOut = async (ask: Ask, { tab, site }: Asker): Promise<boolean> => {
    const outcome = await load();
    if (tab === undefined || outcome.kind === "unreadable") return false;
    const before = (await session.get([ASKED_KEY]))[ASKED_KEY];
    const judged = judge(ask, { tab, site }, outcome.settings, before, Date.now());
    if (!judged.granted) return false;
    await session.set({ [ASKED_KEY]: judged.asked });
    return judged.intent === null || (await change([judged.intent])).ok;
  };
  return (ask, origin) => {
    const answer = last.then(() => carryOut(ask, origin)).catch(() => false);
    last = answer;
    return answer;
  };
}
