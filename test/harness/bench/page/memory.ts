/**
 * Memory in Chromium, over an extension whose content script is empty: what the renderer's heap holds after garbage
 * has been collected, with the buffers outside of it, for one short page with names and for empty frames in it.
 */
import { launch } from "../../driver/launch.ts";
import { until } from "../../driver/shared.ts";
import type { Driver } from "../../driver/types.ts";
import type { Server } from "../../serve.ts";
import { type Row, shown } from "../turns.ts";

export const FRAMES = 20;

export async function measureMemory(server: Server, shipped: string, hollow: string): Promise<Row[]> {
  const used: number[] = [];
  for (const extension of [shipped, hollow]) {
    const driver = await launch("chromium", { offline: true, extension });
    try {
      for (const page of ["short.html", "frames.html"])
        used.push(await heapOf(driver, `${server.address}ours/${page}`, extension === shipped));
    } finally {
      await driver.close();
    }
  }
  const [page, frames, emptyPage, emptyFrames] = used.map((bytes) => bytes / 2 ** 20) as [
    number,
    number,
    number,
    number,
  ];
  const ofFrames = frames - page - (emptyFrames - emptyPage);
  return [
    { what: "memory, top page (MB)", is: shown(page - emptyPage), budget: 2 },
    { what: "memory, each further empty frame (MB)", is: shown(ofFrames / FRAMES), budget: 0.3 },
  ];
}

/** The heap as it is, and then the least of several looks: what is still to be let go is not ours. Bytes. */
async function heapOf(driver: Driver, address: string, marked: boolean): Promise<number> {
  const web = await driver.open(address);
  if (marked)
    await until("the page to be read", async () => (await driver.summary(web))?.status === "marked");
  const session = await web.page.createCDPSession();
  await session.send("HeapProfiler.enable");
  const looks: number[] = [];
  for (let look = 0; look < 5; look++) {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = (await session.send("Runtime.getHeapUsage")) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    looks.push(usedSize + backingStorageSize);
  }
  await web.page.close();
  return Math.min(...looks);
}
