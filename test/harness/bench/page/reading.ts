/** Reading one page: the extension with several sets of names, and its rivals, by turns, each in a tab of its own. */
import type { Server } from "../../serve.ts";
import { inTurn, least, median, type Row, ratio, shown, sum } from "../turns.ts";
import type { CONTENDERS, Ran } from "./contenders.ts";
import { askProbe, type Desk } from "./desk.ts";
import type { Spent } from "./probe.ts";

export interface Names {
  /** As the table calls them. */
  label: string;
  /** With these, and the analysis otherwise. */
  desk: Desk;
  /** For the rivals; `null` where only we are measured with them. */
  list: readonly string[] | null;
  /** mark.js takes minutes with many. */
  markJs: boolean;
}

/**
 * A row for each set of names, ms. Cold: in a page that was just opened, as readers meet it. Warm: the same page read again.
 * @param path of the page, below `ours/` and below `rivals/`, where we are switched off
 */
export async function measureReading(
  server: Server,
  path: string,
  sets: readonly Names[],
  rounds: number,
): Promise<Row[]> {
  const settings = { density: "all", sites: rivalsOff(server) };
  for (const { desk } of sets) await desk.setSettings(settings);
  type Run = Awaited<ReturnType<typeof rival>>;
  const floors: Run[] = [];
  const made = sets.map((names) => ({
    names,
    ours: [] as Array<Awaited<ReturnType<typeof ours>>>,
    expression: [] as Run[],
    markJs: [] as Run[],
  }));
  for (let round = 0; round < rounds; round++)
    for (const { names, ...into } of inTurn(made, round)) {
      const { desk, list, markJs } = names;
      floors.push(await rival(desk, "floor", []));
      into.ours.push(await ours(desk));
      if (list) into.expression.push(await rival(desk, "expression", list));
      // Seconds, not milliseconds: twice is enough.
      if (list && markJs && into.markJs.length < 2) into.markJs.push(await rival(desk, "markJs", list));
    }
  const floor = least(floors);
  const thousand = made.find(({ names }) => names.list?.length === 1_000);
  return made.map(({ names, ours, expression, markJs }) => {
    const we = least(ours);
    const marking = markJs.length > 0 ? least(markJs).cold : null;
    return {
      names: names.label,
      "floor cold": shown(floor.cold),
      "ours cold": shown(we.cold),
      "× floor": ratio(we.cold, floor.cold),
      "floor warm": shown(floor.warm),
      "ours warm": shown(we.warm),
      "× floor, warm": ratio(we.warm, floor.warm),
      "× its 1,000": thousand ? ratio(we.cold, least(thousand.ours).cold) : null,
      slices: we.slices,
      // Of the quietest round; in a busy one the machine's other work is in it.
      longest: shown(we.longest),
      "longest, median": shown(median(ours.map(({ longest }) => longest))),
      "regexp cold": expression.length > 0 ? shown(least(expression).cold) : null,
      "mark.js": marking && shown(marking),
      "mark.js × ours": marking && ratio(marking, we.cold),
      evaluation: shown(we.evaluation),
      mentions: we.mentions,
    };
  });

  async function ours(desk: Desk) {
    const web = await desk.driver.open(`${server.address}ours/${path}`);
    const mentions = await desk.settled(web);
    const { slices, evaluation } = await askProbe<Spent>(web, { do: "spent" });
    let warm = 0;
    for (let time = 0; time < 3; time++) {
      await desk.setSettings({ ...settings, enabled: false });
      await desk.settled(web, "off");
      await askProbe(web, { do: "reset" });
      await desk.setSettings(settings);
      await desk.settled(web);
      warm = sum((await askProbe<Spent>(web, { do: "spent" })).slices);
    }
    await web.page.close();
    const [cold, longest] = [sum(slices), Math.max(0, ...slices)];
    const worth = slices.filter((time) => time >= 0.2).length;
    return { cold, warm, longest, slices: worth, evaluation, mentions };
  }

  async function rival(desk: Desk, name: keyof typeof CONTENDERS, names: readonly string[]) {
    const web = await desk.driver.open(`${server.address}rivals/${path}`);
    await desk.settled(web, "off");
    const times: number[] = [];
    // mark.js changes the page: once.
    for (let time = 0; time < (name === "markJs" ? 1 : 4); time++)
      times.push((await askProbe<Ran>(web, { do: name, names })).ms);
    await web.page.close();
    return { cold: times[0]!, warm: times.at(-1)! };
  }
}

/** The setting by which we are off where the rivals run. */
export const rivalsOff = ({ address }: Server) => [
  { pattern: `${new URL(address).host}/rivals`, mark: false },
];
