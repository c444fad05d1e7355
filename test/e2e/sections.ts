/** `test/pages/sections.html`, opened anew for each test of a file, with the pointer away from its marks. */
import type { Page } from "puppeteer-core";
import { beforeAll, beforeEach, expect } from "vitest";
import type { SettingsIntent } from "../../src/messages/table.ts";
import { COUNT_CARDS, cardIsOpen, cardOpens, cardsInTime, cardsSoFar } from "../harness/driver/card.ts";
import { hover, leave, reachableMark, type Spot } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { WebPage } from "../harness/driver/types.ts";
import { type Session, useBrowser, wasRead } from "./session.ts";

interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> };
}
declare const browser: Api | undefined;
declare const chrome: Api;

export const COUNCIL = "UN Security Council";
export const WILSON = "Wilson Center";

export interface Sections extends Session {
  /** The page of the test that runs. */
  web: WebPage;
  change(...intents: SettingsIntent[]): Promise<unknown>;
  spotOf(text: string): Promise<Spot>;
  hoverMark(text: string): Promise<void>;
  /** Lets everything that was set off by now happen: a whole dwell over another mark, whose card comes in its place. */
  aDwellPasses(): Promise<void>;
  noCardComes(): Promise<void>;
  /** How many cards have come in this test. */
  cards(): Promise<number>;
  /** Likewise, once there was time for all that could. @param dwell the delay that is set, ms */
  cardsInTime(dwell: number): Promise<number>;
  /** Notes the events of these types that reach the page from now on. (Not all are trusted: see input.ts.) */
  watch(...types: string[]): Promise<void>;
  seen(): Promise<string[]>;
}

/** To be read inside of tests only. */
export function useSections(): Sections {
  let own: Page;
  const sections = useBrowser() as Sections;
  const spotOf = (text: string) => until(`a mark “${text}”`, () => reachableMark(sections.web.page, text));
  const hoverMark = async (text: string) => hover(sections.web.page, await spotOf(text));

  beforeAll(async () => {
    own = await sections.driver.openOwn("options.html");
  });
  beforeEach(async () => {
    const web = await sections.driver.open(sections.addressOf("sections.html"), { preload: COUNT_CARDS });
    sections.web = web;
    await wasRead(sections.driver, web);
    await web.page.bringToFront();
    await leave(web.page);
    return () => web.page.close();
  });

  return Object.assign(sections, {
    spotOf,
    hoverMark,
    change: (...intents: SettingsIntent[]) =>
      inPage(
        own,
        (intents: object[]) => {
          const { runtime } = typeof browser === "undefined" ? chrome : browser;
          return runtime.sendMessage({ type: "settings.change", request: { intents } });
        },
        intents,
      ),
    aDwellPasses: async () => {
      await leave(sections.web.page);
      await hoverMark(WILSON);
      await cardOpens(sections.web, WILSON);
    },
    // Several dwells long: nothing else tells of a card that does not come.
    noCardComes: async () =>
      expect(await until("a card", () => cardIsOpen(sections.web), 1_500).catch(() => false)).toBe(false),
    cards: () => cardsSoFar(sections.web),
    cardsInTime: (dwell: number) => cardsInTime(sections.web, dwell),
    watch: (...types: string[]) =>
      inPage(
        sections.web.page,
        (types: string[]) => {
          const seen: string[] = [];
          Object.assign(window, { seen });
          for (const type of types) window.addEventListener(type, () => seen.push(type), true);
        },
        types,
      ),
    seen: () => inPage(sections.web.page, () => (window as unknown as { seen: string[] }).seen),
  });
}
