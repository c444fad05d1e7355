/**
 * Memory in Chromium, over an extension whose content script is empty: what the renderer's heap holds after garbage
 * has been collected, with the buffers outside of it, for one short page with names and for empty frames in it.
 */
import type { CDPSession } from "puppeteer-core";
import { launch } from "../../driver/launch.ts";
import { until } from "../../driver/shared.ts";
import type { Driver } from "../../driver/types.ts";
import type { Server } from "../../serve.ts";

export interface Memory {
  /** Bytes over the empty content script. */
  topPage: number;
  perFrame: number;
}

export const FRAMES = 20;

export async function measureMemory(server: Server, shipped: string, hollow: string): Promise<Memory> {
  const used: number[][] = [];
  for (const extension of [shipped, hollow]) {
    const driver = await launch("chromium", { offline: true, extension });
    try {
      const pages = ["short.html", "frames.html"];
      used.push([]);
      for (const page of pages)
        used.at(-1)!.push(await heapOf(driver, `${server.address}ours/${page}`, extension === shipped));
    } finally {
      await driver.close();
    }
  }
  const [ours, empty] = used as [number[], number[]];
  return {
    topPage: ours[0]! - empty[0]!,
    perFrame: (ours[1]! - ours[0]! - (empty[1]! - empty[0]!)) / FRAMES,
  };
}

/** The heap as it is, and then the least of several looks: what is still to be let go is not ours. */
async function heapOf(driver: Driver, address: string, marked: boolean): Promise<number> {
  const web = await driver.open(address);
  if (marked)
    await until("the page to be read", async () => (await driver.summary(web))?.status === "marked");
  const session = await web.page.createCDPSession();
  await session.send("HeapProfiler.enable");
  const looks: number[] = [];
  for (let look = 0; look < 5; look++) looks.push(await lookAt(session));
  await web.page.close();
  return Math.min(...looks);
}

async function lookAt(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = (await session.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return usedSize + backingStorageSize;
}
