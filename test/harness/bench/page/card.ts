/** From the end of the dwell to the card on the screen: the first card of a page, and the ones after it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { cardCloses, cardOpens } from "../../driver/card.ts";
import { hover, leave, reachableMark } from "../../driver/marks.ts";
import { until } from "../../driver/shared.ts";
import { type Server, serve } from "../../serve.ts";
import { median } from "../turns.ts";
import { shortPage } from "./article.ts";
import { askProbe, Desk } from "./desk.ts";
import { probed } from "./extension.ts";
import type { Spent } from "./probe.ts";

export interface CardTimes {
  /** ms, medians. */
  first: number;
  warm: number;
  /** Animation frames until it was there, the most of the warm ones. */
  frames: number;
}

/** Hovers on one page, the first one cold. */
const HOVERS = 5;

export async function measureCard(desk: Desk, server: Server, rounds: number): Promise<CardTimes> {
  await desk.setNames(desk.shippedNames);
  await desk.setSettings({});
  const first: number[] = [];
  const warm: number[] = [];
  let frames = 0;
  for (let round = 0; round < rounds; round++) {
    const web = await desk.driver.open(`${server.address}ours/short.html`);
    await desk.settled(web);
    await leave(web.page);
    for (let time = 0; time < HOVERS; time++) {
      await hover(web.page, await until("a mark", () => reachableMark(web.page)));
      await cardOpens(web);
      await leave(web.page);
      await cardCloses(web);
    }
    const { cards } = await until("all cards to be timed", async () => {
      const spent = await askProbe<Spent>(web, { do: "spent" });
      return spent.cards.length >= HOVERS ? spent : null;
    });
    first.push(cards[0]!.ms);
    warm.push(...cards.slice(1).map(({ ms }) => ms));
    frames = Math.max(frames, ...cards.slice(1).map((card) => card.frames));
    await web.page.close();
  }
  return { first: median(first), warm: median(warm), frames };
}

/** In a browser of its own: for who works on the card and wants to know soon. */
export async function measureCardAlone(name: BrowserName, rounds: number): Promise<CardTimes> {
  const folder = await mkdtemp(join(tmpdir(), "sidelight-bench-"));
  await writeFile(join(folder, "short.html"), shortPage(0));
  const server = await serve({ ours: folder });
  const extension = await probed(name);
  try {
    const desk = await Desk.open(name, extension);
    try {
      return await measureCard(desk, server, rounds);
    } finally {
      await desk.close();
    }
  } finally {
    await server.close();
    await Promise.all([folder, extension].map((each) => rm(each, { recursive: true, force: true })));
  }
}
