/** Carries out what a page's card asks for, as far as `settings/change/asked.ts` grants it: one after the other. */

import type { Origin } from "../../browser/messaging.ts";
import { type Ask, type From, type Judgement, judge, judgeMeant } from "../../settings/change/asked.ts";
import { type Meant, pageOf } from "../../settings/page/meant.ts";
import type { ReadOutcome } from "../../settings/stored.ts";
import type { Settings } from "../../settings/types.ts";
import { vouchedAddress } from "../vouched-address.ts";
import type { PagesMeant } from "./pages-meant.ts";
import type { ChangeSettings, StorageArea } from "./writer.ts";

/** In `storage.session`, which no page's process can write, and which outlives the background's sleep. */
const ASKED_KEY = "asked";

type Asker = Pick<Origin, "tab" | "site" | "page" | "isOfPage">;

/** Which of two is meant, as a card says it: of its page at `address`, or, `here`, of the page's site. */
interface MeantRequest extends Meant {
  address: string;
  here: boolean;
  on: boolean;
}

export interface CardRequests {
  /** Each answers whether it was done; never rejects. */
  less(ask: Ask, origin: Asker): Promise<boolean>;
  meant(request: MeantRequest, origin: Asker): Promise<boolean>;
}

export interface CardRequestDeps {
  session: StorageArea;
  load(): Promise<ReadOutcome>;
  change: ChangeSettings;
  pages: PagesMeant;
}

type Judge = (from: From, settings: Settings, before: unknown, now: number) => Judgement;

export function createCardRequests({ session, load, change, pages }: CardRequestDeps): CardRequests {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (task: () => Promise<boolean>): Promise<boolean> => {
    const answer = last.then(task).catch(() => false);
    last = answer;
    return answer;
  };
  const carryOut = async (judge: Judge, { tab, site }: Asker): Promise<boolean> => {
    const outcome = await load();
    if (tab === undefined || outcome.kind === "unreadable") return false;
    const before = (await session.get([ASKED_KEY]))[ASKED_KEY];
    const judged = judge({ tab, site }, outcome.settings, before, Date.now());
    if (!judged.granted) return false;
    await session.set({ [ASKED_KEY]: judged.asked });
    return judged.intent === null || (await change([judged.intent])).ok;
  };
  return {
    less: (ask, origin) => inTurn(() => carryOut((...by) => judge(ask, ...by), origin)),
    meant: ({ address, here, on, ...meant }, origin) =>
      inTurn(async () => {
        const { tab, page, isOfPage } = origin;
        // A frame of another site is not heard, as with rules for sites.
        if (tab === undefined || !isOfPage) return false;
        const said = { ...meant, page: pageOf(vouchedAddress(address, page)) };
        if (!here) return pages.say(tab, said, on);
        if (!(await carryOut((...by) => judgeMeant({ ...meant, on }, ...by), origin))) return false;
        // What was said of the page would stand above what has just been said.
        if (on) await pages.say(tab, said, false);
        return true;
      }),
  };
}
