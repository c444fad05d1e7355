/**
 * The bundled analysis, joined and checked by the build, in the parts that the bundles need. Each is parsed when first
 * asked for, once.
 */
declare module "sidelight:pack" {
  /** All of it, every spelling written out: for the extension's own pages. */
  export function bundledPack(): import("./types.ts").Pack;
}

declare module "sidelight:statements" {
  /** What it says, without the names: for the content script. */
  export function bundledStatements(): import("./statements.ts").Statements;
  /** The id of the names that belong to it. */
  export const NAMES_ID: string;
}

declare module "sidelight:names" {
  /** Its names, for the background to put into storage. */
  export const bundledNames: import("./names.ts").Names;
}
