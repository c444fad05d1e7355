/** From the moment at which a new version is installed until it is at work in a page that was open before. */
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { launch } from "../../driver/launch.ts";
import { marked, readsOn } from "../../driver/marks.ts";
import type { Server } from "../../serve.ts";
import { median, type Row, shown } from "../turns.ts";

export async function measureHandover(name: BrowserName, server: Server, rounds: number): Promise<Row[]> {
  const driver = await launch(name, { offline: true });
  try {
    const web = await driver.open(`${server.address}ours/short.html`);
    await marked(web.page);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await driver.extension.replace();
      const replaced = performance.now();
      await web.page.bringToFront();
      await readsOn(web.page);
      times.push(performance.now() - replaced);
    }
    return [
      {
        what: "installed anew → marks new text in an open page (ms)",
        is: shown(median(times)),
        budget: 2_000,
      },
    ];
  } finally {
    await driver.close();
  }
}
