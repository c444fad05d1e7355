/** The popup before it has the pack, and where it cannot have it: one can type, and nothing is claimed that is not known. */
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { inPage, until } from "../harness/driver/shared.ts";
import { useAlteredExtension } from "./altered.ts";

/** Put before the popup's script: `?late` holds the pack back until `letGo()`, `?gone` keeps it from both of its ways. */
const FAULTS = `{
  const { storage, runtime } = globalThis.browser ?? chrome;
  const get = storage.local.get.bind(storage.local);
  const isPack = (keys) => Array.isArray(keys) && keys.includes("pack.text");
  if (location.search === "?late")
    storage.local.get = (keys) =>
      isPack(keys) ? new Promise((resolve) => { globalThis.letGo = () => resolve(get(keys)); }) : get(keys);
  if (location.search === "?gone") {
    storage.local.get = (keys) => (isPack(keys) ? Promise.resolve({}) : get(keys));
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = (message) => (message.type === "pack.text" ? Promise.resolve(null) : send(message));
  }
}\n`;

declare global {
  /** Lets the popup have the pack. Defined once it has asked for it. */
  var letGo: (() => void) | undefined;
}

const altered = useAlteredExtension({ "popup.js": (script) => FAULTS + script });

/** Opened, and at the moment at which it asks for the pack or has learnt that there is none. */
async function open(path: string, sign: () => boolean): Promise<Page> {
  const popup = await altered.driver.openOwn(path);
  await popup.waitForSelector("#search");
  await until("the popup to want the pack", () => inPage(popup, sign));
  return popup;
}
const hasAsked = () => typeof letGo === "function";
const letIn = (popup: Page) => inPage(popup, () => letGo!());

test("what is typed before the pack is there is searched for when it is, and nothing is said till then", async () => {
  const popup = await open("popup.html?late", hasAsked);
  await popup.type("#search", "daesh");
  await until("the list to open", () =>
    inPage(popup, () => document.querySelector("#search")?.getAttribute("aria-expanded") === "true"),
  );
  const said = await inPage(popup, () => ({
    nothing: document.querySelector(".nothing") !== null,
    status: [...document.querySelectorAll(".search [role=status]")].map(({ textContent }) => textContent),
    missing: document.querySelector("#missing") !== null,
  }));
  expect(said).toEqual({ nothing: false, status: [""], missing: false });
  await letIn(popup);
  await popup.waitForSelector('.result[data-entity="daesh"]');
  await popup.close();
});

test("the entity of an address opens when the pack comes", async () => {
  const popup = await open("popup.html?late#entity=ttp", hasAsked);
  await letIn(popup);
  await popup.waitForSelector("#entity-heading");
  await popup.close();
});

test("where the pack cannot be had, the popup says so instead of having found nothing", async () => {
  const popup = await open("popup.html?gone", () => document.querySelector("#missing") !== null);
  await popup.type("#search", "daesh");
  await until("the list to open", () =>
    inPage(popup, () => document.querySelector("#search")?.getAttribute("aria-expanded") === "true"),
  );
  expect(await inPage(popup, () => document.querySelector("#missing")?.textContent)).toContain(
    "could not be read",
  );
  expect(await inPage(popup, () => document.querySelector(".nothing"))).toBeNull();
  await popup.close();
});
