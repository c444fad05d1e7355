/** The bundled analysis as one value. The build provides the module: it joins `assets/analysis/` and inlines the result. */
declare module "sidelight:pack" {
  export function bundledPack(): import("./types.ts").Pack;
}
