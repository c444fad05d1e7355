/** The lists among the settings: what an item of each is, and how one is known again. */
import {
  isEntityId,
  MEANT_RULE,
  OWN_ALIAS,
  PACK_USE,
  packOfEntity,
  QUIET_RULE,
  SAME_RULE,
  SITE_RULE,
} from "./fields.ts";
import { type ListName, MOST_SITES_OF_NAME } from "./limits.ts";
import type { NameText } from "./name-text.ts";
import type { PatternResult } from "./page/sites.ts";
import type { Settings } from "./types.ts";
import { readMembers, type Strict, type Tell } from "./untrusted.ts";

/** How far the reader of settings goes. */
export interface ReadMode {
  /** A site, and a name of the reader's own, in the form that is stored. */
  pattern(text: string): PatternResult;
  name(text: string): NameText;
  /** There where what would be left out (members that nothing has, items that are there twice) is wrong. */
  strict?: Strict;
}

export type ItemOf<L extends ListName> = Settings[L][number];

interface List<Item> {
  read(raw: unknown, tell: Tell, mode: ReadMode): Item | null;
  /** What an item is known by: of two alike the later holds. */
  nameOf(item: Item): string;
}

/** The lists: what an item is. Any fault makes it none, for a name whose sites are damaged is not one for everywhere. */
export const LISTS: { [L in ListName]: List<ItemOf<L>> } = {
  muted: {
    read: (raw, tell) => (isEntityId(raw) ? raw : tell(["faultEntityId"])),
    nameOf: (id) => id,
  },
  quiet: {
    read(raw, tell, mode) {
      const rule = readMembers(raw, QUIET_RULE, tell, mode.strict) as ItemOf<"quiet"> | null;
      // With the entity alone it would hold everywhere and for good: that is for `muted`.
      if (rule === null) return null;
      if (Object.keys(rule).length < 2) return tell(["faultQuietRule"]);
      const site = rule.site === undefined ? undefined : mode.pattern(rule.site);
      if (site?.ok === false) return tell(site.error, "site");
      return site ? { ...rule, site: site.pattern } : rule;
    },
    nameOf: ({ entity, alias, site }) => JSON.stringify([entity, site ?? "", alias ?? ""]),
  },
  sites: {
    read(raw, tell, mode) {
      const rule = readMembers(raw, SITE_RULE, tell, mode.strict) as ItemOf<"sites"> | null;
      if (rule === null) return null;
      const site = mode.pattern(rule.pattern);
      return site.ok ? { ...rule, pattern: site.pattern } : tell(site.error, "pattern");
    },
    nameOf: ({ pattern }) => pattern,
  },
  meant: {
    read(raw, tell, mode) {
      const rule = readMembers(raw, MEANT_RULE, tell, mode.strict) as ItemOf<"meant"> | null;
      if (rule === null) return null;
      if (rule.entity === rule.instead) return tell(["faultMeantSame"], "instead");
      const site = mode.pattern(rule.site);
      return site.ok ? { ...rule, site: site.pattern } : tell(site.error, "site");
    },
    // Of two, one is meant.
    nameOf: ({ site, entity, instead }) => [site, ...[entity, instead].sort()].join(" "),
  },
  aliases: {
    read(raw, tell, mode) {
      const alias = readMembers(raw, OWN_ALIAS, tell, mode.strict) as ItemOf<"aliases"> | null;
      if (alias === null) return null;
      const name = mode.name(alias.text);
      if (!name.ok) return tell(["faultNotName"], "text");
      if (!alias.sites) return { ...alias, text: name.text };
      const sites = sitesOf(alias.sites, tell, mode);
      return sites && { ...alias, text: name.text, sites };
    },
    nameOf: ({ entity, text }) => `${entity} ${text}`,
  },
  packs: {
    read(raw, tell, mode) {
      const use = readMembers(raw, PACK_USE, tell, mode.strict) as ItemOf<"packs"> | null;
      if (!use?.sites) return use;
      const sites = sitesOf(use.sites, tell, mode);
      return sites && { ...use, sites };
    },
    nameOf: ({ id }) => id,
  },
  same: {
    read(raw, tell, mode) {
      const rule = readMembers(raw, SAME_RULE, tell, mode.strict) as ItemOf<"same"> | null;
      if (rule === null) return null;
      if (packOfEntity(rule.entity) === packOfEntity(rule.other)) return tell(["faultSamePack"], "other");
      const [entity, other] = [rule.entity, rule.other].sort() as [string, string];
      return { entity, other };
    },
    nameOf: ({ entity, other }) => `${entity} ${other}`,
  },
};

/** Each in its canonical form, sorted; `null` where one is none. */
function sitesOf(typed: readonly string[], tell: Tell, mode: ReadMode): string[] | null {
  const sites = new Set<string>();
  for (const each of typed) {
    const site = mode.pattern(each);
    if (!site.ok) return tell(["faultNameSites", MOST_SITES_OF_NAME], "sites");
    sites.add(site.pattern);
  }
  return [...sites].sort();
}

/** Items in the order in which they are stored: by name, but those that mostly last an hour as they came. */
export function inOrder<L extends ListName>(list: L, items: readonly ItemOf<L>[]): ItemOf<L>[] {
  const { nameOf } = LISTS[list];
  return list === "quiet" ? [...items] : items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
