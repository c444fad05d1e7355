/** The gallery's page, built into a folder: one document a surface, each with the style sheet that the product has. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { loadAnalysis } from "../../../scripts/lib/analysis/load.ts";
import { inRoot, ROOT } from "../../../scripts/lib/paths.ts";
import { cssAsText, packModules } from "../../../scripts/lib/plugins.ts";
import type { GalleryState, GalleryTheme } from "./states.ts";

const TARGET = "chrome140";

export async function buildGallery(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const pack = await loadAnalysis();
  const shared = {
    absWorkingDir: ROOT,
    bundle: true,
    target: TARGET,
    charset: "utf8" as const,
    logLevel: "silent" as const,
  };
  await Promise.all([
    build({
      ...shared,
      entryPoints: [inRoot("test/harness/gallery/page.tsx")],
      outfile: join(folder, "page.js"),
      format: "iife",
      jsx: "automatic",
      jsxImportSource: "preact",
      plugins: [packModules(pack), cssAsText(TARGET, false)],
    }),
    ...(["popup", "options", "atlas", "welcome"] as const).map((of) =>
      build({ ...shared, entryPoints: [inRoot(`src/${of}/${of}.css`)], outfile: join(folder, `${of}.css`) }),
    ),
    ...(["card", "popup", "options", "atlas", "welcome"] as const).map((of) =>
      writeFile(join(folder, `${of}.html`), documentOf(of)),
    ),
  ]);
}

/** The address of a state's page below the server's. */
export const addressOf = (
  { of, name, language }: GalleryState,
  theme: GalleryTheme,
  direction: "ltr" | "rtl" = "ltr",
): string => {
  // The extension's own pages go with their language; around a card is a page of any.
  const runs = of !== "card" && language ? "rtl" : direction;
  return `${of}.html#${[name, theme, runs, language ?? "en"].join("%20")}`;
};

function documentOf(of: GalleryState["of"]): string {
  const look =
    of === "card"
      ? `<style>
      :root { color-scheme: light dark; background: light-dark(#fff, #16181b); color: light-dark(#111, #eee); }
      [data-theme="light"] { color-scheme: light; }
      [data-theme="dark"] { color-scheme: dark; }
      body { margin: 0; padding: 1rem; font: 1rem/1.6 Georgia, serif; }
      .text { margin: 0; font-size: 1rem; font-weight: 400; }
    </style>`
      : `<link rel="stylesheet" href="${of}.css">`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Sidelight: ${of}</title>
    ${look}
  </head>
  <body>
    <script src="page.js" defer></script>
  </body>
</html>
`;
}
