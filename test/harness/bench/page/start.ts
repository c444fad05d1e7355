/**
 * What the content script costs a page before anything is read: the browser's own trace, which tells compiling a script
 * from running it. Chromium only.
 */
import type { Server } from "../../serve.ts";
import { type Row, shown } from "../turns.ts";
import type { Desk } from "./desk.ts";

interface TraceEvent {
  name: string;
  /** `X`: a complete event, which has a length. */
  ph: string;
  /** Microseconds. */
  dur?: number;
  args?: { fileName?: string };
}

/** Of the quietest round, ms. */
export async function measureStart(desk: Desk, server: Server, rounds: number): Promise<Row[]> {
  const events: TraceEvent[] = [];
  for (let round = 0; round < rounds; round++) {
    const web = await desk.driver.open("about:blank");
    await web.page.tracing.start({ categories: ["v8", "devtools.timeline"] });
    await web.page.goto(`${server.address}ours/short.html`);
    await desk.settled(web);
    events.push(...JSON.parse(Buffer.from((await web.page.tracing.stop())!).toString()).traceEvents);
    await web.page.close();
  }
  const quietest = (name: string) => {
    const times = events
      .filter((event) => event.name === name && event.ph === "X")
      .filter(({ args }) => args?.fileName?.endsWith("/content.js"))
      .map(({ dur = 0 }) => dur / 1000);
    if (times.length < rounds) throw new Error("the browser's trace does not tell of the content script");
    return shown(Math.min(...times));
  };
  return [
    { what: "content script: evaluated (ms)", is: quietest("v8.run"), budget: 5 },
    { what: "compiled before that (ms)", is: quietest("v8.compile"), budget: null },
  ];
}
