/** Storage that cannot be read, as in a damaged profile: nothing is marked, nothing breaks, nothing is overwritten. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { extensionFolder } from "../../scripts/lib/paths.ts";
import { launch } from "../harness/driver/launch.ts";
import { marked, marksOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { Driver } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";
import { PAGES } from "./session.ts";

/** Put before every script of the extension. */
const FAULT = (fails: string) => `{
  const area = (globalThis.browser ?? chrome).storage.local;
  area.get = () => { ${fails} };
}\n`;

const SCRIPTS = ["content.js", "background.js", "popup.js", "options.js"];

describe.each([
  ["rejects", 'return Promise.reject(new Error("The disk is full of holes."));'],
  ["throws", 'throw new Error("The disk is full of holes.");'],
])("reading %s", (_how, fails) => {
  let folder: string;
  let server: Server;
  let driver: Driver;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "sidelight-broken-"));
    await cp(extensionFolder(inject("browser")), folder, { recursive: true });
    for (const name of SCRIPTS) {
      const file = join(folder, name);
      await writeFile(file, FAULT(fails) + (await readFile(file, "utf8")));
    }
    server = await serve({ pages: PAGES });
    driver = await launch(inject("browser"), { offline: true, extension: folder });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("the page is left alone, and popup and options say so and change nothing", async () => {
    const web = await driver.open(`${server.address}pages/sections.html`);
    await until(
      "the frame to answer that nothing is marked",
      async () => (await driver.summary(web))?.status === "off",
    );
    expect(await marksOf(web.page)).toEqual([]);
    expect(web.errors).toEqual([]);

    const popup = await driver.openOwn(`popup.html#tab=${web.tab}`);
    await until("the popup to say so", () =>
      inPage(popup, () =>
        document.querySelector("#status")?.textContent?.includes("settings could not be read"),
      ),
    );
    expect(
      await inPage(popup, () => document.querySelector<HTMLInputElement>("#main-switch")?.disabled),
    ).toBe(true);
    await popup.type("#search", "daesh");
    await popup.waitForSelector('.result[data-entity="daesh"]');

    const options = await driver.openOwn("options.html");
    await options.waitForSelector("#read-only");
    expect(await inPage(options, () => document.querySelector("#read-only")?.textContent)).toContain(
      "full of holes",
    );
    expect(
      await inPage(options, () => document.querySelector<HTMLFieldSetElement>("fieldset.all")?.disabled),
    ).toBe(true);

    // Even asked outright, the background writes nothing over what it cannot read.
    const answer = await inPage(options, async () => {
      const api =
        (globalThis as unknown as { browser?: Api; chrome: Api }).browser ??
        (globalThis as unknown as { chrome: Api }).chrome;
      const intents = [{ type: "set", key: "badge", value: true }];
      const result = await api.runtime.sendMessage({ type: "settings.change", request: { intents } });
      const bytes = await api.storage.local.getBytesInUse?.(null);
      return { ok: result.ok, bytes };
    });
    expect(answer.ok).toBe(false);
    expect(answer.bytes ?? 0).toBe(0);
  });
});

interface Api {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
  storage: { local: { getBytesInUse?(keys: null): Promise<number> } };
}

/** As in the first moments after an installation: the background does not answer yet. */
const LATE = `{
  const { runtime } = globalThis.browser ?? chrome;
  const send = runtime.sendMessage.bind(runtime);
  const early = { "page.settings": 2, "pack.text": 2 };
  runtime.sendMessage = (message, ...rest) => {
    if (!(early[message?.type]-- > 0)) return send(message, ...rest);
    return Promise.reject(new Error("Could not establish connection."));
  };
}\n`;

test("names that come late, as the settings do, are found on a page that does not change", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sidelight-late-"));
  await cp(extensionFolder(inject("browser")), folder, { recursive: true });
  const file = join(folder, "content.js");
  await writeFile(file, LATE + (await readFile(file, "utf8")));
  const server = await serve({ pages: PAGES });
  const driver = await launch(inject("browser"), { offline: true, extension: folder });
  try {
    const web = await driver.open(`${server.address}pages/sections.html`);
    await marked(web.page);
    expect(web.errors).toEqual([]);
  } finally {
    await driver.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
