/** What the content script, which every page pays for, must not be or hold. */
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import type { Bundle } from "../lib/bundle.ts";
import { inRoot } from "../lib/paths.ts";
import { networkUses } from "./network.ts";

/**
 * Gzipped bytes, everything in it. It was 50,000 until what a reader sees, what lies on top and what a card must keep from
 * the page were decided by code of our own (5 kB). Ten for every frame, and the rest where there is a name, is the aim.
 */
export const CONTENT_BUDGET = 56_000;

const UNWANTED = [
  "node_modules/fuse.js/",
  "node_modules/webextension-polyfill/",
  "src/popup/",
  "src/options/",
];

/** Ways to turn a string into markup or code. */
const INJECTION =
  /\.(?:innerHTML|outerHTML|srcdoc)\s*\+?=(?!=)|\b(?:insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|dangerouslySetInnerHTML|createContextualFragment)\b|\beval\s*\(|\bnew\s+Function\b|\bdocument\s*\.\s*write(?:ln)?\s*\(/g;

const ASSIGNMENT = /\.(?:innerHTML|outerHTML|srcdoc)\s*\+?=(?!=)/g;

export function gzippedSize(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

export function checkContentBundle({ text, metafile }: Bundle): string[] {
  const problems: string[] = [];
  const size = gzippedSize(text);
  if (size > CONTENT_BUDGET) problems.push(`content.js: ${size} bytes gzipped, more than ${CONTENT_BUDGET}`);
  for (const input of Object.keys(metafile.inputs))
    if (UNWANTED.some((part) => input.includes(part))) problems.push(`content.js: must not contain ${input}`);
  // A content script's requests are not bound by the extension's own policy, so there must be none to make.
  problems.push(...networkUses("content.js", text));
  return problems;
}

/** Own sources are held to the whole list; of the bundles, libraries included, nothing may assign markup. */
export async function checkInjection(bundles: readonly Bundle[]): Promise<string[]> {
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const own = [...new Set(inputs)].filter((path) => /^src\/.*\.tsx?$/.test(path)).sort();
  const problems = await Promise.all(
    own.map(async (path) => {
      const source = await readFile(inRoot(path), "utf8");
      // Compiled first, so that comments may speak of what code may not do.
      const { code } = await transform(source, {
        loader: path.endsWith("x") ? "tsx" : "ts",
        sourcefile: path,
        jsx: "preserve",
        legalComments: "none",
      });
      return matches(code, INJECTION).map((found) => `${path}: turns text into markup or code: ${found}`);
    }),
  );
  const assigned = bundles.flatMap(({ name, text }) =>
    matches(text, ASSIGNMENT).map((found) => `${name}: turns text into markup: ${found}`),
  );
  return [...problems.flat(), ...new Set(assigned)];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([found]) => found))];
}
