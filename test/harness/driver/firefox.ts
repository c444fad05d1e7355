/**
 * Firefox, over WebDriver BiDi. Three things are not like in Chromium: pages of the extension open only in a browser
 * started with system access and under an address fixed beforehand; such a navigation never reports back; and the
 * closed root of the card is reached through the protocol's serialisation of shadow trees.
 */
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { browserPath } from "../../../scripts/lib/browsers.ts";
import { readManifest } from "../../../scripts/lib/manifest.ts";
import type { Desk } from "./desk.ts";
import { drive } from "./drive.ts";
import { ThrowAwayProfile } from "./firefox-profile.ts";
import { inPage, until, welcomed, windowOf, withHelper } from "./shared.ts";
import type { Driver, ExtensionDriver, KeywordLine, LaunchOptions, Memory } from "./types.ts";

/** Any UUID will do; fixed, so that the extension's address is known. */
const HOME = "6f1d2c3b-4a59-4e68-8b77-9c0a1b2d3e4f";

/** A port on which nothing listens: the proxy of a browser that is to reach nothing but this machine. */
const NOWHERE = 9;

/**
 * Without what the browser does besides, and no page and no extension can tell. It made a third of what a tab costs: a process for
 * each of the first tabs and one in reserve, sixty pictures a second drawn without a graphics card, the language of each page guessed for
 * a translation, a reader view prepared, history and session written down.
 */
const LESS_WORK = {
  "dom.ipc.processCount": 1,
  "dom.ipc.processPrelaunch.enabled": false,
  // A second; what moves, moves in half as many steps.
  "layout.frame_rate": 30,
  "browser.translations.enable": false,
  "reader.parse-on-load.enabled": false,
  "places.history.enabled": false,
  // ms.
  "browser.sessionstore.interval": 100_000_000,
};

export async function launchFirefox(folder: string | null, options: LaunchOptions): Promise<Driver> {
  const manifest = await readManifest();
  const { gecko } = manifest.browser_specific_settings as { gecko: { id: string } };
  const throwAway = options.lean && options.profile === undefined ? await ThrowAwayProfile.make() : undefined;
  const profile = options.profile ?? throwAway?.folder;
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: options.program ?? browserPath("firefox"),
    ...windowOf(options),
    ...(profile !== undefined && { userDataDir: profile }),
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      ...(options.lean && LESS_WORK),
      "extensions.webextensions.uuids": JSON.stringify({ [gecko.id]: HOME }),
      // What the extension asks to be allowed is allowed: there is nobody to say so.
      "extensions.webextOptionalPermissionPrompts": false,
      "intl.accept_languages": [...(options.language ? [options.language] : []), "en-US", "en"].join(", "),
      // 0 dark, 1 light, 2 as the desktop is.
      "layout.css.prefers-color-scheme.content-override": options.shown ? 2 : options.dark ? 0 : 1,
      ...(options.offline && {
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": NOWHERE,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": NOWHERE,
        "network.proxy.failover_direct": false,
      }),
    },
  });
  if (options.language !== undefined) await inBrowserWindow(browser, SPEAK, options.language);
  if (folder !== null) await browser.installExtension(folder);
  // Pages of the extension are hidden from the protocol, but not from the browser's own window.
  if (folder !== null && options.profile === undefined)
    await welcomed(async () => String(await inBrowserWindow(browser, TABS, "")).split(" "));
  const openOwn = async (path: string) => {
    const page = await browser.newPage();
    const address = `moz-extension://${HOME}/${path}`;
    // Rejects although it succeeds: the tab changes process under the protocol's feet.
    page.goto(address).catch(() => {});
    await until(`${path} to open`, async () => {
      const at = await inPage(page, () => [location.href, document.readyState]).catch(() => []);
      return at[0] === address && at[1] !== "loading";
    });
    return page;
  };
  return drive({
    ...{ name: "firefox", browser, folder, openOwn, shown: options.shown },
    newPage: () => browser.newPage(),
    attend: async (page, requests) => {
      page.on("request", (request) => requests.push({ url: request.url(), own: false }));
      return {
        compose: async (text) => {
          if (text === undefined) return void (await inBrowserWindow(browser, COMMIT, ""));
          await page.bringToFront();
          await until("the field to take an input method", () => inBrowserWindow(browser, TAKES_INPUT, ""));
          await inBrowserWindow(browser, COMPOSE, text);
        },
        inCard: (ask, argument = "") => askRoot(browser, page, ask, argument),
      };
    },
    memory: async ({ page }) =>
      JSON.parse(String(await inBrowserWindow(browser, REPORT, new URL(page.url()).host))) as Memory,
    extension: (desk) => driveExtension(browser, gecko.id, desk),
    close: async () => {
      await browser.close();
      await throwAway?.end();
    },
  });
}

