/**
 * The bundled analysis, joined and checked by the build, in the parts that the bundles need. Each is parsed when first
 * asked for, once.
 */
declare module "sidelight:pack" {
  /** All of it, every spelling written out: for the extension's own pages. */
  export function bundledPack(): import("./types.ts").Pack;
}

declare module "sidelight:file" {
  /** All of it as the file that readers could install, spellings as its editors write them. */
  export const bundledFile: string;
}

declare module "sidelight:stored" {
  /** As frames read it, for the background to put into storage. */
  export const bundledStored: import("./stored.ts").StoredPack;
}

declare module "sidelight:sieve" {
  /** What every frame's text is sieved by (spot/sieve/stored-sieve.ts), what places add to it, what the pack is, and which of its entities are which of Wikidata's. */
  export const bundledSieve: {
    stored: string;
    places: string;
    /** As lists of packs show the bundled one. */
    entry: import("../messages/packs.ts").PackEntry;
    links: Array<[wikidata: string, entity: import("./types.ts").EntityId]>;
  };
}

declare module "sidelight:names" {
  /** Compiled, for frames that have text which may hold a name. */
  export const bundledNames: {
    id: string;
    lexicon: import("../spot/names/stored-lexicon.ts").StoredLexicon;
    letters: import("../spot/letters/stored-letters.ts").StoredLetters;
    kinds: Record<import("./types.ts").EntityId, import("./types.ts").EntityKind>;
  };
}

declare module "sidelight:id" {
  /** The id of what the background puts into storage: for the content script of the same build. */
  export const PACK_ID: string;
}
