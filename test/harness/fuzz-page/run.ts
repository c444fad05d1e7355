/**
 * Sequences of mutations against a fresh read of the same document, in a real browser with the built extension. The
 * extension is only looked at from outside: what it has painted, and what it tells its popup.
 */
import { build } from "esbuild";
import { inRoot } from "../../../scripts/lib/paths.ts";
import type { PageSummary } from "../../../src/messages/table.ts";
import type { Density } from "../../../src/settings/types.ts";
import { inPage, until } from "../driver/shared.ts";
import type { Driver, WebPage } from "../driver/types.ts";
import { type Server, serve } from "../serve.ts";
import type { Case } from "./cases.ts";
import type { Look, Stage } from "./in-page.ts";

/** How long pages may take to be read, ms. */
const READING = 60_000;
/** How long a page that has been read may take to be painted as a fresh one is, ms. */
const PATIENCE = 4_000;

export interface Verdict {
  case: Case;
  /** What the sequence did, one line an operation. */
  log: string[];
  /** One line each: what only one of the two has. Empty when they are the same. */
  differences: string[];
}

declare const stage: Stage;

export class FuzzStage {
  /** Uncaught, ours and the page's. */
  readonly errors: readonly string[];
  readonly #driver: Driver;
  readonly #server: Server;
  readonly #web: WebPage;
  #density: Density | null = null;
  /** Ranges seen so far: none would mean that nothing was compared. */
  painted = 0;

  static async open(driver: Driver): Promise<FuzzStage> {
    const server = await serve({ stage: inRoot("test/harness/fuzz-page/stage") });
    const web = await driver.open(`${server.address}stage/index.html`);
    const { outputFiles } = await build({
      entryPoints: [inRoot("test/harness/fuzz-page/in-page.ts")],
      bundle: true,
      format: "iife",
      charset: "ascii",
      write: false,
    });
    await web.page.evaluate(outputFiles[0]!.text);
    return new FuzzStage(driver, server, web);
  }

  // biome-ignore lint/style/useConsistentMemberAccessibility: a constructor has no `#`, and only `open` may call it
  private constructor(driver: Driver, server: Server, web: WebPage) {
    this.#driver = driver;
    this.errors = web.errors;
    this.#server = server;
    this.#web = web;
  }

  async close(): Promise<void> {
    await this.#web.page.close();
    await this.#server.close();
  }

  get browser(): string {
    return this.#driver.name;
  }

  /** Plays the cases side by side: of one density, and no more than a window holds. */
  async run(cases: readonly Case[]): Promise<Verdict[]> {
    const { page } = this.#web;
    const { density } = cases[0]!;
    if (this.#density !== density)
      await this.#driver.change(
        { type: "set", key: "density", value: density },
        { type: "setKind", kind: "place", on: true },
      );
    this.#density = density;
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
    await until("the same marks", same, PATIENCE).catch((error: unknown) => {
      if (differences.every(({ length }) => length === 0)) throw error;
    });
    const logs = await inPage(page, () => stage.log());
    return cases.map((each, i) => ({ case: each, log: logs[i]!, differences: differences[i]! }));
  }

  /** The ids of the frames with these names, once they have been read. */
  async #read(names: readonly string[]): Promise<number[]> {
    const frames = await until("all frames to answer", async () => {
      const found = await census(this.#driver, this.#web.tab);
      return names.every((name) => found[name] !== undefined) ? names.map((name) => found[name]!) : null;
    });
    await this.#summaries(frames);
    return frames;
  }

  /** What the frames have found, once they have been read. On a busy machine that takes as long as it takes. */
  #summaries(frames: readonly number[]): Promise<PageSummary[]> {
    const asked = async () => {
      const found = await this.#driver.inExtension(
        (api, tab: number, ids: readonly number[]) =>
          Promise.all(
            ids.map(async (frameId): Promise<PageSummary | null> => {
              const message = { type: "page.summary", request: {} };
              return api.tabs.sendMessage<object, PageSummary>(tab, message, { frameId }).catch(() => null);
            }),
          ),
        this.#web.tab,
        frames,
      );
      return found.every((summary) => summary?.status === "marked") ? (found as PageSummary[]) : null;
    };
    return until("all pages to be read", asked, READING);
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
function census(driver: Driver, tab: number): Promise<Record<string, number>> {
  return driver.inExtension(async ({ runtime, tabs }, id: number) => {
    const token = crypto.randomUUID();
    const found: Record<string, number> = {};
    const listener = (message: unknown, { frameId, url }: { frameId?: number; url?: string }) => {
      const { request } = message as { request?: { token?: string } };
      if (request?.token === token) found[new URL(url!).search.slice(1)] = frameId!;
      return undefined;
    };
    runtime.onMessage.addListener(listener);
    await tabs.sendMessage(id, { type: "page.census", request: { token } }).catch(() => {});
    // Answers are messages of their own: behind one round trip more, they are here.
    await new Promise((later) => setTimeout(later, 50));
    runtime.onMessage.removeListener(listener);
    return found;
  }, tab);
}