/**
 * An extension speaks the language of the browser itself, and that is one whose pack it has: the preference for it
 * (`intl.locale.requested`) changes nothing alone. So it is told that it has the pack; its own words stay English.
 */
const SPEAK = `
  Services.locale.availableLocales = [argument, "en-US"];
  Services.locale.requestedLocales = [argument];`;

const TABS = `return gBrowser.browsers.map((each) => each.currentURI.spec).join(" ");`;

/** Runs in the browser's own window, by the protocol's way into it. `argument` is there by that name. */
export async function inBrowserWindow(browser: Browser, body: string, argument: string): Promise<unknown> {
  const { connection } = browser as unknown as Bidi;
  const tree = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })) as unknown as {
    result: { contexts: Array<{ context: string }> };
  };
  const { result } = await connection.send("script.callFunction", {
    functionDeclaration: `async (argument) => { ${body} }`,
    arguments: [{ type: "string", value: argument }],
    target: { context: tree.result.contexts[0]!.context },
    awaitPromise: true,
  });
  if (result.type === "exception") throw new Error(result.exceptionDetails?.text ?? "the browser threw");
  return result.result.value;
}

/**
 * What the browser's memory reporters tell of the process that has the pages of a host. Collecting garbage is asked of all
 * processes and told by none when it is done; the reports are made behind it, in the same queue of each.
 */
const REPORT = `
  for (let round = 0; round < 3; round++) Services.obs.notifyObservers(null, "child-mmu-request");
  const reporters = Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager);
  const processes = new Map();
  await new Promise((done) => reporters.getReports((process, path, kind, units, amount) => {
    if (!processes.has(process)) processes.set(process, { ours: false, documents: 0, nodes: 0, heap: 0 });
    const memory = processes.get(process);
    if (path.startsWith("js-main-runtime-realms/user/")) {
      memory.documents += amount;
      memory.ours ||= path.includes(argument);
    } else if (/^explicit.window-objects.*.dom.(element|text)-nodes$/.test(path)) memory.nodes += amount;
    else if (path === "heap-allocated" || path.startsWith("js-main-runtime-gc-heap-committed/used/")) memory.heap += amount;
  }, null, done, null, false));
  const { documents, nodes, heap } = [...processes.values()].find(({ ours }) => ours);
  return JSON.stringify({ documents, nodes, heap });`;

