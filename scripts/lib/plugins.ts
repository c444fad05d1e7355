/** What esbuild does not do by itself: the bundled analysis as a module, and style sheets as text. */
import { build, type Plugin } from "esbuild";

/**
 * `import { bundledPack } from "sidelight:pack"`. The pack travels as one JSON string: engines parse JSON faster than
 * the same object literal, and only pages on which it is asked for pay at all.
 */
export function packModule(packJson: string): Plugin {
  const contents = [
    `const json = ${JSON.stringify(packJson)};`,
    "let pack;",
    "export function bundledPack() { return (pack ??= JSON.parse(json)); }",
  ].join("\n");
  return {
    name: "sidelight-pack",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^sidelight:pack$/ }, () => ({
        path: "pack",
        namespace: "sidelight",
        sideEffects: false,
      }));
      onLoad({ filter: /.*/, namespace: "sidelight" }, () => ({ contents, loader: "js" }));
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
