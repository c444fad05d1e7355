/**
 * The bundled analysis, joined and checked by the build, in the parts that the bundles need. Each is parsed when first
 * asked for, once.
 */
declare module "sidelight:pack" {
  /** All of it, every spelling written out: for the extension's own pages. */
  export function bundledPack(): import("./types.ts").Pack;
}

declare module "sidelight:stored" {
  /** As frames read it, for the background to put into storage. */
  export const bundledStored: import("./stored.ts").StoredPack;
}

declare module "sidelight:id" {
  /** The id of what the background puts into storage: for the content script of the same build. */
  export const PACK_ID: string;
}
