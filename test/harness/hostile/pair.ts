/** One page open in two browsers, one with the extension and one without; each asks a server of its own. */
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { launch } from "../driver/launch.ts";
import type { Driver, OpenOptions, WebPage } from "../driver/types.ts";
import { type Server, serve } from "../serve.ts";
import { expectationIn } from "./cases.ts";
import { differences, type Visited } from "./compare.ts";
import { INSTALL_PROBE, type PageState, PROBE, type Probe } from "./probe.ts";

export interface Side {
  driver: Driver;
  server: Server;
}

export interface Sides {
  ours: Side;
  bare: Side;
}

/** @param folder is served under `pages/`, with the headers that a page's own expectation names */
export async function openSides(browser: BrowserName, folder: string): Promise<Sides> {
  const open = async (options: { extension?: null }): Promise<Side> => ({
    server: await serve({ pages: folder }, (text) => expectationIn(text)?.headers ?? {}),
    driver: await launch(browser, { offline: true, ...options }),
  });
  const [ours, bare] = await Promise.all([open({}), open({ extension: null })]);
  return { ours, bare };
}

export async function closeSides({ ours, bare }: Sides): Promise<void> {
  await Promise.all([ours, bare].flatMap(({ driver, server }) => [driver.close(), server.close()]));
}

export interface Pair {
  page: WebPage;
  alone: WebPage;
  /** What differs now, one line each; see `differences`. */
  differences(restless: boolean): Promise<string[]>;
  close(): Promise<void>;
}

export async function openPair({ ours, bare }: Sides, path: string, options?: OpenOptions): Promise<Pair> {
  const sides = [ours, bare] as const;
  const from = sides.map(({ server }) => server.requests.length);
  const [page, alone] = await Promise.all([openIn(ours, path, options), openIn(bare, path, options)]);
  const visited = async (web: WebPage, index: 0 | 1): Promise<Visited> => ({
    state: await ask<PageState>(web, "state"),
    errors: web.errors,
    requests: sides[index].server.requests.slice(from[index]),
    own: web.requests.flatMap(({ own, url }) => (own ? [url] : [])),
  });
  return {
    page,
    alone,
    differences: async (restless) => {
      const [withUs, without] = await Promise.all([visited(page, 0), visited(alone, 1)]);
      return differences(withUs, without, restless);
    },
    close: async () => {
      await Promise.all([closePage(page), closePage(alone)]);
    },
  };
}

export const openIn = ({ driver, server }: Side, path: string, options?: OpenOptions): Promise<WebPage> =>
  driver.open(`${server.address}pages/${path}`, { ...options, preload: INSTALL_PROBE });

/** A page that will not close is left to the end of its browser. */
export const closePage = ({ page }: WebPage): Promise<void> => page.close().catch(() => {});

/** Asks the probe, by a text alone: the page may have replaced whatever a function would use. */
export const ask = <T>({ page }: WebPage, question: keyof Probe): Promise<T> =>
  page.evaluate(`window[${JSON.stringify(PROBE)}].${question}()`) as Promise<T>;
