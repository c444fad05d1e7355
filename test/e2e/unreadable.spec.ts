/** Storage that cannot be read, as in a damaged profile: nothing is marked, nothing breaks, nothing is overwritten. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { extensionFolder } from "../../scripts/lib/paths.ts";
import { launch } from "../harness/driver/launch.ts";
import { marked, marksOf } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { Driver } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";
import { PAGES } from "./session.ts";

const SCRIPTS = ["content.js", "background.js", "popup.js", "options.js"];

/** Put before every script of the extension. */
const FAULT = (fails: string) => `{
  const area = (globalThis.browser ?? chrome).storage.local;
  area.get = () => { ${fails} };
}\n`;

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

let folder: string;
let server: Server;
let driver: Driver;

/** Has the code before these scripts, and before no others. */
async function spoil(code: string, scripts: readonly string[]): Promise<void> {
  for (const name of SCRIPTS) {
    const sound = await readFile(join(extensionFolder(inject("browser")), name), "utf8");
    await writeFile(join(folder, name), (scripts.includes(name) ? code : "") + sound);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-broken-"));
  await cp(extensionFolder(inject("browser")), folder, { recursive: true });
  server = await serve({ pages: PAGES });
  await spoil(LATE, ["content.js"]);
  driver = await launch(inject("browser"), { offline: true, extension: folder });
});
afterAll(async () => {
  await driver?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test("names that come late, as the settings do, are found on a page that does not change", async () => {
  const web = await driver.open(`${server.address}pages/sections.html`);
  await marked(web.page);
  expect(web.errors).toEqual([]);
  await web.page.close();
});

test.each([
  ["rejects", 'return Promise.reject(new Error("The disk is full of holes."));'],
  ["throws", 'throw new Error("The disk is full of holes.");'],
])(
  "reading %s: the page is left alone, and popup and options say so and change nothing",
  async (_how, fails) => {
    await spoil(FAULT(fails), SCRIPTS);
    await driver.extension.replace();
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
    await driver.inExtension(({ storage }) => {
      const changed: string[] = [];
      Object.assign(globalThis, { changed });
      storage.onChanged.addListener((changes) => void changed.push(...Object.keys(changes)));
    });
    expect(await driver.askForChange({ type: "set", key: "badge", value: true })).toMatchObject({
      ok: false,
    });
    // What is written after it is told after it.
    await driver.inExtension(({ storage }, value: string) => storage.local.set({ later: value }), fails);
    const changed = () => driver.inExtension(() => (globalThis as unknown as { changed: string[] }).changed);
    await until("the later change", async () => (await changed()).includes("later"));
    expect(await changed()).toEqual(["later"]);
    for (const page of [web.page, popup, options]) await page.close();
  },
);
