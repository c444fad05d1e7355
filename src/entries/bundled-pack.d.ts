/** The bundled analysis, joined and checked by the build. Parsed when first asked for, once. */
declare module "sidelight:pack" {
  export function bundledPack(): import("../pack/types.ts").Pack;
}
