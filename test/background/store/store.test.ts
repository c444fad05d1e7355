/**
 * The store against a model: whatever fails, is killed or comes in another order, no change that was acknowledged is
 * lost, and no default takes the place of what a reader chose.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredRecord } from "../../../src/settings/stored.ts";
import { fieldsOf, readStamps } from "../../../src/settings/sync/stamps.ts";
import { MARK_STYLES } from "../../../src/settings/types.ts";
import { CHROMIUM, chooser, FIREFOX, type Quirks } from "./fake.ts";
import { type Browser, World } from "./model.ts";

type Step =
  | { do: "set"; browser: 0 | 1; what: number; value: number }
  | { do: "sync" | "kill" | "exchange"; browser: 0 | 1 }
  | { do: "turns"; count: number }
  | { do: "failing"; percent: number };

const browser = fc.constantFrom(0, 1) as fc.Arbitrary<0 | 1>;
const set = fc.record({
  do: fc.constant("set" as const),
  browser,
  what: fc.nat(4),
  value: fc.nat(1900),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: set },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("sync" as const, "kill" as const, "exchange" as const),
      browser,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("turns" as const), count: fc.integer({ min: 1, max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("failing" as const), percent: fc.constantFrom(0, 20, 60) }),
  },
);

/** For each browser. */
const RUNS = Number(process.env.SIDELIGHT_STORE_RUNS ?? 5_100);

const script = fc.record({ seed: fc.nat(), steps: fc.array(step, { minLength: 4, maxLength: 24 }) });

function change(target: Browser, what: number, value: number): void {
  const entity = `e${value % 3}`;
  const style = MARK_STYLES[value % MARK_STYLES.length]!;
  const pattern = `s${value % 3}.example`;
  if (what === 0)
    target.change({ type: "set", key: "hoverDelay", value: 100 + value }, "hoverDelay", 100 + value);
  else if (what === 1) target.change({ type: "set", key: "markStyle", value: style }, "markStyle", style);
  else if (what === 2) {
    const on = value % 2 === 0;
    target.change({ type: "mute", entity, on }, `muted ${entity}`, on ? true : undefined);
  } else if (what === 3) {
    const mark = value % 2 === 0;
    target.change({ type: "setSite", rule: { pattern, mark } }, `sites ${pattern}`, mark);
  } else target.change({ type: "removeSite", pattern }, `sites ${pattern}`, undefined);
}

async function play(quirks: Quirks, { seed, steps }: { seed: number; steps: Step[] }): Promise<World> {
  const world = new World(quirks, chooser(seed));
  for (const each of world.browsers) each.change({ type: "set", key: "sync", value: true }, "sync", true);
  for (const each of steps) {
    if (each.do === "turns") await world.steps(each.count);
    else if (each.do === "failing") world.turns.failing = each.percent;
    else {
      const target = world.browsers[each.browser];
      if (each.do === "set") change(target, each.what, each.value);
      else if (each.do === "sync") target.round();
      else if (each.do === "kill") target.kill();
      else world.exchange(target);
    }
  }
  await world.settle();
  return world;
}

/** Ten thousand plays ask this a million times: an assertion of the test runner takes as long as half a play. */
function must(holds: boolean, what: () => string): void {
  if (!holds) throw new Error(what());
}

/** In each browser: one revision after the other, each acknowledged change in the record of its revision. */
function checkHistory(target: Browser): void {
  const history = target.history();
  const wrong = history.findIndex(({ revision }, index) => revision !== index + 1);
  must(wrong === -1, () => `revision ${wrong + 1} was written twice, or never`);
  history.slice(1).forEach((record, index) => {
    checkStep(history[index]!, record);
  });
  for (const { field, value, revision } of target.changes) {
    if (revision === null) continue;
    const record = history[revision - 1];
    const found = record && fieldsOf(record.values).get(field);
    must(found === value, () => `${field}, acknowledged as ${revision}, is ${found} instead of ${value}`);
  }
}

/** From one record to the next, a field changes by a later change only. */
function checkStep(before: StoredRecord, after: StoredRecord): void {
  const [from, to] = [fieldsOf(before.values), fieldsOf(after.values)];
  const [old, young] = [readStamps(before.stamps), readStamps(after.stamps)];
  for (const field of new Set([...from.keys(), ...to.keys()]))
    if (from.get(field) !== to.get(field))
      must((young.get(field) ?? -1) >= (old.get(field) ?? 0), () => `${field} went back`);
}

/** What is there was chosen, and what was chosen, and never taken back, is there. */
function checkValues({ browsers }: World): void {
  const all = browsers.flatMap((each) => each.changes);
  const together = browsers.every((each) => each.fields().get("sync"));
  for (const each of browsers) {
    const fields = each.fields();
    const own = together ? all : each.changes;
    const chosen = (field: string, value: unknown) =>
      all.some((one) => one.field === field && one.value === value);
    for (const [field, value] of fields)
      must(chosen(field, value), () => `${field} = ${value} was never chosen`);
    for (const { field, value, revision } of own) {
      if (revision === null || value === undefined) continue;
      const takenBack = all.some((one) => one.field === field && one.value === undefined);
      if (!takenBack) must(fields.has(field), () => `${field} was lost`);
    }
  }
}

/** Both have the same, once they have heard of each other. */
function checkAgreement({ browsers }: World): void {
  // Where turning the mirror on was not acknowledged, there is none.
  const [a, b] = browsers.map((each) => each.fields());
  if (!a!.get("sync") || !b!.get("sync")) return;
  const differ = [...new Set([...a!.keys(), ...b!.keys()])].filter(
    (field) => a!.get(field) !== b!.get(field),
  );
  must(differ.length === 0, () => `the browsers differ in ${differ.join(", ")}`);
}

describe.each([CHROMIUM, FIREFOX])("the store, on the storage of $name", (quirks) => {
  it("loses nothing that was acknowledged, invents nothing, and brings both browsers together", async () => {
    let plays = 0;
    await fc.assert(
      fc.asyncProperty(script, async (each) => {
        const world = await play(quirks, each);
        world.browsers.forEach(checkHistory);
        checkValues(world);
        checkAgreement(world);
        plays += 1;
      }),
      { numRuns: RUNS },
    );
    expect(plays).toBe(RUNS);
  });
});
