/** Applying one intent to the sparse settings: pure, validated, touching nothing but what the intent names. */
import { readAlias } from "../aliases.ts";
import { ENTITY_KINDS } from "../defaults.ts";
import { isEntityId, isScalarKey, type ScalarKey, scalarProblem } from "../fields.ts";
import { parseBackup } from "../file/backup.ts";
import { strictly } from "../file/strict.ts";
import { countProblem, type ListName, sizeProblem } from "../limits.ts";
import { isObject, own } from "../objects.ts";
import { parseSettings, type SparseSettings } from "../parse.ts";
import { QUIET_HOUR, quietKey, readQuietRule } from "../quiet.ts";
import { normalisePattern } from "../sites.ts";
import type { OwnAlias, QuietRule, SiteRule } from "../types.ts";
import type { Fault } from "./faults.ts";

/** One change of the settings, as an intent: it names what is to change, never the whole object. */
export type SettingsIntent =
  | { type: "set"; key: ScalarKey; value: boolean | number | string }
  | { type: "setKind"; kind: string; on: boolean }
  | { type: "mute"; entity: string; on: boolean }
  | { type: "quiet"; rule: QuietRule; on: boolean }
  | { type: "setSite"; rule: SiteRule }
  | { type: "removeSite"; pattern: string }
  | { type: "addAlias"; alias: OwnAlias }
  | { type: "removeAlias"; alias: OwnAlias }
  | { type: "reset" }
  /** A file of settings, whole, as text: whoever writes it parses it. Replaces what there is. */
  | { type: "import"; file: string }
  /** Back to what was kept before the last reset, import or restoring. */
  | { type: "restore" };

/** These replace everything, so what was there before is kept with them. */
export function replacesAll(intent: SettingsIntent): boolean {
  return intent.type === "reset" || intent.type === "import" || intent.type === "restore";
}

/** The settings that an intent is about; `null`: all. */
export function keyOf(intent: SettingsIntent): string | null {
  switch (intent.type) {
    case "set":
      return intent.key;
    case "setKind":
      return "kinds";
    case "mute":
      return "muted";
    case "quiet":
      return "quiet";
    case "setSite":
    case "removeSite":
      return "sites";
    case "addAlias":
    case "removeAlias":
      return "aliases";
    default:
      return null;
  }
}

export type ApplyResult = { ok: true; values: SparseSettings } | { ok: false; error: Fault };

/**
 * `values` is not changed; unknown keys in it are kept, for they may be another version's. `kept`: what `restore` goes
 * back to.
 */
export function applyIntent(
  values: SparseSettings,
  intent: SettingsIntent,
  kept: SparseSettings | null = null,
): ApplyResult {
  switch (intent.type) {
    case "set": {
      if (!isScalarKey(intent.key)) return refuse("faultNoSetting");
      const problem = scalarProblem(intent.key, intent.value);
      return problem === null
        ? store(values, intent.key, intent.value)
        : refuse("faultSetting", intent.key, problem);
    }
    case "setKind": {
      if (!ENTITY_KINDS.some((kind) => kind === intent.kind)) return refuse("faultNoKind");
      const stored = own(values, "kinds");
      return store(values, "kinds", { ...(isObject(stored) ? stored : {}), [intent.kind]: intent.on });
    }
    case "mute": {
      if (!isEntityId(intent.entity)) return refuse("faultNoEntity");
      const rest = parseSettings(values, strictly).settings.muted.filter((id) => id !== intent.entity);
      return storeList(values, "muted", intent.on ? [...rest, intent.entity].sort() : rest);
    }
    case "quiet": {
      const rule = readQuietRule(intent.rule);
      if (rule === null) return refuse("faultNoEntity");
      const { until = 0 } = rule;
      const rest = parseSettings(values, strictly).settings.quiet.filter(
        (other) =>
          quietKey(other) !== quietKey(rule) &&
          // All last an hour, so one that ends that long before this one is over.
          !(other.until !== undefined && other.until <= until - QUIET_HOUR),
      );
      return storeList(values, "quiet", intent.on ? [...rest, rule] : rest);
    }
    case "setSite": {
      const normal = normalisePattern(intent.rule.pattern);
      if (!normal.ok) return refuse(...normal.error);
      const rest = rulesWithout(values, normal.pattern);
      return storeList(values, "sites", [...rest, { pattern: normal.pattern, mark: intent.rule.mark }]);
    }
    case "removeSite": {
      const normal = normalisePattern(intent.pattern);
      return normal.ok
        ? store(values, "sites", rulesWithout(values, normal.pattern))
        : refuse(...normal.error);
    }
    case "addAlias": {
      const alias = readAlias({ ...intent.alias });
      if (alias === null) return refuse("faultNotName");
      return storeList(values, "aliases", [...aliasesWithout(values, alias), alias]);
    }
    case "removeAlias": {
      const alias = readAlias({ ...intent.alias });
      return alias === null ? refuse("faultNoName") : store(values, "aliases", aliasesWithout(values, alias));
    }
    case "reset":
      return { ok: true, values: {} };
    case "import": {
      const read = parseBackup(intent.file);
      return read.ok ? read : refuse(...read.problem.fault);
    }
    case "restore":
      return kept === null ? refuse("faultNothingKept") : { ok: true, values: kept };
  }
}

/** All of them or none: the first refusal is the answer. */
export function applyIntents(
  values: SparseSettings,
  intents: readonly SettingsIntent[],
  kept: SparseSettings | null = null,
): ApplyResult {
  let result: ApplyResult = { ok: true, values };
  for (const intent of intents) {
    result = applyIntent(result.values, intent, kept);
    if (!result.ok) return result;
  }
  const fault = sizeProblem(result.values, values);
  return fault ? refuse(...fault) : result;
}

function rulesWithout(values: SparseSettings, pattern: string): SiteRule[] {
  return parseSettings(values, strictly).settings.sites.filter((rule) => rule.pattern !== pattern);
}

function aliasesWithout(values: SparseSettings, { entity, text }: OwnAlias): OwnAlias[] {
  return parseSettings(values, strictly).settings.aliases.filter(
    (alias) => alias.entity !== entity || alias.text !== text,
  );
}

function storeList(values: SparseSettings, list: ListName, items: readonly unknown[]): ApplyResult {
  const fault = countProblem(list, items.length);
  return fault ? refuse(...fault) : store(values, list, items);
}

function store(values: SparseSettings, key: string, value: unknown): ApplyResult {
  return { ok: true, values: { ...values, [key]: value } };
}

function refuse(...error: Fault): ApplyResult {
  return { ok: false, error };
}
