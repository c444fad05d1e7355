/** A page that inserts and removes 2,000 paragraphs, with us and without, by turns. */
import { inPage } from "../../driver/shared.ts";
import type { Server } from "../../serve.ts";
import { askProbe, type Desk } from "./desk.ts";
import type { Spent } from "./probe.ts";

export interface Churn {
  /** ms that the page's own insertions and removals take, its scripts alone. */
  own: { without: number; with: number };
  /** The same until the page is next called back: what we do at once is in it. */
  untilNext: { without: number; with: number };
  /** Our observer's callbacks alone, in the midst of it, ms. */
  observer: number;
  /** What we do afterwards, in slices, until all is read again, ms. */
  afterwards: number;
  longest: number;
}

export async function measureChurn(desk: Desk, server: Server, path: string, rounds: number): Promise<Churn> {
  await desk.setSettings({
    density: "all",
    sites: [{ pattern: `${new URL(server.address).host}/rivals`, mark: false }],
  });
  const turns: Churn[] = [];
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (["rivals", "ours"] as const) : (["ours", "rivals"] as const);
    const found = { ours: [0, 0], rivals: [0, 0] };
    let afterwards = 0;
    let longest = 0;
    let observed = 0;
    for (const site of order) {
      const web = await desk.driver.open(`${server.address}${site}/${path}`);
      await desk.settled(web, site === "ours" ? "marked" : "off");
      await inPage(web.page, churn);
      await askProbe(web, { do: "reset" });
      found[site] = await inPage(web.page, churn);
      if (site === "ours") {
        await desk.settled(web);
        const { slices, observer } = await askProbe<Spent>(web, { do: "spent" });
        afterwards = slices.reduce((total, time) => total + time, 0);
        longest = Math.max(0, ...slices);
        observed = observer.reduce((total, time) => total + time, 0);
      }
      await web.page.close();
    }
    turns.push({
      own: { without: found.rivals[0]!, with: found.ours[0]! },
      untilNext: { without: found.rivals[1]!, with: found.ours[1]! },
      observer: observed,
      afterwards,
      longest,
    });
  }
  const least = (of: (turn: Churn) => number) => Math.min(...turns.map(of));
  return {
    own: { without: least(({ own }) => own.without), with: least(({ own }) => own.with) },
    untilNext: {
      without: least(({ untilNext }) => untilNext.without),
      with: least(({ untilNext }) => untilNext.with),
    },
    observer: least((turn) => turn.observer),
    afterwards: least((turn) => turn.afterwards),
    longest: least((turn) => turn.longest),
  };
}

/** In the page: 20 times 100 paragraphs in, among the others, and out again. */
async function churn(): Promise<number[]> {
  const article = document.querySelector("article")!;
  const places = [...article.children].filter((_, i) => i % 7 === 0).slice(0, 100);
  const channel = new MessageChannel();
  const nextTask = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
  let own = 0;
  let untilNext = 0;
  for (let round = 0; round < 20; round++) {
    const begun = performance.now();
    const added = places.map((place, i) => {
      const made = document.createElement("p");
      made.textContent = `Paragraph ${i} of round ${round}, in which somebody speaks of Daesh and of the weather.`;
      place.before(made);
      return made;
    });
    for (const made of added) made.remove();
    own += performance.now() - begun;
    await nextTask();
    untilNext += performance.now() - begun;
  }
  channel.port1.close();
  return [own, untilNext];
}
