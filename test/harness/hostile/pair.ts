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
  /** Of the page that was done with last: the next one is opened in it, which takes less time than another tab. */
  tab?: WebPage | null;
}

export interface Sides {
  ours: Side;
  bare: Side;
}

/** A server of `folder` under `pages/`, with the headers that a page's own expectation names. */
export const serveCases = (folder: string): Promise<Server> =>
  serve({ pages: folder }, (text) => expectationIn(text)?.headers ?? {});

/** @param folder see `serveCases` */
export async function openSides(browser: BrowserName, folder: string): Promise<Sides> {
  const open = async (options: { extension?: null }): Promise<Side> => ({
    server: await serveCases(folder),
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
  /** Instead of closing: both stay until others take their place. */
  letGo(): void;
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
    letGo: () => {
      ours.tab = page;
      bare.tab = alone;
    },
  };
}

/** Always with the same options on one side. */
export async function openIn(side: Side, path: string, options?: OpenOptions): Promise<WebPage> {
  const { driver, server, tab } = side;
  const address = `${server.address}pages/${path}`;
  side.tab = null;
  if (tab && !tab.page.isClosed()) {
    await tab.page.bringToFront();
    return tab.visit(address).then(
      () => tab,
      // A page that will not be left is left to the end of its browser.
      () => openTab(),
    );
  }
  return openTab();

  function openTab(): Promise<WebPage> {
    return driver.open(address, { ...options, preload: INSTALL_PROBE });
  }
}

/** A page that will not close is left to the end of its browser. */
export const closePage = ({ page }: WebPage): Promise<void> => page.close().catch(() => {});

/** Asks the probe, by a text alone: the page may have replaced whatever a function would use. */
export const ask = <T>({ page }: WebPage, question: keyof Probe): Promise<T> =>
  page.evaluate(`window[${JSON.stringify(PROBE)}].${question}()`) as Promise<T>;
