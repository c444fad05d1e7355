/**
 * Which of two is meant on single pages, as readers have said it in their cards. It holds in the tab for as long as that is
 * there. Kept in `storage.session`, which is memory and never a file: a list of pages is a list of what somebody reads.
 */
import { isEntityId } from "../../settings/fields.ts";
import { type PageMeant, pageOf, pairOf } from "../../settings/page/meant.ts";
import { property } from "../../settings/untrusted.ts";
import type { StorageArea } from "./writer.ts";

const KEY = "meant";

/** So many are kept of one tab, and in all, the last ones said. A page can make up addresses of its own. */
export const MOST_OF_TAB = 20;
export const MOST_PAGES = 400;
/** Of an address, UTF-16 code units: longer ones carry a document, or a state, in them. */
export const LONGEST_PAGE = 2_048;

/** `{ tab: 7, page: "https://example.org/news", entity: "ttp", instead: "afghan-taliban" }` */
interface Said extends PageMeant {
  tab: number;
}

export interface PagesMeant {
  /** Answers whether it was noted. With `on` false what was said of these two on the page is forgotten. */
  say(tab: number, meant: PageMeant, on: boolean): Promise<boolean>;
  /** What was said of pages of a tab that have this origin: a page can go from one to the next without asking. */
  of(tab: number, address: string): Promise<PageMeant[]>;
}

/**
 * @param tabs the tabs there are
 * @param tell what was said in a tab has changed
 */
export function createPagesMeant(
  session: StorageArea,
  tabs: () => Promise<ReadonlySet<number>>,
  tell: (tab: number) => Promise<unknown>,
): PagesMeant {
  const read = async (): Promise<Said[]> => {
    const kept = (await session.get([KEY]))[KEY];
    return Array.isArray(kept) ? kept.filter(isSaid) : [];
  };
  return {
    async say(tab, { page, entity, instead }, on) {
      const isSound = isEntityId(entity) && isEntityId(instead) && entity !== instead;
      if (!isSound || page.length > LONGEST_PAGE) return false;
      const said: Said = { tab, page, entity, instead };
      const before = await read();
      const open = await tabs();
      // What is left of tabs that were closed goes with the next word that is said anywhere.
      const others = before.filter((other) => open.has(other.tab) && !isOfSame(other, said));
      const all = on ? [...others, said] : others;
      const ofTab = all.filter((each) => each.tab === tab).slice(-MOST_OF_TAB);
      const kept = all.filter((each) => each.tab !== tab || ofTab.includes(each)).slice(-MOST_PAGES);
      if (JSON.stringify(kept) === JSON.stringify(before)) return true;
      await session.set({ [KEY]: kept });
      void tell(tab);
      return true;
    },
    async of(tab, address) {
      const origin = originOf(pageOf(address));
      const said = await read();
      return said
        .filter((each) => each.tab === tab && originOf(each.page) === origin)
        .map(({ page, entity, instead }) => ({ page, entity, instead }));
    },
  };
}

const isSaid = (each: unknown): each is Said =>
  typeof property(each, "tab") === "number" && typeof property(each, "page") === "string";

const isOfSame = (a: Said, b: Said): boolean =>
  a.tab === b.tab && a.page === b.page && pairOf(a) === pairOf(b);

/** Of files, which all have the origin "null", the address itself. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, href } = new URL(address);
  return origin === "null" ? href : origin;
}
