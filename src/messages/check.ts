/**
 * Requests rebuilt from untrusted input, field by field. Whatever arrives, the result is either a fresh value of the
 * table's type or `null`; nothing of the input is passed on as it came. What a value may *mean* (whether there is such
 * a setting or site) is the business of the one who serves the request.
 */
import type { Ask } from "../settings/change/asked.ts";
import type {
  BackgroundRequests,
  CensusAnswers,
  CensusRequests,
  PageRequests,
  ScalarKey,
  SettingsIntent,
} from "./table.ts";
import type { Envelope } from "./types.ts";

/** No window of ours sends more at once. */
const MOST_INTENTS = 1000;
const LONGEST_TEXT = 1024;
/** Chromium has none longer; of a longer one no rule is asked. */
const LONGEST_ADDRESS = 2 ** 21;
/** Requests to the background that say nothing beside their type. */
const BARE = [
  ...(["page.escape", "page.settings", "page.rest", "page.style"] as const),
  ...(["pack.text", "page.turned", "popup.opened"] as const),
];
/** And to pages. */
const BARE_TO_PAGES = ["page.summary", "page.check", "page.leave", "page.reread"] as const;
const PAGE_COMMANDS = ["next", "previous", "enter", "close"] as const;

export function checkBackgroundRequest(input: unknown): Envelope<BackgroundRequests> | null {
  const envelope = open(input);
  if (envelope === null) return null;
  const { type, request } = envelope;
  if (type === "settings.change") {
    const intents = checkIntents(field(request, "intents"));
    return intents && { type, request: { intents } };
  }
  if (BARE.some((known) => known === type)) return { type: type as (typeof BARE)[number], request: {} };
  if (type === "page.less") {
    const ask = checkAsk(request);
    return ask && { type, request: ask };
  }
  if (type === "page.sieve" || type === "page.ownNames") {
    const address = field(request, "address");
    return typeof address === "string" && address.length <= LONGEST_ADDRESS
      ? { type, request: { address } }
      : null;
  }
  if (type === "page.count") {
    const count = field(request, "count");
    return typeof count === "number" && Number.isSafeInteger(count) && count >= 0
      ? { type, request: { count } }
      : null;
  }
  return null;
}

/**
 * What a content script may ask for of the settings. It runs inside a page that may have broken out into its process, so it
 * has words for what the card offers and no others: not to mark a name, or a site, and to take back what it has just asked
 * for. It cannot name a site; `settings/asked.ts` judges the rest.
 */
function checkAsk(request: unknown): Ask | null {
  const [here, hour, on] = ["here", "hour", "on"].map((key) => field(request, key));
  if (typeof here !== "boolean" || typeof hour !== "boolean" || typeof on !== "boolean") return null;
  const ask: Ask = { here, hour, on };
  for (const key of ["entity", "alias"] as const) {
    const value = field(request, key);
    if (value === undefined) continue;
    const given = text(value);
    if (given === null) return null;
    ask[key] = given;
  }
  return ask;
}

export function checkPageRequest(input: unknown): Envelope<PageRequests> | null {
  const envelope = open(input);
  if (envelope === null) return null;
  const { type, request } = envelope;
  if (BARE_TO_PAGES.some((known) => known === type))
    return { type: type as (typeof BARE_TO_PAGES)[number], request: {} };
  if (type === "page.command") {
    const command = PAGE_COMMANDS.find((known) => known === field(request, "command"));
    const anyway = field(request, "anyway");
    return command && typeof anyway === "boolean" ? { type, request: { command, anyway } } : null;
  }
  if (type === "page.jump") {
    const id = text(field(request, "id"));
    return id === null ? null : { type, request: { id } };
  }
  return null;
}

export function checkCensusRequest(input: unknown): Envelope<CensusRequests> | null {
  return checkToken(input, "page.census");
}

export function checkCensusAnswer(input: unknown): Envelope<CensusAnswers> | null {
  return checkToken(input, "page.here");
}

function checkToken<T extends string>(
  input: unknown,
  type: T,
): { type: T; request: { token: string } } | null {
  const envelope = open(input);
  const token = envelope === null || envelope.type !== type ? null : text(field(envelope.request, "token"));
  return token === null ? null : { type, request: { token } };
}

function checkIntents(input: unknown): SettingsIntent[] | null {
  if (!Array.isArray(input) || input.length === 0 || input.length > MOST_INTENTS) return null;
  const intents: SettingsIntent[] = [];
  for (const item of input as unknown[]) {
    const intent = checkIntent(item);
    if (intent === null) return null;
    intents.push(intent);
  }
  return intents;
}

function checkIntent(input: unknown): SettingsIntent | null {
  const type = field(input, "type");
  const on = field(input, "on");
  switch (type) {
    case "set": {
      const key = text(field(input, "key"));
      const value = field(input, "value");
      if (key === null || !isScalar(value)) return null;
      return { type, key: key as ScalarKey, value };
    }
    case "setKind": {
      const kind = text(field(input, "kind"));
      return kind === null || typeof on !== "boolean" ? null : { type, kind, on };
    }
    case "mute": {
      const entity = text(field(input, "entity"));
      return entity === null || typeof on !== "boolean" ? null : { type, entity, on };
    }
    case "quiet": {
      const rule = field(input, "rule");
      const entity = text(field(rule, "entity"));
      const until = field(rule, "until");
      const parts = { alias: field(rule, "alias"), site: field(rule, "site"), until };
      const given = Object.entries(parts).filter(([, value]) => value !== undefined);
      const sound = given.every(([key, value]) =>
        key === "until" ? Number.isFinite(value) : text(value) !== null,
      );
      if (entity === null || !sound || typeof on !== "boolean") return null;
      return { type, rule: { entity, ...Object.fromEntries(given) }, on };
    }
    case "setSite": {
      const rule = field(input, "rule");
      const pattern = text(field(rule, "pattern"));
      const mark = field(rule, "mark");
      return pattern === null || typeof mark !== "boolean" ? null : { type, rule: { pattern, mark } };
    }
    case "removeSite": {
      const pattern = text(field(input, "pattern"));
      return pattern === null ? null : { type, pattern };
    }
    case "addAlias":
    case "removeAlias": {
      const alias = field(input, "alias");
      const entity = text(field(alias, "entity"));
      const name = text(field(alias, "text"));
      const given = field(alias, "sites");
      const sites = Array.isArray(given) && given.length <= MOST_INTENTS ? given.map(text) : [];
      if (entity === null || name === null || sites.includes(null)) return null;
      if (given !== undefined && sites.length === 0) return null;
      return {
        type,
        alias: { entity, text: name, ...(sites.length > 0 && { sites: sites as string[] }) },
      };
    }
    case "import": {
      const file = field(input, "file");
      // How long it may be is for the settings to say, which say it in words.
      return typeof file === "string" ? { type, file } : null;
    }
    case "reset":
    case "restore":
      return { type };
    default:
      return null;
  }
}

function isScalar(value: unknown): value is boolean | number | string {
  return typeof value === "boolean" || Number.isFinite(value) || text(value) !== null;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.length <= LONGEST_TEXT ? value : null;
}

/** The own property `key` of an object; `undefined` for anything else. */
function field(input: unknown, key: string): unknown {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, key)) return undefined;
  return (input as Record<string, unknown>)[key];
}

function open(input: unknown): { type: string; request: unknown } | null {
  const type = field(input, "type");
  const request = field(input, "request");
  if (typeof type !== "string" || typeof request !== "object" || request === null) return null;
  return { type, request };
}
