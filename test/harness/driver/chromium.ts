/** Chromium, over its own protocol. */
import puppeteer, { type Browser, type CDPSession, type Page } from "puppeteer-core";
import { browserPath, sandboxless } from "../../../scripts/lib/browsers.ts";
import type { Desk } from "./desk.ts";
import { drive } from "./drive.ts";
import { inExtension } from "./extension-api.ts";
import { inPage, until, welcomed, windowOf, withHelper } from "./shared.ts";
import type {
  Driver,
  ExtensionDriver,
  KeywordLine,
  LaunchOptions,
  Memory,
  Request,
  WebPage,
} from "./types.ts";

export async function launchChromium(folder: string | null, options: LaunchOptions): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath: options.program ?? browserPath("chromium"),
    ...windowOf(options),
    pipe: true,
    enableExtensions: true,
    ...(options.profile !== undefined && { userDataDir: options.profile }),
    args: [
      `--lang=${options.language ?? "en-US"}`,
      ...sandboxless(),
      ...(options.offline ? ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] : []),
    ],
  });
  const id = folder === null ? null : await browser.installExtension(folder);
  if (folder !== null && options.profile === undefined)
    await welcomed(async () => browser.targets().map((target) => target.url()));
  const dark = async (page: Page) => {
    if (options.shown) return page;
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
  return drive({
    ...{ name: "chromium", browser, folder, openOwn, shown: options.shown },
    newPage: async () => dark(await browser.newPage()),
    attend,
    memory: ({ page }) => memoryOf(page),
    extension: (desk) => driveExtension(browser, id, desk),
    close: () => close(browser),
  });
}

interface Access {
  extensionId: string;
  hostAccess?: string;
  fileAccess?: boolean;
}

/** What the browser's own page of extensions can do, in whose name these calls are made. */
interface ExtensionsPage {
  management: { setEnabled(id: string, on: boolean): Promise<void> };
  developerPrivate: {
    updateExtensionConfiguration(change: Access): Promise<void>;
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  };
}
declare const chrome: ExtensionsPage;

function driveExtension(browser: Browser, id: string | null, desk: Desk): Omit<ExtensionDriver, "replace"> {
  const inBrowser = async <A extends unknown[]>(act: (...args: A) => Promise<void>, ...args: A) => {
    const page = await browser.newPage();
    await page.goto("chrome://extensions/");
    await inPage(page, act, ...args);
    await page.close();
  };
  const configure = (access: Access) =>
    inBrowser((change: Access) => chrome.developerPrivate.updateExtensionConfiguration(change), access);
  const worker = async <T = void>(expression: string) => inWorker<T>(await desk.page(), expression);
  return {
    enable: async (on) => {
      await desk.close();
      await inBrowser((id: string, on: boolean) => chrome.management.setEnabled(id, on), id!, on);
    },
    allowPages: (on) => configure({ extensionId: id!, hostAccess: on ? "ON_ALL_SITES" : "ON_CLICK" }),
    allowFiles: async (on) => {
      // The browser starts the extension anew for that, and one from a folder only in developer mode.
      await desk.close();
      await inBrowser(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
      await configure({ extensionId: id!, fileAccess: on });
    },
    // Sites may be read by the manifest's permissions here, and no protocol grants one for a press.
    pressButton: async () => {},
    stopBackground: async () => stopWorkers(await desk.page()),
    // No protocol reaches the address bar or a menu: the events that they send are sent in the background itself.
    typeAfterKeyword: (text) =>
      worker<KeywordLine[]>(
        `new Promise((done) => chrome.omnibox.onInputChanged.dispatch(${JSON.stringify(text)}, done))`,
      ),
    enterAfterKeyword: (text, where) =>
      worker(`chrome.omnibox.onInputEntered.dispatch(${JSON.stringify(text)}, ${JSON.stringify(where)})`),
    chooseMenu: (id, selection) =>
      worker(`chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) =>
        chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId: id, selectionText: selection })}, tab))`),
  };
}

/** Evaluates in the extension's worker, which is woken first. `page`: one of the extension. */
async function inWorker<T>(page: Page, expression: string): Promise<T> {
  await inExtension(page, ({ runtime }) => runtime.sendMessage({ type: "pack.text", request: {} }));
  const { host } = new URL(page.url());
  const target = await page
    .browser()
    .waitForTarget((each) => each.type() === "service_worker" && new URL(each.url()).host === host);
  // Puppeteer's own idea of the worker is still of the one that was stopped.
  const session = await target.createCDPSession();
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

/** Stops the workers of a page's origin, and waits until each has stopped; one may have been woken again since. */
async function stopWorkers(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  const running = new Set<string>();
  let told = false;
  let stopping = false;
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      told = true;
      if (runningStatus === "stopped") running.delete(versionId);
      else if (!stopping) running.add(versionId);
    }
  });
  await session.send("ServiceWorker.enable");
  await until("the workers to be named", () => told);
  stopping = true;
  await session.send("ServiceWorker.stopAllWorkers");
  await until("the worker to stop", () => running.size === 0);
  await session.detach();
}

async function attend(page: Page, requests: Request[]): Promise<Pick<WebPage, "compose" | "inCard">> {
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ request, initiator }) => {
    const frames = [initiator.url ?? "", ...(initiator.stack?.callFrames.map(({ url }) => url) ?? [])];
    requests.push({ url: request.url, own: frames.some((url) => url.startsWith("chrome-extension:")) });
  });
  return {
    // An empty composition ends it.
    compose: (text = "") =>
      session
        .send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length })
        .then(() => {}),
    inCard: (ask, argument = "") => askRoot(session, ask, argument),
  };
}

async function memoryOf(page: Page): Promise<Memory> {
  const session = await page.createCDPSession();
  // Twice: what the first round finalizes may have held more.
  for (let round = 0; round < 2; round++) await session.send("HeapProfiler.collectGarbage");
  const { documents, nodes } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return { documents, nodes, heap: usedSize };
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
