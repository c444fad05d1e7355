/**
 * A real browser with the built extension in it, as the demo and the end-to-end tests drive it. What a page can see
 * (its DOM, the registry of highlights) is asked of the page; what it cannot (the inside of the card) of the browser's
 * own protocol. Nothing here is part of the extension, and the extension has no hook for it.
 */
import type { Page } from "puppeteer-core";
import type { BrowserName } from "../../../scripts/lib/browsers.ts";
import type { ChangeResult, PageSummary, SettingsIntent } from "../../../src/messages/table.ts";
import type { ExtensionApi } from "./extension-api.ts";

export interface LaunchOptions {
  /** What `prefers-color-scheme` says. */
  dark?: boolean;
  /** The language that it is used in, as a tag; `en-US` if nothing else is said. No language pack is needed for it. */
  language?: string;
  /** Lets nothing past this machine: requests elsewhere fail at once instead of after a time-out. */
  offline?: boolean;
  /** Leaves out some of what a browser does beside its pages, where it can be told to: for tests, not for what is measured. */
  lean?: boolean;
  /** Folder of another extension than the built one; `null` for none. */
  extension?: string | null;
  /** Folder that the browser keeps its state in, and finds it in when it is started again; otherwise a throw-away. */
  profile?: string;
  /** In a window, for a person who ends it by closing that or by a signal; otherwise it has none. */
  shown?: boolean;
  /** To be started in the place of the browser that is found. */
  program?: string;
}

export interface OpenOptions {
  /** Gives the page a clock that stands still and random numbers that repeat, so that two visits can be compared. */
  repeatable?: boolean;
  /** Runs in every document of the page before the page's own scripts. */
  preload?: string;
}

export interface Driver {
  name: BrowserName;
  /** As the browser names itself. */
  version: string;
  /** Opens an address in a new tab, in front, and waits until its document is parsed. */
  open(address: string, options?: OpenOptions): Promise<WebPage>;
  /** What the extension has found in the top frame, asked as the popup asks; `null` when nobody is there to answer. */
  summary(page: WebPage): Promise<PageSummary | null>;
  /** What the page's process holds, after its garbage was collected. */
  memory(page: WebPage): Promise<Memory>;
  /** Opens a page of the extension (`options.html`) in a new tab, in front. */
  openOwn(path: string): Promise<Page>;
  /** Goes to another page of the extension, or to the same one anew, in the tab of one. */
  visitOwn(page: Page, path: string): Promise<void>;
  /** Calls a function in a page of the extension that stays open behind the others, with the extension's API. */
  inExtension<A extends unknown[], T>(
    ask: (api: ExtensionApi, ...args: A) => T,
    ...args: A
  ): Promise<Awaited<T>>;
  /** A command, as the browser's keys send it, which cannot be pressed for in a browser without windows. See `page.command`. */
  command(page: WebPage, name: string, anyway?: boolean): Promise<unknown>;
  /** Has the background change settings. A page that is opened afterwards begins with them. @throws when it was refused */
  change(...intents: SettingsIntent[]): Promise<void>;
  /** The same, where it may be refused. */
  askForChange(...intents: SettingsIntent[]): Promise<ChangeResult>;
  /** What happens to an extension while pages are open. */
  extension: ExtensionDriver;
  /**
   * Makes it as it was after its start: no page is open, and the settings are the defaults.
   * @throws when it cannot be had so
   */
  tidy(): Promise<void>;
  close(): Promise<void>;
  /** Kills it, all its processes at once, as no browser can prevent or prepare for. */
  kill(): Promise<void>;
}

/** Counted in the whole process of a page: other tabs of the same site may be in it as well. */
export interface Memory {
  /** Documents, those of frames and those that nobody shows any more included; in Firefox, globals of pages and content scripts. */
  documents: number;
  /** Nodes; in Firefox, the bytes that elements and text nodes take. */
  nodes: number;
  /** Bytes of the heap: in Chromium that of scripts, in Firefox all of it. */
  heap: number;
}

export interface ExtensionDriver {
  /** Installs it again from its folder, as an update does. */
  replace(): Promise<void>;
  /** Switches it off or on, as the browser's page of extensions does. */
  enable(on: boolean): Promise<void>;
  /** Lets it read all pages, or none, as the browser's page of extensions does. */
  allowPages(on: boolean): Promise<void>;
  /** Lets it read files, or none, likewise. */
  allowFiles(on: boolean): Promise<void>;
  /** Presses its button over the tab in front, as far as that lets the extension read it; no popup opens. */
  pressButton(): Promise<void>;
  /** Stops its background, as the browser does with one that is idle. */
  stopBackground(): Promise<void>;
  /** Types after its keyword in the address bar; the lines that come under it, but for the first, which is the browser's. */
  typeAfterKeyword(text: string): Promise<KeywordLine[]>;
  /** Presses Enter on such a line, or on what was typed. */
  enterAfterKeyword(text: string, where: KeywordPlace): Promise<void>;
  /** Chooses its entry in the context menu of a selection in the tab in front. */
  chooseMenu(id: string, selection: string): Promise<void>;
}

export interface KeywordLine {
  content: string;
  description: string;
}

export type KeywordPlace = "currentTab" | "newForegroundTab" | "newBackgroundTab";

export interface WebPage {
  page: Page;
  /** The browser's id of the tab, as the extension knows it. */
  tab: number;
  /** Goes to another address, or to the same one anew, and waits until its document is parsed. */
  visit(address: string): Promise<void>;
  /** Uncaught errors since the page was opened or visited, ours and the page's. */
  errors: string[];
  /** Everything that it, or the extension in it, has asked for since then. */
  requests: Request[];
  /** Composes a text in what has the focus, as an input method does; without one, ends that. */
  compose(text?: string): Promise<void>;
  /** Calls a function with the card's shadow root; `null` when there is no card. */
  inCard<T>(ask: (root: ShadowRoot, argument: string) => T, argument?: string): Promise<T | null>;
}

export interface Request {
  url: string;
  /** A script of the extension made it. Known in Chromium only; `false` in Firefox. */
  own: boolean;
}
