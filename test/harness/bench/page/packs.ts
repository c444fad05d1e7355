/**
 * Installed packs of 100, 10,000 and 100,000 names, all in use at once: what installing takes and how long it keeps a page
 * waiting, and what pages pay then that have no name of theirs, only words of their names, or one name of the largest.
 */
import type { BrowserName } from "../../../../scripts/lib/browsers.ts";
import { inExtension } from "../../driver/extension-api.ts";
import { inPage } from "../../driver/shared.ts";
import type { Server } from "../../serve.ts";
import { makeNames, makeProse } from "../corpus.ts";
import { packWith } from "../names.ts";
import { least, type Row, shown, sum } from "../turns.ts";
import { makePage } from "./article.ts";
import { askProbe, type Desk, settled } from "./desk.ts";
import { heapOf } from "./memory.ts";
import type { Spent } from "./probe.ts";

const SIZES = [100, 10_000, 100_000];
const NAMES = makeNames(110_100);
const PACKS = SIZES.map((size, i) => {
  const from = SIZES.slice(0, i).reduce((all, each) => all + each, 0);
  return packWith(`of-${size}`, NAMES.slice(from, from + size));
});
const LARGEST = NAMES.slice(-SIZES.at(-1)!);

/** UTF-16 code units of a page: a long article. */
const LENGTH = 60_000;
const names = new Set(NAMES.map((name) => name.toLowerCase()));
/** Prose of made-up words, of which some would be names by chance. */
const paragraphs = (some: readonly string[]): string =>
  makePage(
    makeProse(LENGTH, some)
      .map((text) => text.split(" ").filter((word) => !names.has(word.toLowerCase().replace(/[.,]$/, ""))))
      .map((words) => `<p>${words.join(" ")}</p>`)
      .join("\n"),
  );
/** Of names of several words the first, of which one stands in 150 words of the page. */
const firstWords = LARGEST.flatMap((name) => (name.includes(" ") ? [name.split(" ")[0]!] : []));

/** By the names of their files. */
export const packPages = (): Record<string, string> => ({
  "none-of-packs.html": paragraphs(["and"]),
  "words-of-packs.html": paragraphs(firstWords),
  "name-of-packs.html": paragraphs(["and"]).replace("<p>", `<p>The ${LARGEST[77_777]} said so. `),
});

/** @param desk of the shipped build */
export async function measurePacks(
  name: BrowserName,
  { driver, own }: Desk,
  server: Server,
  rounds: number,
): Promise<Row[]> {
  const pages = Object.keys(packPages());
  const without = await costs();
  const rows: Row[] = [];
  for (const pack of PACKS) {
    const web = await driver.open(`${server.address}ours/${pages[0]}`);
    await settled(driver, web);
    await inPage(web.page, watchForBlocks);
    const { ms, told } = await install(JSON.stringify(pack));
    const longest = await inPage(web.page, () => Number(document.documentElement.dataset.longest));
    await web.page.close();
    rows.push({
      what: `${pack.id.slice(3)} names installed`,
      ms: shown(ms),
      "told of progress": told,
      "longest block of a page (ms)": shown(longest),
    });
  }
  const withPacks = await costs();
  for (const [i, page] of pages.entries()) {
    for (const [which, all] of [
      ["no pack", without],
      ["three packs", withPacks],
    ] as const)
      rows.push({ what: `${page.replace(/-of.*/, "")}, ${which}`, ...all[i] });
  }
  return rows;

  /** What each page costs, in its quietest round. */
  async function costs(): Promise<Row[]> {
    const found: Row[] = [];
    for (const page of pages) {
      const address = `${server.address}ours/${page}`;
      const runs = [];
      for (let round = 0; round < rounds; round++) {
        const web = await driver.open(address);
        const mentions = await settled(driver, web);
        const { slices, observer, evaluation, told, asked, shards } = await askProbe<Spent>(web, {
          do: "spent",
        });
        const script = sum(slices) + sum(observer) + evaluation;
        runs.push({ script, longest: Math.max(...slices), told, asked, shards, mentions });
        await web.page.close();
      }
      const { script, longest, told, asked, shards, mentions } = least(runs);
      found.push({
        "script (ms)": shown(script),
        "longest (ms)": shown(longest),
        "told (kB)": shown(told / 1_000),
        "asked (kB)": shown(asked / 1_000),
        ...{ shards, mentions },
        "heap (MB)": name === "chromium" ? shown((await heapOf(driver, address, true)) / 2 ** 20) : null,
      });
    }
    return found;
  }

  /** As the options do, timed there. */
  async function install(text: string): Promise<{ ms: number; told: number }> {
    return inExtension(
      own,
      async ({ runtime }, text: string) => {
        let told = 0;
        const channel = new BroadcastChannel("packs");
        channel.onmessage = () => {
          told++;
        };
        const begun = performance.now();
        const answer = (await runtime.sendMessage({ type: "packs.install", request: { text } })) as {
          ok: boolean;
        };
        const ms = performance.now() - begun;
        channel.close();
        if (!answer.ok) throw new Error(JSON.stringify(answer).slice(0, 500));
        return { ms, told };
      },
      text,
    );
  }
}

/** Runs in a page: how much later than it should be a timer comes at most. */
function watchForBlocks(): void {
  const EVERY = 10;
  let [last, longest] = [performance.now(), 0];
  setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - EVERY);
    last = now;
    document.documentElement.dataset.longest = String(longest);
  }, EVERY);
}
