/** Chromium, over its own protocol. */
import puppeteer, { type Browser, type CDPSession, type Page } from "puppeteer-core";
import { browserPath, sandboxless } from "../browsers.ts";
import { askSummary, goTo, STAND_STILL, tabIds, WINDOW, withHelper } from "./shared.ts";
import type { Driver, LaunchOptions, Request, WebPage } from "./types.ts";

export async function launchChromium(folder: string | null, options: LaunchOptions): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath: browserPath("chromium"),
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: WINDOW,
    args: [
      "--lang=en-US",
      ...sandboxless(),
      ...(options.offline ? ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] : []),
    ],
  });
  const id = folder === null ? null : await browser.installExtension(folder);
  const dark = async (page: Page) => {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: options.dark ? "dark" : "light" },
    ]);
    return page;
  };
  const openOwn = async (path: string) => {
    const page = await dark(await browser.newPage());
    await page.goto(`chrome-extension://${id}/${path}`, { waitUntil: "domcontentloaded" });
    return page;
  };
  const desk = id === null ? null : await openOwn("options.html");
  return {
    name: "chromium",
    version: await browser.version(),
    openOwn,
    summary: async ({ tab }) => (desk ? askSummary(desk, tab) : null),
    open: async (address, { repeatable = false } = {}) => {
      const before = desk ? await tabIds(desk) : [];
      const page = await dark(await browser.newPage());
      if (repeatable) await page.evaluateOnNewDocument(STAND_STILL);
      const tab = desk ? (await tabIds(desk)).find((other) => !before.includes(other))! : -1;
      return openIn(page, tab, address);
    },
    close: () => close(browser),
  };
}

async function openIn(page: Page, tab: number, address: string): Promise<WebPage> {
  const session = await page.createCDPSession();
  const errors: string[] = [];
  const requests: Request[] = [];
  page.on("pageerror", (error) =>
    errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ request, initiator }) => {
    const frames = [initiator.url ?? "", ...(initiator.stack?.callFrames.map(({ url }) => url) ?? [])];
    requests.push({ url: request.url, own: frames.some((url) => url.startsWith("chrome-extension:")) });
  });
  await goTo(page, address);
  return { page, tab, errors, requests, inCard: (ask, argument = "") => askRoot(session, ask, argument) };
}

async function askRoot<T>(
  session: CDPSession,
  ask: (root: ShadowRoot, argument: string) => T,
  argument: string,
): Promise<T | null> {
  const host = await session.send("Runtime.evaluate", {
    expression: 'document.querySelector("[data-sidelight-card]")',
  });
  if (!host.result.objectId) return null;
  const { node } = await session.send("DOM.describeNode", {
    objectId: host.result.objectId,
    depth: 1,
    pierce: true,
  });
  const root = node.shadowRoots?.[0];
  if (!root) return null;
  const { object } = await session.send("DOM.resolveNode", { backendNodeId: root.backendNodeId });
  const answer = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId!,
    functionDeclaration: `function (argument) { return (${withHelper(ask)})(this, argument); }`,
    arguments: [{ value: argument }],
    returnByValue: true,
  });
  if (answer.exceptionDetails)
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
  return answer.result.value as T;
}

/** Closing waits for pages that will not unload; killing does not. The profile is a throw-away. */
async function close(browser: Browser): Promise<void> {
  const gone = new Promise((resolve) => browser.process()?.once("exit", resolve) ?? resolve(undefined));
  const timer = setTimeout(() => browser.process()?.kill("SIGKILL"), 5_000);
  await Promise.all([browser.close().catch(() => browser.process()?.kill("SIGKILL")), gone]);
  clearTimeout(timer);
}
