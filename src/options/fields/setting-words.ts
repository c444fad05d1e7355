/** Settings and their values in the words of the options. */
import { dateAndTime, timeOfDay } from "../../i18n/date-time.ts";
import { listed, type MessageKey, plural, t } from "../../i18n/t.ts";
import type { FieldName, FieldValue } from "../../settings/sync/stamps.ts";
import type { SyncStatus } from "../../settings/sync/status.ts";
import type { QuietRule } from "../../settings/types.ts";

export const siteName = (site: string): string => (site === "file://" ? t("localFiles") : site);

/** "only on example.org, example.net" */
export const onlyOn = (sites: readonly string[]): string => t("optionsOwnOnly", listed(sites.map(siteName)));

/** "“TTP” as Daesh, on example.org, until 14:30" */
export const quietRuleWords = (name: string, { alias, site, until }: QuietRule): string =>
  listed([
    alias === undefined ? name : t("optionsQuietAlias", alias, name),
    ...(site === undefined ? [] : [t("optionsQuietOn", siteName(site))]),
    ...(until === undefined ? [] : [t("optionsQuietUntil", timeOfDay(until))]),
  ]);

export function syncWords(status: SyncStatus): string {
  if (status.state === "off") return "";
  if (status.state === "crowded") return t("optionsSyncCrowded", status.leftOut);
  if (status.state === "full") return plural("optionsSyncFull", status.leftOut);
  if (status.state === "failed") return t("optionsSyncFailed", status.error);
  return t(status.state === "ok" ? "optionsSyncOk" : "optionsSyncNewer");
}

/** Settings whose title is a message; the others have an entity, a site or a kind in theirs. */
const TITLES: Readonly<Record<string, MessageKey>> = {
  enabled: "optionsEnabled",
  pausedUntil: "optionsPausedUntil",
  density: "optionsDensity",
  markStyle: "optionsLook",
  openBy: "optionsOpening",
  hoverDelay: "optionsDelay",
  modifier: "optionsModifier",
  theme: "optionsTheme",
  badge: "optionsBadge",
  markByDefault: "optionsByDefault",
  readOnClick: "reading_click",
  sync: "optionsSync",
  quiet: "optionsQuiet",
};

/** A field's title. `nameOf`: of an entity. */
export function fieldWords(field: FieldName, nameOf: (entity: string) => string): string {
  const [key = "", part = "", ...rest] = field.split(" ");
  if (key === "kinds") return known(`optionsKind_${part}`) || part;
  if (key === "muted") return nameOf(part);
  if (key === "sites") return siteName(part);
  if (key === "meant")
    return t("optionsMeantField", siteName(part), nameOf(rest[0] ?? ""), nameOf(rest[1] ?? ""));
  if (key === "aliases") return t("optionsQuietAlias", rest.join(" "), nameOf(part));
  return Object.hasOwn(TITLES, key) ? t(TITLES[key]!) : key;
}

/** Messages for the values of a setting are called `optionsTheme_dark`. */
const CHOICES: Readonly<Record<string, string>> = {
  density: "optionsDensity",
  markStyle: "optionsStyle",
  openBy: "optionsOpen",
  modifier: "optionsModifier",
  theme: "optionsTheme",
};

/** A field's value; `undefined`: never changed. `nameOf`: of an entity. */
export function valueWords(
  field: FieldName,
  value: FieldValue | undefined,
  nameOf: (entity: string) => string,
): string {
  const key = field.split(" ")[0]!;
  // A muted entity is one that is not marked, and one that was never muted is marked.
  if (key === "muted") return t(value === undefined ? "optionsRuleMark" : "optionsRuleSkip");
  if (value === undefined) return t("optionsValueDefault");
  if (key === "sites") return t(value === true ? "optionsRuleMark" : "optionsRuleSkip");
  if (key === "meant") return nameOf(String(value));
  if (key === "aliases" && typeof value === "string") return onlyOn(value.split(" "));
  if (key === "pausedUntil") return value === 0 ? t("optionsValueOff") : dateAndTime(Number(value));
  if (key === "markByDefault") return t(value === true ? "optionsMarkElsewhere" : "optionsMarkOnlyRules");
  if (typeof value === "boolean") return t(value ? "optionsValueOn" : "optionsValueOff");
  return (Object.hasOwn(CHOICES, key) && known(`${CHOICES[key]}_${value}`)) || String(value);
}

/** The message of a key that is put together of what was stored; "" where there is none. */
const known = (key: string): string => t(key as MessageKey);
