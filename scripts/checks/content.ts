/** What the content script, which every page pays for, must not be or hold. */
import { gzipSync } from "node:zlib";
import type { Bundle } from "../lib/bundle.ts";

/** Gzipped bytes of what runs in every frame. */
export const CONTENT_BUDGET = 10_000;

const UNWANTED = [
  ...[
    "node_modules/fuse.js/",
    "node_modules/d3-force/",
    "node_modules/jsonc-parser/",
    "node_modules/webextension-polyfill/",
  ],
  ...[
    "src/popup/",
    "src/options/",
    "src/atlas/",
    "src/welcome/",
    "src/maker/",
    "src/draft/",
    "src/background/",
  ],
];

export function gzippedSize(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

export function checkContentBundle({ text, metafile }: Bundle): string[] {
  const problems: string[] = [];
  const size = gzippedSize(text);
  if (size > CONTENT_BUDGET) problems.push(`content.js: ${size} bytes gzipped, more than ${CONTENT_BUDGET}`);
  for (const input of Object.keys(metafile.inputs))
    if (UNWANTED.some((part) => input.includes(part))) problems.push(`content.js: must not contain ${input}`);
  // Chromium refuses one with a noncharacter; and one letter beyond Latin-1 doubles what each frame keeps of the source.
  if (/[^\0-\x7f]/.test(text)) problems.push("content.js: must be plain ASCII");
  return problems;
}
