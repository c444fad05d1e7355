/**
 * Where the reader has asked for a page to be read that is on no chosen site: it holds for that site in that tab, as the
 * browsers' own permission for a click does. Kept in `storage.session`, which is memory and never a file.
 */

import { pageOf } from "../../settings/page/meant.ts";
import { property } from "../../settings/untrusted.ts";
import { LONGEST_PAGE, originOf } from "./pages-meant.ts";
import type { StorageArea } from "./writer.ts";

const KEY = "once";
/** So many are kept, the last ones. */
const MOST = 200;

/** `{ tab: 7, origin: "https://example.org" }`; of a file, its address. */
interface Once {
  tab: number;
  origin: string;
}

export interface PagesOnce {
  /** Answers whether it was noted. */
  read(tab: number, address: string): Promise<boolean>;
  has(tab: number | undefined, address: string): Promise<boolean>;
}

/**
 * @param tabs the tabs there are
 * @param tell what holds in a tab has changed
 */
export function createPagesOnce(
  session: StorageArea,
  tabs: () => Promise<ReadonlySet<number>>,
  tell: (tab: number) => Promise<unknown>,
): PagesOnce {
  const load = async (): Promise<Once[]> => {
    const kept = (await session.get([KEY]))[KEY];
    return Array.isArray(kept) ? kept.filter(isOnce) : [];
  };
  return {
    async read(tab, address) {
      if (address.length > LONGEST_PAGE) return false;
      const origin = originOf(pageOf(address));
      const open = await tabs();
      // One site a tab: the reader has gone on to this one. And what is left of tabs that were closed goes.
      const others = (await load()).filter((other) => open.has(other.tab) && other.tab !== tab);
      await session.set({ [KEY]: [...others, { tab, origin }].slice(-MOST) });
      void tell(tab);
      return true;
    },
    async has(tab, address) {
      if (tab === undefined) return false;
      const origin = originOf(pageOf(address));
      return (await load()).some((each) => each.tab === tab && each.origin === origin);
    },
  };
}

const isOnce = (each: unknown): each is Once =>
  typeof property(each, "tab") === "number" && typeof property(each, "origin") === "string";
