/**
 * What the content script costs a page before anything is read: the browser's own trace, which tells compiling a script
 * from running it. Chromium only.
 */
import type { Server } from "../../serve.ts";
import type { Desk } from "./desk.ts";

export interface StartTimes {
  /** ms, of the quietest round. */
  compiled: number;
  evaluated: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  /** Microseconds. */
  dur?: number;
  args?: { fileName?: string };
}

/** "Complete" events have a length. */
const COMPLETE = "X";

export async function measureStart(desk: Desk, server: Server, rounds: number): Promise<StartTimes> {
  const compiled: number[] = [];
  const evaluated: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const web = await desk.driver.open("about:blank");
    await web.page.tracing.start({ categories: ["v8", "devtools.timeline"] });
    await web.page.goto(`${server.address}ours/short.html`);
    await desk.settled(web);
    const { traceEvents } = JSON.parse(Buffer.from((await web.page.tracing.stop())!).toString()) as {
      traceEvents: TraceEvent[];
    };
    const lengths = (name: string) =>
      traceEvents.flatMap((event) =>
        event.name === name && event.ph === COMPLETE && event.args?.fileName?.endsWith("/content.js")
          ? [(event.dur ?? 0) / 1000]
          : [],
      );
    compiled.push(...lengths("v8.compile"));
    evaluated.push(...lengths("v8.run"));
    await web.page.close();
  }
  if (evaluated.length < rounds) throw new Error("the browser's trace does not tell of the content script");
  return { compiled: Math.min(...compiled), evaluated: Math.min(...evaluated) };
}
