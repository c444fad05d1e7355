/** Every word of the options page, in one place. The words themselves are in `_locales`. */

import { dateAndTime, faultWords, language, listed, message, momentAfter, plural } from "../browser/i18n.ts";
import type { EntityKind } from "../pack/types.ts";
import type { Fault } from "../settings/change/faults.ts";
import type { FieldName, FieldValue } from "../settings/sync/stamps.ts";
import type { SyncStatus } from "../settings/sync/status.ts";
import type { Density, MarkStyle, Modifier, OpenWay, QuietRule, Theme } from "../settings/types.ts";

const siteName = (site: string) => (site === "file://" ? message("localFiles") : site);
const timeOf = (at: number) =>
  new Date(at).toLocaleTimeString(language(), { hour: "numeric", minute: "2-digit" });

export const text = {
  title: message("optionsTitle"),
  intro: message("optionsIntro"),
  saved: message("optionsSaved"),
  notSaved: (why: Fault) => `${message("notSaved")} ${faultWords(why)}`,
  unreadable: message("optionsUnreadable"),
  unreadableWhat: (why: Fault) => `${faultWords(why)} ${message("optionsUnreadableWhat")}`,
  startOver: message("optionsStartOver"),
  exportDamaged: message("optionsExportDamaged"),
  newer: message("optionsNewer"),
  newerWhat: message("optionsNewerWhat"),
  repaired: message("optionsRepaired"),
  locked: message("optionsLocked"),
  find: message("optionsFind"),
  findNone: message("optionsFindNone"),

  what: message("optionsWhat"),
  enabled: message("optionsEnabled"),
  paused: (until: number, now: number) => message("popupPausedUntil", momentAfter(until, now)),
  endPause: message("optionsEndPause"),
  kinds: message("optionsKinds"),
  kindNames: {
    group: message("optionsKindGroup"),
    institution: message("optionsKindInstitution"),
    person: message("optionsKindPerson"),
    work: message("optionsKindWork"),
    place: message("optionsKindPlace"),
  } satisfies Record<EntityKind, string>,
  placesHint: message("optionsPlacesHint"),
  entities: message("optionsEntities"),
  entitiesHint: message("optionsEntitiesHint"),
  findEntity: message("optionsFindEntity"),
  noEntity: message("optionsNoEntity"),
  kindOff: message("optionsKindOff"),
  quiet: message("optionsQuiet"),
  quietRule: (name: string, { alias, site, until }: QuietRule) =>
    listed([
      alias === undefined ? name : message("optionsQuietAlias", alias, name),
      ...(site === undefined ? [] : [message("optionsQuietOn", siteName(site))]),
      ...(until === undefined ? [] : [message("optionsQuietUntil", timeOf(until))]),
    ]),
  removeQuiet: (rule: string) => message("optionsQuietRemove", rule),
  density: message("optionsDensity"),
  densities: {
    first: message("optionsDensityFirst"),
    all: message("optionsDensityAll"),
  } satisfies Record<Density, string>,

  own: message("optionsOwn"),
  ownHint: message("optionsOwnHint"),
  ownName: message("optionsOwnName"),
  ownEntity: message("optionsOwnEntity"),
  ownAdd: message("optionsOwnAdd"),
  ownNone: message("optionsOwnNone"),
  ownFor: (entity: string) => message("optionsOwnFor", entity),
  ownRemove: (name: string) => message("optionsOwnRemove", name),
  ownLeftOut: message("optionsOwnLeftOut"),
  ownSites: message("optionsOwnSites"),
  ownSitesHint: message("optionsOwnSitesHint"),
  ownOnly: (sites: readonly string[]) => message("optionsOwnOnly", listed(sites.map(siteName))),
  ownEdit: (name: string) => message("optionsOwnEdit", name),
  ownSave: message("optionsOwnSave"),
  ownPrivacy: message("optionsOwnPrivacy"),
  ownVerdicts: {
    empty: () => message("optionsOwnEmpty"),
    long: () => message("optionsOwnLong"),
    letters: () => message("optionsOwnLetters"),
    hidden: () => message("optionsOwnHidden"),
    unspelled: () => message("optionsOwnUnspelled"),
    short: () => message("optionsOwnShort"),
    common: () => message("optionsOwnCommon"),
    known: (entity: string) => message("optionsOwnKnown", entity),
    clash: (entity: string) => message("optionsOwnClash", entity),
    fine: () => message("optionsOwnFine"),
  },

  look: message("optionsLook"),
  styles: {
    dotted: message("optionsStyleDotted"),
    line: message("optionsStyleLine"),
    wavy: message("optionsStyleWavy"),
    double: message("optionsStyleDouble"),
    tint: message("optionsStyleTint"),
  } satisfies Record<MarkStyle, string>,
  sampleLabel: message("optionsSample"),
  sampleName: message("optionsSampleName"),
  sampleText: message("optionsSampleText"),

  opening: message("optionsOpening"),
  openWays: {
    hover: message("optionsOpenHover"),
    click: message("optionsOpenClick"),
    keys: message("optionsOpenKeys"),
  } satisfies Record<OpenWay, string>,
  delay: message("optionsDelay"),
  delayUnit: message("optionsDelayUnit"),
  delayHint: (min: number, max: number) => message("optionsDelayHint", min, max),
  modifier: message("optionsModifier"),
  modifiers: {
    none: message("optionsModifierNone"),
    alt: message("optionsModifierAlt"),
    ctrl: message("optionsModifierCtrl"),
    shift: message("optionsModifierShift"),
  } satisfies Record<Modifier, string>,

  shortcuts: message("optionsShortcuts"),
  shortcutsHint: message("optionsShortcutsHint"),
  shortcutNone: message("optionsShortcutNone"),
  shortcutPopup: message("optionsShortcutPopup"),
  shortcutsChange: message("optionsShortcutsChange"),
  shortcutsWhere: message("optionsShortcutsWhere"),

  sites: message("optionsSites"),
  byDefault: message("optionsByDefault"),
  markElsewhere: message("optionsMarkElsewhere"),
  markOnlyRules: message("optionsMarkOnlyRules"),
  rules: message("optionsRules"),
  noRules: message("optionsNoRules"),
  ruleSite: message("optionsRuleSite"),
  ruleHint: message("optionsRuleHint"),
  ruleMark: message("optionsRuleMark"),
  ruleSkip: message("optionsRuleSkip"),
  addRule: message("optionsAddRule"),
  removeRule: (site: string) => message("optionsRemoveRule", site),
  ruleFor: (site: string) => message("optionsRuleFor", site),
  localFiles: message("localFiles"),
  ruleAdded: (site: string) => message("optionsRuleAdded", site),
  tryAddress: message("optionsTry"),
  tried: (marked: boolean, rule: string | null) =>
    rule === null
      ? message(marked ? "optionsTryMarkedDefault" : "optionsTrySkippedDefault")
      : message(marked ? "optionsTryMarked" : "optionsTrySkipped", siteName(rule)),
  triedNone: message("optionsTryNone"),

  appearance: message("optionsAppearance"),
  theme: message("optionsTheme"),
  themes: {
    auto: message("optionsThemeAuto"),
    light: message("optionsThemeLight"),
    dark: message("optionsThemeDark"),
  } satisfies Record<Theme, string>,
  badge: message("optionsBadge"),

  backup: message("optionsBackup"),
  sync: message("optionsSync"),
  syncHint: message("optionsSyncHint"),
  syncStatus: (status: SyncStatus) => {
    if (status.state === "off") return "";
    if (status.state === "crowded") return message("optionsSyncCrowded", status.leftOut);
    if (status.state === "full") return plural("optionsSyncFull", status.leftOut);
    if (status.state === "failed") return message("optionsSyncFailed", status.error);
    return message(status.state === "ok" ? "optionsSyncOk" : "optionsSyncNewer");
  },
  exportAll: message("optionsExport"),
  importFile: message("optionsImport"),
  importRefused: message("optionsImportRefused"),
  importTooLarge: message("optionsImportTooLarge"),
  importUnreadable: message("optionsImportUnreadable"),
  importNothing: message("optionsImportNothing"),
  importChanges: (count: number) => plural("optionsImportChanges", count),
  importMore: (count: number) => plural("optionsImportMore", count),
  importYes: message("optionsImportYes"),
  importNo: message("optionsImportNo"),
  change: (what: string, from: string, to: string) => message("optionsChange", what, from, to),
  restore: message("optionsRestore"),
  restoreWhat: (before: string, at: number) =>
    message(
      before === "import"
        ? "optionsRestoreImport"
        : before === "restore"
          ? "optionsRestoreRestore"
          : "optionsRestoreReset",
      dateAndTime(at),
    ),

  reset: message("optionsReset"),
  resetWhat: message("optionsResetWhat"),
  resetButton: message("optionsResetButton"),
  resetAsk: message("optionsResetAsk"),
  resetYes: message("optionsResetYes"),
  resetNo: message("optionsResetNo"),
};

