/**
 * What a card asks for in the name of a page, judged by the background. A card is drawn by a content script, which shares a
 * process with the page; a page that has broken out into that process can send whatever a card can. So a page never names
 * a site, the browser does (`RequestSender`); it can only have less marked, or the words of its own site taken for the other of two
 * entities; of the former it can take back only what it has just asked for; and what holds on other sites as well it can ask
 * for seldom.
 */

import { LISTS } from "../lists.ts";
import { HOUR } from "../page/expiry.ts";
import type { QuietRule, Settings } from "../types.ts";
import { property } from "../untrusted.ts";
import type { SettingsIntent } from "./apply.ts";

/** As the card's menu has it; without an entity, nothing is to be marked on the site. */
export interface LessRequest {
  entity?: string;
  /** Only where it is called so. */
  alias?: string;
  /** Only on the page's site. */
  here: boolean;
  /** Only for an hour. */
  hour: boolean;
  /** `false`: as it was before, at most a little while later. */
  on: boolean;
}

/** On the page's site, the names that both may be called by mean the one and not the other; with `on` false, no longer. */
export interface SiteMeantRequest {
  entity: string;
  instead: string;
  on: boolean;
}

/** Whom the browser says that it comes from. */
export interface RequestSender {
  tab: number;
  /** Pattern of the page's site; `null` where it has none, is private, or another site's page is around the asking frame. */
  site: string | null;
}

/** A request that was granted. */
export interface GrantedRequest {
  tab: number;
  what: string;
  everywhere: boolean;
  /** Ms since 1970. */
  at: number;
}

const { nameOf } = LISTS.quiet;

/** How long a request counts, and can be taken back, ms. */
const REMEMBERED = 600_000;
/** More than a reader asks for in that time, from all pages together: for all sites, and in all. */
export const MOST_EVERYWHERE = 6;
export const MOST_REQUESTS = 60;
/** Of two, which is meant: of so many pairs a card may say so of one site. No analysis has as many. */
export const MOST_MEANT = 8;

export type Judgement =
  | { granted: true; intent: SettingsIntent | null; requests: GrantedRequest[] }
  | { granted: false };

/**
 * @param before the requests that were granted, as last answered; untrusted
 * @param now ms since 1970
 */
export function judgeLess(
  request: LessRequest,
  from: RequestSender,
  settings: Settings,
  before: unknown,
  now: number,
): Judgement {
  const { entity, alias, here, hour, on } = request;
  const site = here ? from.site : undefined;
  if (site === null || (entity === undefined && (site === undefined || !on))) return { granted: false };
  const requests = readGranted(before, now);
  if (entity === undefined) return grant({ type: "setSite", rule: { pattern: site!, mark: false } });

  const rule: QuietRule = {
    entity,
    ...(alias !== undefined && { alias }),
    ...(site !== undefined && { site }),
    ...(hour && { until: now + HOUR }),
  };
  const always = alias === undefined && site === undefined && !hour;
  const holds = always
    ? settings.muted.includes(entity)
    : settings.quiet.some((other) => nameOf(other) === nameOf(rule));
  const intent: SettingsIntent = always ? { type: "mute", entity, on } : { type: "quiet", rule, on };
  const what = always ? entity : nameOf(rule);
  if (!on) {
    const mine = requests.findIndex((each) => each.tab === from.tab && each.what === what);
    // Still counted, or asking and taking back by turns would be free.
    return mine < 0
      ? { granted: false }
      : { granted: true, intent, requests: requests.with(mine, { ...requests[mine]!, what: "" }) };
  }
  // It may be for longer than what is asked for, and is not the page's to take back.
  if (holds) return { granted: true, intent: null, requests };
  return grant(intent, what);

  function grant(intent: SettingsIntent, what = ""): Judgement {
    return counted(intent, { tab: from.tab, what, everywhere: site === undefined, at: now }, requests);
  }
}

/**
 * As `judgeLess`. It is about the words of the asking site alone, which could as well write out which one it means; so a card may
 * take it back at any time, whoever has said it.
 */
export function judgeMeant(
  { on, ...meant }: SiteMeantRequest,
  { tab, site }: RequestSender,
  settings: Settings,
  before: unknown,
  now: number,
): Judgement {
  if (site === null) return { granted: false };
  const rule = { site, ...meant };
  const here = settings.meant.filter((other) => other.site === site);
  const there = here.find((other) => LISTS.meant.nameOf(other) === LISTS.meant.nameOf(rule));
  if (on ? !there && here.length >= MOST_MEANT : there?.entity !== meant.entity) return { granted: false };
  const requests = readGranted(before, now);
  if (on && there?.entity === meant.entity) return { granted: true, intent: null, requests };
  return counted({ type: "meant", rule, on }, { tab, what: "", everywhere: false, at: now }, requests);
}

/** Granted, if not too much has been asked for. */
function counted(intent: SettingsIntent, request: GrantedRequest, requests: GrantedRequest[]): Judgement {
  const full =
    requests.length >= MOST_REQUESTS ||
    (request.everywhere && requests.filter((each) => each.everywhere).length >= MOST_EVERYWHERE);
  return full ? { granted: false } : { granted: true, intent, requests: [...requests, request] };
}

function readGranted(raw: unknown, now: number): GrantedRequest[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter((each): each is GrantedRequest => {
    const at = property(each, "at");
    return typeof at === "number" && at <= now && now - at < REMEMBERED;
  });
}
