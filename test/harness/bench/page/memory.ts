/**
 * Memory in Chromium, over an extension whose content script is empty: what the renderer's heap holds after garbage
 * has been collected, with the buffers outside of it, for one short page without a mention and with, and for empty frames.
 */
import type { Driver } from "../../driver/types.ts";
import type { Server } from "../../serve.ts";
import { figure, type Row } from "../turns.ts";
import { settled } from "./desk.ts";
import { byTurns } from "./sides.ts";

export const FRAMES = 20;

export async function measureMemory(server: Server): Promise<Row[]> {
  const used = await byTurns(
    "chromium",
    1,
    async (driver, side) => {
      const heap = (page: string) => heapOf(driver, `${server.address}ours/${page}`, side === "ours");
      const [plain, marked] = [await heap("plain.html"), await heap("short.html")];
      return { plain, marked, frame: ((await heap("frames.html")) - marked) / FRAMES };
    },
    ["empty", "ours"],
  );
  const row = (what: string, of: "plain" | "marked" | "frame", budget: number): Row =>
    figure(`memory, ${what} (MB)`, (used.ours[0]![of] - used.empty[0]![of]) / 2 ** 20, budget);
  return [
    row("a page without a mention", "plain", 0.3),
    row("a page with mentions", "marked", 1.5),
    row("each further empty frame", "frame", 0.1),
  ];
}

/** The heap as it is, and then the least of several looks: what is still to be let go is not ours. Bytes. */
export async function heapOf(driver: Driver, address: string, read: boolean): Promise<number> {
  const web = await driver.open(address);
  if (read) await settled(driver, web);
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
