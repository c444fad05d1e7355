/** The atlas with the bundled analysis and with a large one: opened, and dragged about. */
import { loadAnalysis } from "../../../../scripts/lib/analysis/load.ts";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { extensionFolder } from "../../../../scripts/lib/paths.ts";
import { type Pack, RELATION_TYPES, STANCES } from "../../../../src/pack/types.ts";
import { inBrowser } from "../../driver/launch.ts";
import { inPage } from "../../driver/shared.ts";
import type { Driver } from "../../driver/types.ts";
import { largePack } from "../names.ts";
import { figure, median, type Row } from "../turns.ts";
import { withPack } from "./extension.ts";

const ENTITIES = 2_000;
const TIES = 6_000;
const OPENINGS = 5;
/** Of a drag: moves of the pointer, each in a frame of its own. */
const MOVES = 120;

export async function measureAtlas(name: BrowserName): Promise<Row[]> {
  const analysis = await loadAnalysis();
  const large = await withPack(name, tied(largePack(ENTITIES, analysis)));
  const inExtension = (extension: string, label: string) =>
    inBrowser(name, { offline: true, extension }, (driver) => measure(driver, label));
  return [
    ...(await inExtension(extensionFolder(name), `${analysis.entities.length} entities`)),
    ...(await inExtension(large, `${ENTITIES} entities, ${TIES} ties`)),
  ];
}

/** Ties as they are in the world: a few have most of them. */
function tied(pack: Pack): Pack {
  const { entities } = pack;
  const at = (place: number) => entities[place % entities.length]!.id;
  const relations = Array.from({ length: TIES }, (_, i): Pack["relations"][number] => {
    const [from, to] = [at(i * 7), at(Math.floor((i * i) / 9) % (40 + (i % 400)))];
    return {
      ...{
        id: `r${i}`,
        from,
        to: from === to ? at(i * 7 + 1) : to,
        type: RELATION_TYPES[i % RELATION_TYPES.length]!,
      },
      ...{ text: `The ${i}th tie.`, stance: STANCES[i % STANCES.length]!, by: "Nobody", passages: ["p1"] },
    };
  });
  return { ...pack, relations };
}

async function measure(driver: Driver, label: string): Promise<Row[]> {
  const row = (what: string, is: number, budget?: number) => figure(`${label}: ${what}`, is, budget);

  const openings: number[] = [];
  for (let round = 0; round <= OPENINGS; round++) {
    const page = await driver.openOwn("atlas.html");
    await page.waitForSelector("#graph .node");
    const opened = await inPage(page, drawn);
    // The first one compiles what the browser keeps.
    if (round > 0) openings.push(opened);
    await page.close();
  }
  const page = await driver.openOwn("atlas.html");
  await page.setViewport({ width: 1280, height: 800 });
  await page.waitForSelector("#graph .node");
  await page.bringToFront();
  const still = await inPage(page, frames, MOVES, false);
  const panned = await inPage(page, frames, MOVES, true);
  return [
    row("opened, begun → drawn (ms)", median(openings), 1_000),
    row("dragged, frame to frame (ms)", median(panned)),
    row("the same, of a page that stands still", median(still)),
    row("dragged, frames that come late by half (%)", late(panned, median(still)), 5),
    row("the same, of a page that stands still", late(still, median(still))),
  ];
}

const late = (times: readonly number[], frame: number): number =>
  (100 * times.filter((time) => time > 1.5 * frame).length) / times.length;

/** ms from the beginning of the page's load to the first contents on the screen that hold the picture. */
async function drawn(): Promise<number> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return paint?.startTime ?? performance.now();
}

/** ms from frame to frame, while the picture is dragged or not. */
async function frames(moves: number, dragged: boolean): Promise<number[]> {
  const graph = document.querySelector("#graph")!;
  const { left, top } = graph.getBoundingClientRect();
  const send = (type: string, step: number) =>
    graph.dispatchEvent(
      new PointerEvent(type, {
        ...{ bubbles: true, pointerId: 1, button: 0 },
        ...{ clientX: left + 300 + 200 * Math.sin(step / 9), clientY: top + 300 + 100 * Math.cos(step / 7) },
      }),
    );
  // A pointer that no device has cannot be captured.
  graph.setPointerCapture = () => undefined;
  const next = () => new Promise<number>(requestAnimationFrame);
  if (dragged) send("pointerdown", 0);
  const times: number[] = [];
  for (let step = 1, before = await next(); step <= moves; step++) {
    if (dragged) send("pointermove", step);
    const now = await next();
    times.push(now - before);
    before = now;
  }
  if (dragged) send("pointerup", moves);
  return times;
}
