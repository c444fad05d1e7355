/**
 * What marks cost a page that is animated: the share of the main thread that is taken, with us and with an empty content
 * script, by turns. A browser decides anew what is highlighted in every frame in which a style has changed, whether that
 * is in sight or not.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { extensionFolder } from "../../../../scripts/lib/paths.ts";
import type { WebPage } from "../../driver/types.ts";
import { serve } from "../../serve.ts";
import { type Row, shown } from "../turns.ts";
import { Desk } from "./desk.ts";
import { hollow } from "./extension.ts";

const COUNTS = [10, 100, 500, 2_000] as const;

/** A box that grows and shrinks all the time, and a paragraph for each mention: one in two screens or so is in sight. */
const animatedPage = (mentions: number): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Animated</title><style>body { font: 18px/1.5 sans-serif; margin: 40px; max-width: 700px }
div { height: 20px; background: #b33; animation: grow 1s infinite alternate linear }
@keyframes grow { from { width: 100px } to { width: 300px } }</style><div></div>
${Array.from({ length: mentions }, (_, i) => `<p>In paragraph ${i} the <b>Wilson Center</b> is named, and other words follow, so many that they fill more than one line.</p>`).join("\n")}</html>`;

export async function measureAnimation(name: BrowserName, rounds: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "sidelight-bench-"));
  for (const count of COUNTS) await writeFile(join(folder, `${count}.html`), animatedPage(count));
  const server = await serve({ pages: folder });
  const empty = await hollow(name);
  // One browser at a time: two would take turns on the processor in a way of their own.
  const measure = async (extension: string, ours: boolean): Promise<number[]> => {
    const desk = await Desk.open(name, extension);
    try {
      if (ours) await desk.setSettings({ density: "all" });
      const shares: number[] = [];
      for (const count of COUNTS) {
        const web = await desk.driver.open(`${server.address}pages/${count}.html`);
        if (ours) await desk.settled(web);
        shares.push(await shareTaken(web));
        await web.page.close();
      }
      return shares;
    } finally {
      await desk.driver.close();
    }
  };
  try {
    const turns: Array<{ without: number[]; with: number[] }> = [];
    for (let round = 0; round < rounds; round++)
      turns.push({ without: await measure(empty, false), with: await measure(extensionFolder(name), true) });
    // Whatever else the machine does only adds.
    const least = (of: (turn: (typeof turns)[number]) => number) => Math.min(...turns.map(of));
    return COUNTS.map((mentions, i) => {
      const [without, ours] = [least((turn) => turn.without[i]!), least((turn) => turn.with[i]!)];
      return {
        "mentions, all marked": mentions,
        "without (% of the main thread)": shown(100 * without),
        "with (%)": shown(100 * ours),
        "difference (points)": shown(100 * (ours - without)),
      };
    });
  } finally {
    await server.close();
    await Promise.all([folder, empty].map((each) => rm(each, { recursive: true, force: true })));
  }
}

/** How long is measured, ms. */
const WHILE = 3_000;
/** A tick of the kernel's clock for processes, ms. */
const TICK = 10;

/**
 * The share of a few seconds for which the main thread of the page's process was on a processor, as the system counts it (Linux
 * only). What else the machine does changes little in that, and background threads are not in it.
 */
async function shareTaken({ page }: WebPage): Promise<number> {
  const root = page.browser().process()?.pid;
  if (root === undefined) throw new Error("the browser's process is not known");
  const before = await mainThreads(root);
  const start = performance.now();
  await new Promise((later) => setTimeout(later, WHILE));
  const after = await mainThreads(root);
  const elapsed = performance.now() - start;
  // The page in front is the one that works most.
  const grown = [...after].map(([pid, ticks]) => ticks - (before.get(pid) ?? ticks));
  return (Math.max(...grown) * TICK) / elapsed;
}

/** Processor time of the main thread of each process that has pages in it, in ticks. */
async function mainThreads(root: number): Promise<Map<number, number>> {
  const parents = new Map<number, number>();
  const ticks = new Map<number, number>();
  for (const entry of await readdir("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = await readFile(`/proc/${pid}/task/${pid}/stat`, "utf8");
      const [, parent, , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      parents.set(pid, Number(parent));
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
      if (/--type=renderer|-contentproc/.test(command)) ticks.set(pid, Number(user) + Number(system));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean => {
    let at: number | undefined = pid;
    while (at !== undefined && at !== root) at = parents.get(at);
    return at === root;
  };
  return new Map([...ticks].filter(([pid]) => isOurs(pid)));
}
