/** Reading one page: the extension with several sets of names, and its rivals, by turns, each in a tab of its own. */
import type { Server } from "../../serve.ts";
import { median } from "../turns.ts";
import type { Ran } from "./contenders.ts";
import { askProbe, type Desk } from "./desk.ts";
import type { Spent } from "./probe.ts";

export interface Names {
  /** As the table calls them. */
  label: string;
  /** As stored. */
  text: string;
  /** For the rivals; `null` where only we are measured with them. */
  list: readonly string[] | null;
  /** mark.js takes minutes with many. */
  markJs: boolean;
}

export interface Reading {
  names: string;
  /** ms; cold: in a page that was just opened, as readers meet it. Warm: the same page read again. */
  floor: Pair;
  ours: OurRun & { longestMedian: number };
  expression: (Pair & { found: number }) | null;
  markJs: { cold: number; found: number } | null;
}
interface Pair {
  cold: number;
  warm: number;
}

const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0);

/** @param path of the page, below `ours/` and below `rivals/`, where we are switched off */
export async function measureReading(
  desk: Desk,
  server: Server,
  path: string,
  sets: readonly Names[],
  rounds: number,
): Promise<Reading[]> {
  const settings = {
    density: "all",
    sites: [{ pattern: `${new URL(server.address).host}/rivals`, mark: false }],
  };
  await desk.setSettings(settings);
  const floors: Pair[] = [];
  const made = sets.map(() => ({
    ours: [] as OurRun[],
    expression: [] as RivalRun[],
    markJs: [] as RivalRun[],
  }));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < sets.length; turn++) {
      const which = (turn + round) % sets.length;
      const { text, list, markJs } = sets[which]!;
      const into = made[which]!;
      floors.push(await rival("floor", []));
      into.ours.push(await ours(text));
      if (list) into.expression.push(await rival("expression", list));
      // Seconds, not milliseconds: twice is enough.
      if (list && markJs && into.markJs.length < 2) into.markJs.push(await rival("markJs", list));
    }
  }
  const floor = least(floors);
  return sets.map(({ label }, i) => {
    const { ours, expression, markJs } = made[i]!;
    return {
      names: label,
      floor,
      ours: { ...least(ours), longestMedian: median(ours.map(({ longest }) => longest)) },
      expression: expression.length > 0 ? least(expression) : null,
      markJs: markJs.length > 0 ? least(markJs) : null,
    };
  });

  async function ours(names: string): Promise<OurRun> {
    await desk.setNames(names);
    const web = await desk.driver.open(`${server.address}ours/${path}`);
    const mentions = await desk.settled(web);
    const cold = await askProbe<Spent>(web, { do: "spent" });
    const again: Spent[] = [];
    for (let time = 0; time < 3; time++) {
      await desk.setSettings({ ...settings, enabled: false });
      await desk.settled(web, "off");
      await askProbe(web, { do: "reset" });
      await desk.setSettings(settings);
      await desk.settled(web);
      again.push(await askProbe<Spent>(web, { do: "spent" }));
    }
    await web.page.close();
    const warm = again.at(-1)!;
    return {
      cold: sum(cold.slices),
      warm: sum(warm.slices),
      longest: Math.max(0, ...cold.slices),
      longestWarm: Math.max(0, ...warm.slices),
      slices: cold.slices.filter((time) => time >= 0.2).length,
      lexicon: cold.lexicon,
      evaluation: cold.evaluation,
      mentions,
    };
  }

  async function rival(name: "floor" | "expression" | "markJs", list: readonly string[]): Promise<RivalRun> {
    const web = await desk.driver.open(`${server.address}rivals/${path}`);
    await desk.settled(web, "off");
    const runs: Ran[] = [];
    // mark.js changes the page: once.
    for (let time = 0; time < (name === "markJs" ? 1 : 4); time++)
      runs.push(await askProbe<Ran>(web, { do: name, names: list }));
    await web.page.close();
    return { cold: runs[0]!.ms, warm: runs.at(-1)!.ms, found: runs[0]!.found };
  }
}

/** The longest slice is that of the quietest round; in a busy one the machine's other work is in it. */
interface OurRun extends Pair {
  longest: number;
  longestWarm: number;
  slices: number;
  lexicon: number;
  evaluation: number;
  mentions: number;
}
type RivalRun = Pair & { found: number };

/**
 * Field by field the least of all rounds: whatever else the machine does can only add to a time. Counts are the same in
 * all rounds.
 */
function least<T extends object>(runs: readonly T[]): T {
  const fields = Object.keys(runs[0]!) as Array<keyof T>;
  return Object.fromEntries(
    fields.map((field) => [field, Math.min(...runs.map((run) => run[field] as number))]),
  ) as T;
}
