/** Applying one intent to the sparse settings: pure, validated, touching nothing but what the intent names. */
import { ENTITY_KINDS } from "./defaults.ts";
import { isEntityId, isScalarKey, type ScalarKey, scalarProblem } from "./fields.ts";
import { isObject, own } from "./objects.ts";
import { parseSettings, type SparseSettings } from "./parse.ts";
import { normalisePattern } from "./sites.ts";
import type { SiteRule } from "./types.ts";

/** One change of the settings, as an intent: it names what is to change, never the whole object. */
export type SettingsIntent =
  | { type: "set"; key: ScalarKey; value: boolean | number | string }
  | { type: "setKind"; kind: string; on: boolean }
  | { type: "mute"; entity: string; on: boolean }
  | { type: "setSite"; rule: SiteRule }
  | { type: "removeSite"; pattern: string }
  | { type: "reset" };

export type ApplyResult = { ok: true; values: SparseSettings } | { ok: false; error: string };

/** Rules and muted entities are lists that a page never grows; the caps bound what one record can hold. */
const MOST_RULES = 2000;
const MOST_MUTED = 20000;

/** `values` is not changed; unknown keys in it are kept, for they may be another version's. */
export function applyIntent(values: SparseSettings, intent: SettingsIntent): ApplyResult {
  switch (intent.type) {
    case "set": {
      if (!isScalarKey(intent.key)) return refuse("There is no such setting.");
      const problem = scalarProblem(intent.key, intent.value);
      return problem === null
        ? store(values, intent.key, intent.value)
        : refuse(`“${intent.key}” ${problem}.`);
    }
    case "setKind": {
      if (!ENTITY_KINDS.some((kind) => kind === intent.kind)) return refuse("There is no such kind.");
      const stored = own(values, "kinds");
      return store(values, "kinds", { ...(isObject(stored) ? stored : {}), [intent.kind]: intent.on });
    }
    case "mute": {
      if (!isEntityId(intent.entity)) return refuse("There is no such entity.");
      const rest = parseSettings(values, normalisePattern).settings.muted.filter(
        (id) => id !== intent.entity,
      );
      if (intent.on && rest.length >= MOST_MUTED) return refuse("Too many entities are switched off.");
      return store(values, "muted", intent.on ? [...rest, intent.entity].sort() : rest);
    }
    case "setSite": {
      const normal = normalisePattern(intent.rule.pattern);
      if (!normal.ok) return refuse(normal.error);
      const rest = rulesWithout(values, normal.pattern);
      if (rest.length >= MOST_RULES) return refuse("There are too many rules.");
      return store(values, "sites", [...rest, { pattern: normal.pattern, mark: intent.rule.mark }]);
    }
    case "removeSite": {
      const normal = normalisePattern(intent.pattern);
      return normal.ok ? store(values, "sites", rulesWithout(values, normal.pattern)) : refuse(normal.error);
    }
    case "reset":
      return { ok: true, values: {} };
  }
}

/** All of them or none: the first refusal is the answer. */
export function applyIntents(values: SparseSettings, intents: readonly SettingsIntent[]): ApplyResult {
  let result: ApplyResult = { ok: true, values };
  for (const intent of intents) {
    result = applyIntent(result.values, intent);
    if (!result.ok) return result;
  }
  return result;
}

function rulesWithout(values: SparseSettings, pattern: string): SiteRule[] {
  return parseSettings(values, normalisePattern).settings.sites.filter((rule) => rule.pattern !== pattern);
}

function store(values: SparseSettings, key: string, value: unknown): ApplyResult {
  return { ok: true, values: { ...values, [key]: value } };
}

function refuse(error: string): ApplyResult {
  return { ok: false, error };
}
