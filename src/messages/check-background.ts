/** Requests to the background, rebuilt. A file of its own, which content scripts do not load. */
import { MEANT_RULE, OWN_ALIAS, PACK_USE, QUIET_RULE, SAME_RULE, SITE_RULE } from "../settings/fields.ts";
import {
  type Check,
  isSwitch,
  isText,
  optional,
  property,
  readMembers,
  type Shape,
  textUpTo,
  wholeFrom,
} from "../settings/untrusted.ts";
import { isShort, rebuilt, type Shapes } from "./check.ts";
import type { BackgroundRequests, SettingsIntent } from "./table.ts";
import type { Envelope } from "./types.ts";

/** No window of ours sends more at once. */
const MOST_INTENTS = 1000;
/** Runs of words, or entities, that a frame asks for at once. */
const MOST_KEYS = 10_000;
/** Chromium has none longer; of a longer one no rule is asked. */
const LONGEST_ADDRESS = 2 ** 21;

const isPlain: Check = (value) =>
  typeof value === "boolean" || Number.isFinite(value) ? null : isShort(value);
const areIntents: Check = (value) =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_INTENTS ? null : ["faultList"];

/** Telling parts of the texts of a frame (content/sentinel/asked-runs.ts): more than any text that is read has. */
const MOST_PARTS = 100_000;

const areKeysUpTo =
  (most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every((key) => Number.isInteger(key))
      ? null
      : ["faultList"];
const areIds: Check = (value) =>
  Array.isArray(value) && value.length <= MOST_KEYS && value.every((id) => isShort(id) === null)
    ? null
    : ["faultList"];

const BACKGROUND: Shapes<BackgroundRequests> = {
  "settings.change": { intents: areIntents },
  // A content script runs inside a page that may have broken out into its process. So it has words for what the card offers
  // and no others: not to mark a name, or a site, and to take back what it has just asked for. It cannot name a site;
  // `settings/change/card-request.ts` judges the rest.
  "page.less": {
    entity: optional(isShort),
    alias: optional(isShort),
    here: isSwitch,
    hour: isSwitch,
    on: isSwitch,
  },
  // Likewise for which of two is meant by the words of its own page.
  "page.meant": {
    entity: isShort,
    instead: isShort,
    address: textUpTo(LONGEST_ADDRESS),
    here: isSwitch,
    on: isSwitch,
  },
  "page.count": { count: wholeFrom(0) },
  "page.escape": {},
  "page.turned": {},
  "page.settings": {},
  "page.sieve": { address: textUpTo(LONGEST_ADDRESS) },
  "page.rest": {},
  "page.style": { card: isSwitch },
  "page.runs": {
    address: textUpTo(LONGEST_ADDRESS),
    keys: areKeysUpTo(MOST_KEYS),
    known: areKeysUpTo(MOST_PARTS),
    asks: isSwitch,
  },
  "page.packs": { address: textUpTo(LONGEST_ADDRESS) },
  "page.shards": { address: textUpTo(LONGEST_ADDRESS), keys: areKeysUpTo(MOST_KEYS), known: areIds },
  "page.said": { address: textUpTo(LONGEST_ADDRESS), entities: areIds },
  "page.ownNames": { address: textUpTo(LONGEST_ADDRESS) },
  "pack.text": {},
  "popup.readOnce": { tab: wholeFrom(0), address: textUpTo(LONGEST_ADDRESS) },
  "packs.list": {},
  // How long a file may be is for the door to say, which says it in words.
  "packs.install": { text: isText },
  "packs.remove": { id: isShort },
  "packs.restore": {},
  "packs.text": { id: isShort },
  "packs.active": {},
  "packs.part": { install: wholeFrom(0), part: wholeFrom(0) },
  "packs.said": { entities: areIds },
  "popup.opened": {},
  "page.atlas": { entity: isShort, address: textUpTo(LONGEST_ADDRESS) },
  "atlas.opened": {},
};

/** By the intent's type. */
const INTENTS: Readonly<Record<SettingsIntent["type"], Shape>> = {
  set: { key: isShort, value: isPlain },
  setKind: { kind: isShort, on: isSwitch },
  mute: { entity: isShort, on: isSwitch },
  quiet: { rule: QUIET_RULE, on: isSwitch },
  setSite: { rule: SITE_RULE },
  removeSite: { pattern: isShort },
  meant: { rule: MEANT_RULE, on: isSwitch },
  addAlias: { alias: OWN_ALIAS },
  removeAlias: { alias: OWN_ALIAS },
  usePack: { use: PACK_USE },
  forgetPack: { id: isShort },
  same: { rule: SAME_RULE, on: isSwitch },
  reset: {},
  // How long it may be is for the settings to say, which say it in words.
  import: { file: isText },
  restore: {},
};

export function checkBackgroundRequest(input: unknown): Envelope<BackgroundRequests> | null {
  const envelope = rebuilt<BackgroundRequests>(input, BACKGROUND);
  if (envelope?.type !== "settings.change") return envelope;
  const intents = (envelope.request.intents as unknown[]).map(checkIntent);
  return intents.includes(null) ? null : { ...envelope, request: { intents: intents as SettingsIntent[] } };
}

function checkIntent(input: unknown): SettingsIntent | null {
  const type = property(input, "type");
  if (typeof type !== "string" || !Object.hasOwn(INTENTS, type)) return null;
  const members = readMembers(input, INTENTS[type as SettingsIntent["type"]]);
  return members && ({ type, ...members } as SettingsIntent);
}
