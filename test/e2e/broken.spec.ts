/** A page of ours, or a frame, that something throws in: it says so, and offers a way on. Nothing is blank, nothing waits for good. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { extensionFolder } from "../../scripts/lib/paths.ts";
import { launch } from "../harness/driver/launch.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { Driver } from "../harness/driver/types.ts";
import { type Server, serve } from "../harness/serve.ts";
import { exportedBy } from "./keys.ts";
import { PAGES } from "./session.ts";

/** Put before scripts of the extension: what drawing a page cannot do without. */
const BREAK = '= () => { throw new Error("Broken on purpose."); };\n';
const DRAWING = `String.prototype.normalize ${BREAK}Array.prototype.findLast ${BREAK}`;

let folder: string;
let server: Server;
let driver: Driver;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sidelight-broken-"));
  await cp(extensionFolder(inject("browser")), folder, { recursive: true });
  const put = async (name: string, before: string) =>
    writeFile(join(folder, name), before + (await readFile(join(folder, name), "utf8")));
  await writeFile(join(folder, "names.js"), "");
  for (const name of ["popup.js", "options.js", "welcome.js"]) await put(name, DRAWING);
  server = await serve({ pages: PAGES });
  driver = await launch(inject("browser"), { offline: true, extension: folder });
});
afterAll(async () => {
  await driver?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(["options.html", "welcome.html", "popup.html"])("%s says that it is broken", async (name) => {
  const page = await driver.openOwn(name);
  await page.waitForSelector("#broken");
  const words = await inPage(page, () => document.querySelector("#broken")?.textContent ?? "");
  expect(words).toContain("cannot be shown");
  expect(words).toContain("Broken on purpose.");
  const file = await exportedBy(page, () => page.click("#broken-save"));
  expect(JSON.parse(file)).toMatchObject({ sidelight: "settings" });
  // Starting over draws the page anew, which is broken as before.
  await inPage(page, () => {
    document.querySelector<HTMLElement>("#broken")!.dataset.old = "";
  });
  await page.click("#broken-start-over");
  await page.waitForSelector("#broken:not([data-old])");
  await page.close();
});

test("a frame that cannot have its names says so", async () => {
  const web = await driver.open(`${server.address}pages/sections.html`);
  await until("the frame to say so", async () => (await driver.summary(web))?.status === "failed");
  expect(web.errors).toEqual([]);
});