/** A field of the settings in the words of the options. `nameOf`: of an entity. */
export function fieldWords(field: FieldName, nameOf: (entity: string) => string): string {
  const [key = "", part = "", ...rest] = field.split(" ");
  const heads: Record<string, string> = {
    enabled: text.enabled,
    pausedUntil: message("optionsPausedUntil"),
    density: text.density,
    markStyle: text.look,
    openBy: text.opening,
    hoverDelay: text.delay,
    modifier: text.modifier,
    theme: text.theme,
    badge: text.badge,
    markByDefault: text.byDefault,
    sync: text.sync,
    quiet: text.quiet,
  };
  if (key === "kinds") return text.kindNames[part as EntityKind] ?? part;
  if (key === "muted") return nameOf(part);
  if (key === "sites") return siteName(part);
  if (key === "aliases") return message("optionsQuietAlias", rest.join(" "), nameOf(part));
  return heads[key] ?? key;
}

/** A field's value in the words of the options; `undefined`: never changed. */
export function valueWords(field: FieldName, value: FieldValue | undefined): string {
  const key = field.split(" ")[0]!;
  // A muted entity is one that is not marked, and one that was never muted is marked.
  if (key === "muted") return value === undefined ? text.ruleMark : text.ruleSkip;
  if (value === undefined) return message("optionsValueDefault");
  if (key === "sites") return value === true ? text.ruleMark : text.ruleSkip;
  if (key === "aliases" && typeof value === "string") return text.ownOnly(value.split(" "));
  if (key === "pausedUntil") return value === 0 ? message("optionsValueOff") : dateAndTime(Number(value));
  if (key === "markByDefault") return value === true ? text.markElsewhere : text.markOnlyRules;
  if (typeof value === "boolean") return message(value ? "optionsValueOn" : "optionsValueOff");
  const choices: Record<string, Record<string, string>> = {
    density: text.densities,
    markStyle: text.styles,
    openBy: text.openWays,
    modifier: text.modifiers,
    theme: text.themes,
  };
  return choices[key]?.[String(value)] ?? String(value);
}
