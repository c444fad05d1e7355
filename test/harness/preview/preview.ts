/**
 * A pack in a browser, on a page of the editor's choice, while it is being written: the file is watched, and each time that it is saved it
 * is checked as `pack check` does, installed, and the page loaded anew. One that is refused leaves what is shown.
 */
import { watch } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import { checkFiles } from "../../../scripts/pack/check.ts";
import { problemLines, readText } from "../../../scripts/pack/files.ts";
import { readPackFile } from "../../../src/pack/format/read-pack.ts";
import { ENTITY_KINDS, type Pack } from "../../../src/pack/types.ts";
import { launch } from "../driver/launch.ts";
import { askPacks, listPacks } from "../driver/packs.ts";
import type { Driver, WebPage } from "../driver/types.ts";
import { serve } from "../serve.ts";
import { temporaryFolder } from "../temporary.ts";
import { articleOf, pageOfArticle, pageOfNames } from "./page.ts";

export interface PreviewOptions {
  browser: BrowserName;
  /** The pack's file. */
  file: string;
  /** An address, or the path of a page; where there is none, the article beside the pack, or a page of its names. */
  page?: string | undefined;
  /** In a window, for a person; tests have none. */
  shown: boolean;
}

export interface Preview {
  driver: Driver;
  /** Where the page is now. */
  web(): WebPage;
  /** The window was closed, or `close` called. */
  ended: Promise<void>;
  close(): Promise<void>;
}

/** What an editor's program writes in several steps is read when it has come to rest, ms. */
const REST = 150;

/** @returns `null` where the pack was refused at once: the reasons have been told, and no browser was opened */
export async function startPreview({ browser, file, page, shown }: PreviewOptions): Promise<Preview | null> {
  let text = "";
  const read = async (): Promise<Pack | null> => {
    await checkFiles([file]);
    text = await readText(file);
    const result = readPackFile(text);
    return result.ok ? result.pack : null;
  };
  const first = await read();
  if (!first) return null;

  const folder = await temporaryFolder();
  const shownPage = page ?? (await articleOf(file));
  const isElsewhere = /^https?:\/\//i.test(shownPage ?? "");
  /** Makes the page of a pack; `null` where there is one. */
  const make =
    shownPage === null
      ? pageOfNames
      : !isElsewhere && /\.(?:md|txt)$/i.test(shownPage)
        ? () => pageOfArticle(shownPage)
        : null;
  const server = await serve({ made: folder, page: isElsewhere ? folder : dirname(shownPage ?? file) });
  const [where, name] = make ? ["made", "index.html"] : ["page", basename(shownPage!)];
  const address = isElsewhere ? shownPage! : `${server.address}${where}/${encodeURIComponent(name)}`;

  const driver = await launch(browser, { shown, offline: !isElsewhere });
  // All of it is marked, wherever it stands: an editor looks for what is marked wrongly.
  await driver.change(
    { type: "set", key: "density", value: "all" },
    ...ENTITY_KINDS.map((kind) => ({ type: "setKind" as const, kind, on: true })),
  );
  let web: WebPage | undefined;
  const show = async (pack: Pack) => {
    const result = await askPacks(driver, "packs.install", { text });
    if (!result.ok) {
      for (const line of problemLines(file, result)) console.error(line);
      return false;
    }
    // It may have been given another id.
    for (const { id, bundled } of (await listPacks(driver))?.packs ?? [])
      if (!bundled && id !== pack.id) await askPacks(driver, "packs.remove", { id });
    if (make) await writeFile(join(folder, "index.html"), await make(pack));
    if (web && !web.page.isClosed()) await web.visit(address);
    else web = await driver.open(address);
    return true;
  };
  const giveUp = () => Promise.all([driver.close(), server.close()]);
  const isShown = await show(first).catch(async (error: unknown) => {
    await giveUp();
    throw error;
  });
  if (!isShown) {
    await giveUp();
    return null;
  }

  let timer: NodeJS.Timeout | undefined;
  /** Readings come one after the other. */
  let work = Promise.resolve();
  const follow = async () => {
    const before = text;
    if ((await readText(file)) === before) return;
    const pack = await read();
    if (pack && (await show(pack))) console.log(`${file}: shown`);
    else console.error(`${file}: what was shown before stays`);
  };
  const followNext = () => {
    work = work.then(follow).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
    });
  };
  // The folder, for many programs put a new file in the place of the old one.
  const watcher = watch(dirname(file), (_, name) => {
    if (name !== null && name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(followNext, REST);
  });
  // It may have been saved while the browser was started.
  followNext();
  const stop = () => {
    watcher.close();
    clearTimeout(timer);
  };
  const ended = new Promise((closed) => web!.page.browser().once("disconnected", closed)).then(() => {
    stop();
    return server.close();
  });
  return {
    driver,
    web: () => web!,
    ended,
    close: async () => {
      stop();
      await work;
      await driver.close();
      await ended;
    },
  };
}
