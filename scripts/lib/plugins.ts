/** What esbuild does not do by itself: the bundled analysis as a module, and style sheets as text. */
import { build, type Plugin } from "esbuild";
import { compactPack } from "../../src/pack/compact.ts";
import type { Pack } from "../../src/pack/types.ts";
import { inRoot } from "./paths.ts";

/**
 * `import { bundledPack } from "sidelight:pack"`. The pack travels as one compact string, and is expanded when it is
 * first asked for: only pages on which it is needed pay at all.
 */
export function packModule(pack: Pack): Plugin {
  const contents = [
    'import { expandPack } from "./compact.ts";',
    `const text = ${JSON.stringify(compactPack(pack))};`,
    "let pack;",
    "export function bundledPack() { return (pack ??= expandPack(text)); }",
  ].join("\n");
  return {
    name: "sidelight-pack",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^sidelight:pack$/ }, () => ({
        path: "pack",
        namespace: "sidelight",
        sideEffects: false,
      }));
      onLoad({ filter: /.*/, namespace: "sidelight" }, () => ({
        contents,
        loader: "js",
        resolveDir: inRoot("src/pack"),
      }));
    },
  };
}

/** `import sheet from "./card.css"`: the sheet as text, its own imports joined, for a constructable style sheet. */
export function cssAsText(target: string, minify: boolean): Plugin {
  return {
    name: "css-as-text",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { outputFiles, metafile } = await build({
          entryPoints: [path],
          bundle: true,
          minify,
          target,
          charset: "utf8",
          write: false,
          metafile: true,
          legalComments: "none",
        });
        return {
          contents: outputFiles[0]!.text.trimEnd(),
          loader: "text",
          watchFiles: Object.keys(metafile.inputs),
        };
      });
    },
  };
}
