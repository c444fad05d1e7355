/**
 * Which of two entities is meant by the names that both may be called by, as the reader has said it: of one page, which holds
 * in its tab until that is closed, or of a site.
 */
import type { EntityId } from "../../pack/types.ts";
import type { MeantRule } from "../types.ts";
import { mostSpecific } from "./sites.ts";

/** The one that is meant, and the one that is not. */
export interface Meant {
  entity: EntityId;
  instead: EntityId;
}

/** Said of one page, by the address that `pageOf` gives. */
export interface PageMeant extends Meant {
  page: string;
}

/** What was said of pages, with what is said of one now; or, with `on` false, without what was said of these two on it. */
export const saidOfPage = (before: readonly PageMeant[], said: PageMeant, on: boolean): PageMeant[] => [
  ...before.filter((other) => other.page !== said.page || pairOf(other) !== pairOf(said)),
  ...(on ? [said] : []),
];

/** What is known of the two, and where it was said: a rule for a site, or of this very page. */
export interface MeantHere extends Meant {
  by: MeantRule | "page";
}

/** What an address says of the page: all but the place in it. */
export const pageOf = (address: string): string => address.replace(/#.*$/s, "");

/** The two, whichever of them is meant. */
export const pairOf = ({ entity, instead }: Meant): string => [entity, instead].sort().join(" ");

/** What holds on the page at `url`: of the same two, what was said of the page, else of the narrowest site. */
export function meantOn(rules: readonly MeantRule[], pages: readonly PageMeant[], url: string): MeantHere[] {
  const here = new Map<string, MeantHere>();
  for (const pair of new Set(rules.map(pairOf))) {
    const said = rules.filter((rule) => pairOf(rule) === pair);
    const rule = mostSpecific(said, ({ site }) => site, url);
    if (rule) here.set(pair, { entity: rule.entity, instead: rule.instead, by: rule });
  }
  const page = pageOf(url);
  for (const { page: saidOf, entity, instead } of pages)
    if (saidOf === page) here.set(pairOf({ entity, instead }), { entity, instead, by: "page" });
  return [...here.values()];
}
