/** Applying one intent to the sparse settings: pure, validated, touching nothing but what the intent names. */
import { ENTITY_KINDS } from "../defaults.ts";
import { isScalarKey, type ScalarKey, scalarProblem } from "../fields.ts";
import { parseBackup } from "../file/backup.ts";
import { countProblem, type ListName, sizeProblem } from "../limits.ts";
import { type ItemOf, inOrder, LISTS } from "../lists.ts";
import { HOUR } from "../page/expiry.ts";
import { canonical, parseItem, parseSettings, type SparseSettings } from "../parse.ts";
import type { MeantRule, OwnAlias, PackUse, QuietRule, SameRule, SiteRule } from "../types.ts";
import { isObject, property } from "../untrusted.ts";
import type { Fault } from "./faults.ts";

/** One change of the settings, as an intent: it names what is to change, never the whole object. */
export type SettingsIntent =
  | { type: "set"; key: ScalarKey; value: boolean | number | string }
  | { type: "setKind"; kind: string; on: boolean }
  | { type: "mute"; entity: string; on: boolean }
  | { type: "quiet"; rule: QuietRule; on: boolean }
  | { type: "setSite"; rule: SiteRule }
  | { type: "removeSite"; pattern: string }
  | { type: "meant"; rule: MeantRule; on: boolean }
  | { type: "addAlias"; alias: OwnAlias }
  | { type: "removeAlias"; alias: OwnAlias }
  | { type: "usePack"; use: PackUse }
  /** Forgets how it is used. */
  | { type: "forgetPack"; id: string }
  /** Of entities of two packs, that they are one. */
  | { type: "same"; rule: SameRule; on: boolean }
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
    case "meant":
      return "meant";
    case "addAlias":
    case "removeAlias":
      return "aliases";
    case "usePack":
    case "forgetPack":
      return "packs";
    case "same":
      return "same";
    default:
      return null;
  }
}

export type ApplyResult = { ok: true; values: SparseSettings } | { ok: false; error: Fault };

/**
 * `values` is not changed; unknown keys in it are kept, for they may be another version's. `replaced`: what `restore` goes
 * back to.
 */
export function applyIntent(
  values: SparseSettings,
  intent: SettingsIntent,
  replaced: SparseSettings | null = null,
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
      const stored = property(values, "kinds");
      return store(values, "kinds", { ...(isObject(stored) ? stored : {}), [intent.kind]: intent.on });
    }
    case "mute":
      return changeList(values, "muted", intent.entity, intent.on);
    case "quiet": {
      const until = intent.rule.until ?? 0;
      // All last an hour, so one that ends that long before this one is over.
      return changeList(
        values,
        "quiet",
        intent.rule,
        intent.on,
        (other) => (other.until ?? until) <= until - HOUR,
      );
    }
    case "setSite":
      return changeList(values, "sites", intent.rule, true);
    case "removeSite":
      return changeList(values, "sites", { pattern: intent.pattern, mark: false }, false);
    case "meant":
      return changeList(values, "meant", intent.rule, intent.on);
    case "addAlias":
    case "removeAlias":
      return changeList(values, "aliases", intent.alias, intent.type === "addAlias");
    case "usePack":
      return changeList(values, "packs", intent.use, true);
    case "forgetPack":
      return changeList(values, "packs", { id: intent.id, on: false, place: 0 }, false);
    case "same":
      return changeList(values, "same", intent.rule, intent.on);
    case "reset":
      return { ok: true, values: {} };
    case "import": {
      const file = parseBackup(intent.file);
      return file.ok ? file : refuse(...file.problem.fault);
    }
    case "restore":
      return replaced === null ? refuse("faultNothingKept") : { ok: true, values: replaced };
  }
}

/** All of them or none: the first refusal is the answer. */
export function applyIntents(
  values: SparseSettings,
  intents: readonly SettingsIntent[],
  replaced: SparseSettings | null = null,
): ApplyResult {
  let result: ApplyResult = { ok: true, values };
  for (const intent of intents) {
    result = applyIntent(result.values, intent, replaced);
    if (!result.ok) return result;
  }
  const fault = sizeProblem(result.values, values);
  return fault ? refuse(...fault) : result;
}

/** The list with this item, or without; and without those that are over. */
function changeList<L extends ListName>(
  values: SparseSettings,
  list: L,
  raw: unknown,
  on: boolean,
  isOver: (item: ItemOf<L>) => boolean = () => false,
): ApplyResult {
  const parsed = parseItem(list, raw);
  if (!parsed.ok) return refuse(...parsed.error);
  const { nameOf } = LISTS[list];
  const rest = (parseSettings(values, canonical).settings[list] as ItemOf<L>[]).filter(
    (other) => nameOf(other) !== nameOf(parsed.item) && !isOver(other),
  );
  const items = on ? [...rest, parsed.item] : rest;
  const fault = countProblem(list, items.length);
  return fault ? refuse(...fault) : store(values, list, inOrder(list, items));
}

function store(values: SparseSettings, key: string, value: unknown): ApplyResult {
  return { ok: true, values: { ...values, [key]: value } };
}

function refuse(...error: Fault): ApplyResult {
  return { ok: false, error };
}
