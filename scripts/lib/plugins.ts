/** What esbuild does not do by itself: the bundled analysis as a module, style sheets as text, and a Preact without markup. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { bundledSieve } from "sidelight:sieve";
import { parse } from "acorn";
import { simple } from "acorn-walk";
import { build, type Plugin } from "esbuild";
import { encodePack } from "../../src/pack/stored.ts";
import type { NameSource, Pack } from "../../src/pack/types.ts";
import { storeLetters } from "../../src/spot/letters/stored-letters.ts";
import { compileLexicon } from "../../src/spot/names/lexicon.ts";
import { storeLexicon } from "../../src/spot/names/stored-lexicon.ts";
import { chooseRuns } from "../../src/spot/sieve/choose.ts";
import { makeFilter } from "../../src/spot/sieve/make-filter.ts";
import { storeSieve } from "../../src/spot/sieve/stored-sieve.ts";
import { packText, readAnalysis } from "./analysis/load.ts";

const NAMESPACE = "sidelight";

/**
 * `sidelight:pack`, `sidelight:names` and the others (src/pack/bundled.d.ts). A pack travels as one JSON
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
    ["sieve", `export const bundledSieve = ${JSON.stringify(sieveOf(pack))};`],
    ["names", `export const bundledNames = ${JSON.stringify(namesOf(pack, id))};`],
    ["id", `export const PACK_ID = ${JSON.stringify(id)};`],
  ]);
  const file = async () => `export const bundledFile = ${JSON.stringify(packText(await readAnalysis()))};`;
  return {
    name: "sidelight-pack",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^sidelight:/ }, ({ path }) => ({
        path: path.slice(NAMESPACE.length + 1),
        namespace: NAMESPACE,
        sideEffects: false,
      }));
      onLoad({ filter: /.*/, namespace: NAMESPACE }, async ({ path }) => ({
        contents: path === "file" ? await file() : modules.get(path)!,
        loader: "js",
      }));
    },
  };
}

/** What the bundled names are sieved by, and what is added where places are marked; and what the background says of the pack. */
function sieveOf(pack: Pack): typeof bundledSieve {
  const { id, title, languages, version, date, editor, licence, source, entities, ambiguities } = pack;
  const isPlace = ({ kind }: { kind: string }) => kind === "place";
  const stored = (source: NameSource) => storeSieve(makeFilter(chooseRuns(source)));
  const names = [...entities, ...ambiguities].reduce((sum, { aliases }) => sum + aliases.length, 0);
  return {
    stored: stored({ entities: entities.filter((entity) => !isPlace(entity)), ambiguities }),
    places: stored({ entities: entities.filter(isPlace), ambiguities: [] }),
    entry: {
      ...{ id, title, languages, version, date, editor, licence, source, names },
      ...{ entities: entities.length, installed: 0, bundled: true, damaged: false },
    },
    links: entities.flatMap((one) => (one.sameAs ?? []).map((link): [string, string] => [link, one.id])),
  };
}

const namesOf = (pack: Pack, id: string) => ({
  id,
  lexicon: storeLexicon(compileLexicon(pack)),
  letters: storeLetters(pack.entities.flatMap(({ aliases }) => aliases.map(({ text }) => text))),
  kinds: Object.fromEntries(pack.entities.map((entity) => [entity.id, entity.kind])),
});

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

/**
 * Preact without its one way from text to markup. Nothing here uses `dangerouslySetInnerHTML`, but the code for it would
 * be in every bundle, where reviewers of stores (and their linters) have to take our word for it. So every assignment to
 * `innerHTML` is taken out, whatever it is written like; the check of what is shipped sees any that is left.
 */
export function safePreact(): Plugin {
  return {
    name: "safe-preact",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]preact[\\/]dist[\\/]preact\.m?js$/ }, async ({ path }) => {
        let contents = await readFile(path, "utf8");
        simple(parse(contents, { ecmaVersion: "latest", sourceType: "module" }), {
          AssignmentExpression({ left, start, end }) {
            if (left.type !== "MemberExpression" || left.property.type !== "Identifier") return;
            // Of the same length, so that the places of others stay what they are.
            if (left.property.name === "innerHTML")
              contents = contents.slice(0, start) + "0".padEnd(end - start) + contents.slice(end);
          },
        });
        return { contents, loader: "js" };
      });
    },
  };
}