/** The browser's own add-on manager. */
function driveExtension(browser: Browser, id: string, desk: Desk): Omit<ExtensionDriver, "replace"> {
  const inBrowser = (body: string) =>
    inBrowserWindow(
      browser,
      `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
      const id = argument;
      const addon = await AddonManager.getAddonByID(id);
      const extension = WebExtensionPolicy.getByID(id)?.extension;
      ${body}`,
      id,
    );
  const act = async (body: string) => void (await inBrowser(body));
  const keyword = async (body: string) =>
    inBrowser(`
      const { ExtensionSearchHandler } = ChromeUtils.importESModule("resource://gre/modules/ExtensionSearchHandler.sys.mjs");
      const keyword = extension.manifest.omnibox.keyword;
      ${body}`);
  const permit = (on: boolean, origins: string) =>
    act(
      `await ExtensionPermissions.${on ? "add" : "remove"}(id, { origins: ${origins}, permissions: [] }, extension);`,
    );
  return {
    enable: async (on) => {
      await desk.close();
      await act(on ? "await addon.enable();" : "await addon.disable();");
    },
    allowPages: (on) => permit(on, "addon.optionalPermissions.origins"),
    allowFiles: (on) => permit(on, '["file:///*"]'),
    pressButton: () =>
      act(`
        const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
        extension.tabManager.addActiveTabPermission(gBrowser.selectedTab);`),
    stopBackground: () => act("await extension.terminateBackground();"),
    // As the address bar and the menus call them.
    typeAfterKeyword: async (text) =>
      JSON.parse(
        (await keyword(`
          return new Promise((done) => ExtensionSearchHandler.handleSearch(
            { keyword, text: \`\${keyword} \${${JSON.stringify(text)}}\`, inPrivateWindow: false },
            (lines) => done(JSON.stringify(lines)),
          ));`)) as string,
      ) as KeywordLine[],
    enterAfterKeyword: async (text, where) => {
      const place = { currentTab: "current", newForegroundTab: "tab", newBackgroundTab: "tabshifted" }[where];
      await keyword(
        `ExtensionSearchHandler.handleInputEntered(keyword, \`\${keyword} \${${JSON.stringify(text)}}\`, "${place}");`,
      );
    },
    chooseMenu: (id, selection) =>
      act(`
        const info = ${JSON.stringify({ menuItemId: id, selectionText: selection, editable: false, modifiers: [] })};
        const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
        extension.emit("webext-menu-menuitem-click", info, gBrowser.selectedTab);`),
  };
}

/**
 * The window hears from the page's process that a field has the focus, a moment after the page has it; what is composed
 * before that is lost.
 */
const TAKES_INPUT = `
  const { focus } = Services;
  // Another window may have been in front, of a file before.
  if (focus.activeWindow !== window) window.focus();
  if (focus.focusedElement !== gBrowser.selectedBrowser) gBrowser.selectedBrowser.focus();
  const { IMEStatus, IME_STATUS_ENABLED } = window.windowUtils;
  return focus.focusedElement === gBrowser.selectedBrowser && IMEStatus === IME_STATUS_ENABLED;`;

/** The browser's own way for input methods, which its tests use as well. */
const COMPOSE = `
  window.inputMethod ??= Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  const { inputMethod } = window;
  if (inputMethod.hasComposition) inputMethod.cancelComposition();
  inputMethod.beginInputTransactionForTests(window, () => true);
  inputMethod.setPendingCompositionString(argument);
  inputMethod.appendClauseToPendingComposition(argument.length, inputMethod.ATTR_RAW_CLAUSE);
  inputMethod.setCaretInPendingComposition(argument.length);
  inputMethod.flushPendingComposition();`;
const COMMIT = `if (window.inputMethod.hasComposition) window.inputMethod.commitComposition();`;

/** The part of a remote value that is used here. */
interface RemoteValue {
  type: string;
  sharedId?: string;
  value?: unknown;
}

/** Puppeteer's BiDi classes have these, its types do not show them. */
interface Bidi {
  connection: {
    send(
      method: string,
      params: object,
    ): Promise<{ result: { type: string; result: RemoteValue; exceptionDetails?: { text: string } } }>;
  };
}

async function askRoot<T>(
  browser: Browser,
  page: Page,
  ask: (root: ShadowRoot, argument: string) => T,
  argument: string,
): Promise<T | null> {
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const call = async (functionDeclaration: string, args: object[], extra: object = {}) => {
    const { result } = await (browser as unknown as Bidi).connection.send("script.callFunction", {
      functionDeclaration,
      arguments: args,
      target: { context },
      awaitPromise: false,
      ...extra,
    });
    if (result.type === "exception") throw new Error(result.exceptionDetails?.text ?? "the page threw");
    return result.result;
  };
  const host = await call('() => document.querySelector("[data-sidelight-card]")', [], {
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 0 },
  });
  const root = (host.value as { shadowRoot?: RemoteValue } | undefined)?.shadowRoot;
  if (!root?.sharedId) return null;
  const answer = await call(
    `(root, argument) => JSON.stringify((${withHelper(ask)})(root, argument) ?? null)`,
    [{ sharedId: root.sharedId }, { type: "string", value: argument }],
  );
  return JSON.parse(answer.value as string) as T;
}
