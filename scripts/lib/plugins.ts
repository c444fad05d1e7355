/** What esbuild does not do by itself: the bundled analysis as a module, and style sheets as text. */
import { createHash } from "node:crypto";
import { build, type Plugin } from "esbuild";
import { encodePack } from "../../src/pack/stored.ts";
import type { Pack } from "../../src/pack/types.ts";

const NAMESPACE = "sidelight";

/**
 * `sidelight:pack`, `sidelight:stored` and `sidelight:id` (src/pack/bundled.d.ts). A pack travels as one JSON
 * string: engines parse JSON faster than the same object literal, and only who asks for it pays at all.
 */
export function packModules(pack: Pack): Plugin {
  const text = encodePack(pack);
  const id = createHash("sha256").update(text).digest("hex").slice(0, 32);
  const modules = new Map([
    [
      "pack",
      [
        `const json = ${JSON.stringify(JSON.stringify(pack))};`,
        "let parsed;",
        "export function bundledPack() { return (parsed ??= JSON.parse(json)); }",
      ].join("\n"),
    ],
    ["stored", `export const bundledStored = ${JSON.stringify({ id, text })};`],
    ["id", `export const PACK_ID = ${JSON.stringify(id)};`],
  ]);
  return {
    name: "sidelight-pack",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^sidelight:/ }, ({ path }) => ({
        path: path.slice(NAMESPACE.length + 1),
        namespace: NAMESPACE,
        sideEffects: false,
      }));
      onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
        contents: modules.get(path)!,
        loader: "js",
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
