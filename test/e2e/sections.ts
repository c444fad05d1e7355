/** `test/pages/sections.html`, opened anew for each test of a file, with the pointer away from its marks. */
import { beforeEach } from "vitest";
import type { SettingsIntent } from "../../src/messages/table.ts";
import { cardsInTime, cardsSoFar } from "../harness/driver/card.ts";
import { hover, leave, reachableMark, type Spot } from "../harness/driver/marks.ts";
import { inPage, until } from "../harness/driver/shared.ts";
import type { LaunchOptions, WebPage } from "../harness/driver/types.ts";
import { DWELL, type Session, useBrowser, wasRead } from "./session.ts";

export const COUNCIL = "UN Security Council";
export const WILSON = "Wilson Center";
export const TTP = "Tehreek-i-Taliban Pakistan";
export const TTP_NAME = "Tehreek-i-Taliban Pakistan (TTP)";

export interface Sections extends Session {
  /** The page of the test that runs. */
  web: WebPage;
  /** Begins the test anew with these changes of the settings instead of those of the file. */
  begin(...intents: SettingsIntent[]): Promise<void>;
  change(...intents: SettingsIntent[]): Promise<void>;
  spotOf(text: string): Promise<Spot>;
  hoverMark(text: string): Promise<void>;
  /** How many cards have come in this test. */
  cards(): Promise<number>;
  /** Likewise, when there was time for all to come that could. */
  cardsInTime(): Promise<number>;
  /** Notes the events of these types that reach the page from now on. (Not all are trusted: see input.ts.) */
  watch(...types: string[]): Promise<void>;
  seen(): Promise<string[]>;
}

/** To be read inside of tests only. */
export function useSections(options?: LaunchOptions): Sections {
  const sections = useBrowser(options) as Sections;
  const spotOf = (text: string) => until(`a mark “${text}”`, () => reachableMark(sections.web.page, text));
  let dwell = DWELL;

  /** Settings first: a page begins with those that it finds. */
  const begin = async (...intents: SettingsIntent[]) => {
    const { driver } = sections;
    const delay: SettingsIntent = { type: "set", key: "hoverDelay", value: DWELL };
    await driver.change({ type: "reset" }, delay, ...intents);
    dwell = intents.reduce(
      (ms, each) => (each.type === "set" && each.key === "hoverDelay" ? Number(each.value) : ms),
      DWELL,
    );
    const web = await sections.visit("sections.html");
    sections.web = web;
    await wasRead(driver, web);
    await leave(web.page);
  };
  beforeEach(() => begin());

  return Object.assign(sections, {
    begin,
    change: (...intents: SettingsIntent[]) => sections.driver.change(...intents),
    spotOf,
    hoverMark: async (text: string) => hover(sections.web.page, await spotOf(text)),
    cards: () => cardsSoFar(sections.web),
    cardsInTime: () => cardsInTime(sections.web, dwell),
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
