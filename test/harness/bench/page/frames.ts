/** What is left of frames that came with a mention, were marked and went again: documents that nobody shows, and heap. */
import { setTimeout as pause } from "node:timers/promises";
import { inPage } from "../../driver/shared.ts";
import type { Driver } from "../../driver/types.ts";
import type { Server } from "../../serve.ts";
import { figure, type Row } from "../turns.ts";
import { settled } from "./desk.ts";

const COUNT = 200;
/** So many are there at a time, and have been before the first look. */
const TOGETHER = 20;
/** Garbage is collected when the browser gets to it. */
const LOOKS = 15;
/** Between two looks, ms. */
const WAIT = 1_000;

export async function measureFrames(driver: Driver, server: Server): Promise<Row[]> {
  const web = await driver.open(`${server.address}ours/short.html`);
  await settled(driver, web);
  await inPage(web.page, comeAndGo, TOGETHER);
  const before = await driver.memory(web);
  for (let gone = 0; gone < COUNT; gone += TOGETHER) await inPage(web.page, comeAndGo, TOGETHER);
  let [documents, heap] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let look = 0; look < LOOKS; look++) {
    const after = await driver.memory(web);
    documents = Math.min(documents, after.documents - before.documents);
    heap = Math.min(heap, after.heap - before.heap);
    await pause(WAIT);
  }
  return [
    figure(`${COUNT} frames in and out: documents left`, Math.max(0, documents), 0),
    figure("the same, heap left (MB)", heap / 2 ** 20, 1),
  ];
}

/** In the page: frames like it, in sight, each of them until it is marked. */
async function comeAndGo(count: number): Promise<void> {
  const one = async () => {
    const frame = document.createElement("iframe");
    frame.style.cssText = "position: fixed; top: 40px; left: 0; width: 300px; height: 100px";
    frame.src = "short.html?framed";
    const loaded = new Promise((done) => frame.addEventListener("load", done));
    document.body.append(frame);
    await loaded;
    const { highlights } = (frame.contentWindow as unknown as typeof globalThis).CSS;
    while (highlights.size === 0) await new Promise((done) => setTimeout(done, 5));
    frame.remove();
  };
  await Promise.all(Array.from({ length: count }, one));
}
