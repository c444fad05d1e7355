/** A page that inserts and removes 2,000 paragraphs, with us and without, by turns. */
import { inPage } from "../../driver/shared.ts";
import type { Server } from "../../serve.ts";
import { inTurn, least, type Row, ratio, shown, sum } from "../turns.ts";
import { askProbe, type Desk, setSettings, settled } from "./desk.ts";
import type { Spent } from "./probe.ts";
import { rivalsOff } from "./reading.ts";

export async function measureChurn(desk: Desk, server: Server, path: string, rounds: number): Promise<Row[]> {
  await setSettings(desk.own, { density: "all", sites: rivalsOff(server) });
  const turns = [];
  for (let round = 0; round < rounds; round++) {
    const turn = {
      own: 0,
      untilNext: 0,
      ownWithUs: 0,
      untilNextWithUs: 0,
      observer: 0,
      afterwards: 0,
      longest: 0,
    };
    for (const site of inTurn(["rivals", "ours"] as const, round)) {
      const web = await desk.driver.open(`${server.address}${site}/${path}`);
      await settled(desk.driver, web, site === "ours" ? "marked" : "off");
      await inPage(web.page, churn);
      await askProbe(web, { do: "reset" });
      const { own, untilNext } = await inPage(web.page, churn);
      if (site === "rivals") Object.assign(turn, { own, untilNext });
      else {
        await settled(desk.driver, web);
        const { slices, observer } = await askProbe<Spent>(web, { do: "spent" });
        Object.assign(turn, {
          ...{ ownWithUs: own, untilNextWithUs: untilNext, observer: sum(observer) },
          ...{ afterwards: sum(slices), longest: Math.max(0, ...slices) },
        });
      }
      await web.page.close();
    }
    turns.push(turn);
  }
  const { own, untilNext, ownWithUs, untilNextWithUs, observer, afterwards, longest } = least(turns);
  const row = (what: string, without: number, withUs: number, budget: number | null = null): Row => ({
    what,
    without: shown(without),
    with: shown(withUs),
    ratio: without > 0 ? ratio(withUs, without) : null,
    budget,
  });
  return [
    row("its script", own, ownWithUs, 1.1),
    row("until its next task: what we do at once is in it", untilNext, untilNextWithUs, 1.5),
    row("our observer meanwhile", 0, observer),
    row("our slices afterwards, until all is read again", 0, afterwards),
    row("the longest of them", 0, longest),
  ];
}

/** In the page: 20 times 100 paragraphs in, among the others, and out again. */
async function churn(): Promise<{ own: number; untilNext: number }> {
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
  return { own, untilNext };
}
