/** Carries out what a page's card asks for, as far as `settings/change/card-request.ts` grants it: one after the other. */

import type { Origin } from "../../browser/messaging.ts";
import {
  type Judgement,
  judgeLess,
  judgeMeant,
  type LessRequest,
  type RequestSender,
} from "../../settings/change/card-request.ts";
import { type Meant, pageOf } from "../../settings/page/meant.ts";
import type { ReadOutcome } from "../../settings/stored.ts";
import type { Settings } from "../../settings/types.ts";
import { vouchedAddress } from "../vouched-address.ts";
import type { PagesMeant } from "./pages-meant.ts";
import type { ChangeSettings, StorageArea } from "./writer.ts";

/** In `storage.session`, which no page's process can write, and which outlives the background's sleep. */
const GRANTED_KEY = "asked";

type Sender = Pick<Origin, "tab" | "site" | "page" | "isOfPage">;

/** Which of two is meant, as a card says it: of its page at `address`, or, `here`, of the page's site. */
interface MeantRequest extends Meant {
  address: string;
  here: boolean;
  on: boolean;
}

export interface CardRequests {
  /** Each answers whether it was done; never rejects. */
  less(request: LessRequest, origin: Sender): Promise<boolean>;
  meant(request: MeantRequest, origin: Sender): Promise<boolean>;
}

export interface CardRequestDeps {
  session: StorageArea;
  load(): Promise<ReadOutcome>;
  change: ChangeSettings;
  pages: PagesMeant;
}

type Judge = (from: RequestSender, settings: Settings, before: unknown, now: number) => Judgement;

export function createCardRequests({ session, load, change, pages }: CardRequestDeps): CardRequests {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (task: () => Promise<boolean>): Promise<boolean> => {
    const answer = last.then(task).catch(() => false);
    last = answer;
    return answer;
  };
  const carryOut = async (judgeLess: Judge, { tab, site }: Sender): Promise<boolean> => {
    const outcome = await load();
    if (tab === undefined || outcome.kind === "unreadable") return false;
    const before = (await session.get([GRANTED_KEY]))[GRANTED_KEY];
    const judged = judgeLess({ tab, site }, outcome.settings, before, Date.now());
    if (!judged.granted) return false;
    await session.set({ [GRANTED_KEY]: judged.requests });
    return judged.intent === null || (await change([judged.intent])).ok;
  };
  return {
    less: (request, origin) => inTurn(() => carryOut((...by) => judgeLess(request, ...by), origin)),
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
