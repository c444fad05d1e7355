/**
 * Sequences of mutations against a fresh read of the same document, in a real browser with the built extension. The
 * extension is only looked at from outside: what it has painted, and what it tells its popup.
 */
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import { inRoot } from "../../../scripts/lib/paths.ts";
import type { PageSummary } from "../../../src/messages/table.ts";
import type { Density } from "../../../src/settings/types.ts";
import { changeSettings } from "../driver/settings.ts";
import { inPage, until } from "../driver/shared.ts";
import type { Driver, WebPage } from "../driver/types.ts";
import { type Server, serve } from "../serve.ts";
import type { Case } from "./cases.ts";
import type { Look, Stage } from "./in-page.ts";

/** How long pages may take to be read, ms. */
const READING = 60_000;
/** How long a page that has been read may take to be painted as a fresh one is, ms. */
const PATIENCE = 4_000;
/** Sequences on the stage at the same time. */
export const TOGETHER = 12;

export interface Verdict {
  case: Case;
  /** What the sequence did, one line an operation. */
  log: string[];
  /** One line each: what only one of the two has. Empty when they are the same. */
  differences: string[];
}

declare const stage: Stage;
declare const chrome: ExtensionApi;
declare const browser: ExtensionApi | undefined;
interface ExtensionApi {
  storage: { local: { set(items: object): Promise<void> } };
  runtime: { onMessage: { addListener(listener: unknown): void; removeListener(listener: unknown): void } };
  tabs: { sendMessage(tab: number, message: object, options?: object): Promise<unknown> };
}

export class FuzzStage {
  readonly #driver: Driver;
  readonly #server: Server;
  readonly #desk: Page;
  readonly #web: WebPage;
  #density: Density | null = null;
  /** Ranges seen so far: none would mean that nothing was compared. */
  painted = 0;

  static async open(driver: Driver): Promise<FuzzStage> {
    const server = await serve({ stage: inRoot("scripts/lib/fuzz-page/stage") });
    // First, for what is opened last is in front, and a page that nobody sees is not read.
    const desk = await driver.openOwn("options.html");
    const web = await driver.open(`${server.address}stage/index.html`);
    const { outputFiles } = await build({
      entryPoints: [inRoot("test/harness/fuzz-page/in-page.ts")],
      bundle: true,
      format: "iife",
      charset: "ascii",
      write: false,
    });
    await web.page.evaluate(outputFiles[0]!.text);
    return new FuzzStage(driver, server, desk, web);
  }

  private constructor(driver: Driver, server: Server, desk: Page, web: WebPage) {
    this.#driver = driver;
    this.#server = server;
    this.#desk = desk;
    this.#web = web;
  }

  get browser(): string {
    return this.#driver.name;
  }

  get errors(): readonly string[] {
    return this.#web.errors;
  }

  async close(): Promise<void> {
    await this.#web.page.close();
    await this.#server.close();
  }

  /** Sets which mentions are marked; of all kinds. */
  async #setDensity(density: Density): Promise<void> {
    if (this.#density === density) return;
    this.#density = density;
    await changeSettings(this.#desk, [
      { type: "set", key: "density", value: density },
      { type: "setKind", kind: "place", on: true },
    ]);
  }

  /** Plays the cases side by side: at most `TOGETHER` of them, and of one density. */
  async run(cases: readonly Case[], patience = PATIENCE): Promise<Verdict[]> {
    const { page } = this.#web;
    await this.#setDensity(cases[0]!.density);
    await inPage(page, (each: readonly Case[]) => stage.open(each), cases);
    const living = await this.#read(cases.map((_, i) => `living-${i}`));
    await inPage(page, () => stage.play());
    await this.#summaries(living);
    await inPage(page, () => stage.last());
    await inPage(page, () => stage.copy());
    const fresh = await this.#read(cases.map((_, i) => `fresh-${i}`));
    let differences: string[][] = [];
    const same = async () => {
      const [of, ofFresh] = [await this.#summaries(living), await this.#summaries(fresh)];
      const looks = await inPage(page, () => stage.look());
      this.painted += looks.reduce((sum, look) => sum + look.fresh.length, 0);
      differences = looks.map((look, i) => compare(look, of[i]!, ofFresh[i]!));
      return differences.every(({ length }) => length === 0);
    };
    await until("the same marks", same, patience).catch((error: unknown) => {
      if (differences.every(({ length }) => length === 0)) throw error;
    });
    const logs = await inPage(page, () => stage.log());
    return cases.map((each, i) => ({ case: each, log: logs[i]!, differences: differences[i]! }));
  }

  /** The ids of the frames with these names, once they have been read. */
  async #read(names: readonly string[]): Promise<number[]> {
    const frames = await until("all frames to answer", async () => {
      const found = await census(this.#desk, this.#web.tab);
      return names.every((name) => found[name] !== undefined) ? names.map((name) => found[name]!) : null;
    });
    await this.#summaries(frames);
    return frames;
  }

  /** What the frames have found, once they have been read. On a busy machine that takes as long as it takes. */
  #summaries(frames: readonly number[]): Promise<PageSummary[]> {
    return until(
      "all pages to be read",
      async () => {
        const found = await summariesOf(this.#desk, this.#web.tab, frames);
        return found.every((summary) => summary?.status === "marked") ? (found as PageSummary[]) : null;
      },
      READING,
    );
  }
}

function compare(look: Look, living: PageSummary, fresh: PageSummary): string[] {
  return [
    ...only("painted only by the living page: ", look.living, look.fresh),
    ...only("painted only by a fresh read:    ", look.fresh, look.living),
    ...only("known only to the living page: ", mentionsOf(living), mentionsOf(fresh)),
    ...only("known only to a fresh read:    ", mentionsOf(fresh), mentionsOf(living)),
  ];
}

function only(what: string, here: readonly string[], there: readonly string[]): string[] {
  const left = [...there];
  return here.flatMap((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at >= 0 ? [] : [what + line];
  });
}

/** In document order: numbered, so that another order is a difference. */
const mentionsOf = ({ mentions }: PageSummary): string[] =>
  mentions.map(
    ({ entity, before, text, after }, i) => `${i} ${entity} ${JSON.stringify([before, text, after])}`,
  );

/** Ids of the stage's frames by their names, asked for as the popup does. */
function census(desk: Page, tab: number): Promise<Record<string, number>> {
  return inPage(
    desk,
    async (id: number) => {
      const api = typeof browser === "undefined" ? chrome : browser;
      const token = crypto.randomUUID();
      const found: Record<string, number> = {};
      const listener = (
        message: { request?: { token?: string } },
        sender: { frameId: number; url: string },
      ) => {
        if (message.request?.token === token) found[new URL(sender.url).search.slice(1)] = sender.frameId;
      };
      api.runtime.onMessage.addListener(listener);
      await api.tabs.sendMessage(id, { type: "page.census", request: { token } }).catch(() => {});
      // Answers are messages of their own: behind one round trip more, they are here.
      await new Promise((later) => setTimeout(later, 50));
      api.runtime.onMessage.removeListener(listener);
      return found;
    },
    tab,
  );
}

function summariesOf(desk: Page, tab: number, frames: readonly number[]): Promise<Array<PageSummary | null>> {
  return inPage(
    desk,
    (id: number, ids: readonly number[]) => {
      const { tabs } = typeof browser === "undefined" ? chrome : browser;
      const message = { type: "page.summary", request: {} };
      return Promise.all(
        ids.map((frameId) => tabs.sendMessage(id, message, { frameId }).catch(() => null)),
      ) as Promise<Array<PageSummary | null>>;
    },
    tab,
    frames,
  );
}
