/** From the end of the dwell to the card on the screen: the first card of a page, and the ones after it. */
import { cardCloses, cardOpens } from "../../driver/card.ts";
import { hover, leave, reachableMark } from "../../driver/marks.ts";
import { until } from "../../driver/shared.ts";
import type { Server } from "../../serve.ts";
import { figure, median, type Row } from "../turns.ts";
import { askProbe, type Desk, setSettings, settled } from "./desk.ts";
import type { Spent } from "./probe.ts";

/** Hovers on one page, the first one cold. */
const HOVERS = 5;

export async function measureCard(desk: Desk, server: Server, rounds: number): Promise<Row[]> {
  await setSettings(desk.own, {});
  const first: number[] = [];
  const warm: Spent["cards"] = [];
  for (let round = 0; round < rounds; round++) {
    const web = await desk.driver.open(`${server.address}ours/short.html`);
    await settled(desk.driver, web);
    await leave(web.page);
    for (let time = 0; time < HOVERS; time++) {
      await hover(web.page, await until("a mark", () => reachableMark(web.page)));
      await cardOpens(web);
      await leave(web.page);
      await cardCloses(web);
    }
    const [cold, ...others] = await until("all cards to be timed", async () => {
      const { cards } = await askProbe<Spent>(web, { do: "spent" });
      return cards.length >= HOVERS ? cards : null;
    });
    first.push(cold!.ms);
    warm.push(...others);
    await web.page.close();
  }
  const frames = Math.max(...warm.map((card) => card.frames));
  return [
    figure("dwell over → first card on the screen (ms)", median(first), 50),
    figure("dwell over → card on the screen, warm (ms)", median(warm.map(({ ms }) => ms)), 16.7),
    figure("the same, in frames, at most", frames, 1),
  ];
}
