/** What the content script, which every page pays for, must not be or hold. */
import { gzipSync } from "node:zlib";
import type { Bundle } from "../lib/bundle.ts";
import { PAGES } from "../lib/paths.ts";

/** Gzipped bytes of what runs in every frame. */
export const CONTENT_BUDGET = 10_000;

const UNWANTED = [
  ...["fuse.js", "d3-force", "jsonc-parser", "webextension-polyfill"].map((name) => `node_modules/${name}/`),
  ...[...PAGES, "draft", "background"].map((room) => `src/${room}/`),
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
