/** Reading one page: the extension with several sets of names, and its rivals, by turns, each in a tab of its own. */
import type { Server } from "../../serve.ts";
import { inTurn, least, median, type Row, ratio, shown, sum } from "../turns.ts";
import type { CONTENDERS, Ran } from "./contenders.ts";
import { askProbe, type Desk, setSettings, settled } from "./desk.ts";
import type { Spent } from "./probe.ts";

export interface Names {
  /** As the table calls them. */
  label: string;
  /** With these, and the analysis otherwise. */
  desk: Desk;
  /** For the rivals; `null` where only we are measured with them. */
  list: readonly string[] | null;
}

/**
 * A row for each set of names, ms, in pages that were just opened, as readers meet them: by code that has never run.
 * @param path of the page, below `ours/` and below `rivals/`, where we are switched off
 */
export async function measureReading(
  server: Server,
  path: string,
  sets: readonly Names[],
  rounds: number,
): Promise<Row[]> {
  for (const { desk } of sets) await setSettings(desk.own, { density: "all", sites: rivalsOff(server) });
  const floors: number[] = [];
  const made = sets.map((names) => ({
    names,
    ours: [] as Array<Awaited<ReturnType<typeof ours>>>,
    expression: [] as number[],
    markJs: [] as number[],
  }));
  for (let round = 0; round < rounds; round++)
    for (const { names, ...into } of inTurn(made, round)) {
      const { desk, list } = names;
      floors.push(await rival(desk, "floor", []));
      into.ours.push(await ours(desk));
      if (list) into.expression.push(await rival(desk, "expression", list));
      // Seconds, not milliseconds, and minutes with many names: twice is enough.
      if (list && list.length <= 25 && into.markJs.length < 2)
        into.markJs.push(await rival(desk, "markJs", list));
    }
  const floor = Math.min(...floors);
  const thousand = made.find(({ names }) => names.list?.length === 1_000);
  return made.map(({ names, ours, expression, markJs }) => {
    const we = least(ours);
    const marking = markJs.length > 0 ? Math.min(...markJs) : null;
    return {
      names: names.label,
      ...{ floor: shown(floor), ours: shown(we.ms), "× floor": ratio(we.ms, floor) },
      "× its 1,000": thousand ? ratio(we.ms, least(thousand.ours).ms) : null,
      slices: we.slices,
      // Of the quietest round; in a busy one the machine's other work is in it.
      longest: shown(we.longest),
      "longest, median": shown(median(ours.map(({ longest }) => longest))),
      regexp: expression.length > 0 ? shown(Math.min(...expression)) : null,
      "mark.js": marking && shown(marking),
      "mark.js × ours": marking && ratio(marking, we.ms),
      evaluation: shown(we.evaluation),
      mentions: we.mentions,
    };
  });

  async function ours(desk: Desk) {
    const web = await desk.driver.open(`${server.address}ours/${path}`);
    const mentions = await settled(desk.driver, web);
    const { slices, evaluation } = await askProbe<Spent>(web, { do: "spent" });
    await web.page.close();
    const worth = slices.filter((time) => time >= 0.2).length;
    return { ms: sum(slices), longest: Math.max(0, ...slices), slices: worth, evaluation, mentions };
  }

  async function rival(desk: Desk, name: keyof typeof CONTENDERS, names: readonly string[]) {
    const web = await desk.driver.open(`${server.address}rivals/${path}`);
    await settled(desk.driver, web, "off");
    const { ms } = await askProbe<Ran>(web, { do: name, names });
    await web.page.close();
    return ms;
  }
}

/** The setting by which we are off where the rivals run. */
export const rivalsOff = ({ address }: Server) => [
  { pattern: `${new URL(address).host}/rivals`, mark: false },
];
