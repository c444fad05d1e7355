/** What a frame loads of us before anything is read, and what running it takes: without a mention, and with one. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzippedSize } from "../../../../scripts/checks/content.ts";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { extensionFolder } from "../../../../scripts/lib/paths.ts";
import type { Driver } from "../../driver/types.ts";
import type { Server } from "../../serve.ts";
import { figure, type Row, sum } from "../turns.ts";
import { settled } from "./desk.ts";

/** Bytes gzipped. Scripts and style sheets that the manifest gives to frames; and all that neither it nor a page of ours names. */
export async function frameBytes(name: BrowserName): Promise<Row[]> {
  const folder = extensionFolder(name);
  const files = await readdir(folder);
  const text = (file: string) => readFile(join(folder, file), "utf8");
  const manifest = JSON.parse(await text("manifest.json")) as {
    content_scripts: Array<{ js?: string[]; css?: string[] }>;
    background: object;
  };
  const everywhere = manifest.content_scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]);
  const pages = await Promise.all(files.filter((file) => file.endsWith(".html")).map(text));
  const elsewhere = [JSON.stringify(manifest.background), ...pages].join("\n");
  const marked = files.filter(
    (file) => /\.(js|css)$/.test(file) && !elsewhere.includes(`"${file}"`) && !everywhere.includes(file),
  );
  const row = async (what: string, names: string[], budget: number): Promise<Row> => {
    const sizes = (await Promise.all(names.map(text))).map(gzippedSize);
    return figure(`${what}: ${names.join(", ")} (bytes gzipped)`, sum(sizes), budget);
  };
  return [
    await row("every frame", everywhere, 10_000),
    await row("a frame with a mention", [...everywhere, ...marked], 45_000),
  ];
}

interface TraceEvent {
  name: string;
  /** `X`: a complete event, which has a length. */
  ph: string;
  /** Microseconds. */
  dur?: number;
  args?: { fileName?: string };
}

/** Of each script in its quietest round, by the browser's own trace, which tells compiling from running. Chromium only. */
export async function measureStart(driver: Driver, server: Server, rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [page, which] of [
    ["plain.html", "without a mention"],
    ["short.html", "with one"],
  ]) {
    const events: TraceEvent[] = [];
    for (let round = 0; round < rounds; round++) {
      const web = await driver.open("about:blank");
      await web.page.tracing.start({ categories: ["v8", "devtools.timeline"] });
      await web.page.goto(`${server.address}ours/${page}`);
      await settled(driver, web);
      events.push(...JSON.parse(Buffer.from((await web.page.tracing.stop())!).toString()).traceEvents);
      await web.page.close();
    }
    const times = new Map<string, number>();
    for (const { name, ph, dur = 0, args } of events) {
      if (ph !== "X" || !(name === "v8.run" || name === "v8.compile")) continue;
      const file = /^chrome-extension:.*\/(.+)$/.exec(args?.fileName ?? "")?.[1];
      if (!file) continue;
      const key = `a frame ${which}: ${file} ${name === "v8.run" ? "evaluated" : "compiled"} (ms)`;
      times.set(key, Math.min(times.get(key) ?? Number.POSITIVE_INFINITY, dur / 1_000));
    }
    if (times.size === 0) throw new Error("the browser's trace does not tell of the content script");
    for (const [what, time] of times) rows.push(figure(what, time));
  }
  return rows;
}
