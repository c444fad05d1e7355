/**
 * Spelling variants: `Tehr{i,ee}k-{i,e}-Taliban` stands for four forms. Transliterated names come in products of small
 * choices; written out they would be most of the pack. Alternatives do not nest, and may be empty (`al{-,}Qaeda`).
 */

import type { Pack } from "./types.ts";

/** No form stands for more than this: what a pack's author can have meant, and a bound on what a pack can cost. */
const MOST_VARIANTS = 2_000;

/**
 * All forms that `pattern` stands for, in the order they are written in.
 * @throws {Error} for a brace that is not closed or not opened, one inside another, and for too many forms
 */
export function variantsOf(pattern: string): string[] {
  let forms = [""];
  for (const part of partsOf(pattern)) {
    if (forms.length * part.length > MOST_VARIANTS) {
      throw new Error(`“${pattern}” stands for more than ${MOST_VARIANTS} forms`);
    }
    forms =
      part.length === 1
        ? forms.map((form) => form + part[0])
        : forms.flatMap((form) => part.map((p) => form + p));
  }
  return forms;
}

/** The pattern's pieces, each as its alternatives. */
function partsOf(pattern: string): string[][] {
  const parts: string[][] = [];
  let at = 0;
  while (at < pattern.length) {
    const open = pattern.indexOf("{", at);
    const literal = pattern.slice(at, open === -1 ? pattern.length : open);
    if (literal.includes("}")) throw new Error(`“${pattern}” closes a brace that was not opened`);
    if (literal !== "") parts.push([literal]);
    if (open === -1) break;
    const close = pattern.indexOf("}", open);
    const inside = pattern.slice(open + 1, close === -1 ? pattern.length : close);
    if (close === -1) throw new Error(`“${pattern}” has a brace that is not closed`);
    if (inside.includes("{")) throw new Error(`“${pattern}” has braces inside braces`);
    parts.push(inside.split(","));
    at = close + 1;
  }
  return parts;
}

/** The pack with every alias, decoy and cue written out: what spotting and searching work on. */
export function expandPack(pack: Pack): Pack {
  return {
    ...pack,
    entities: pack.entities.map((entity) => ({
      ...entity,
      aliases: expand(entity.aliases),
      decoys: expand(entity.decoys),
      cues: { for: expand(entity.cues.for), against: expand(entity.cues.against) },
    })),
    ambiguities: pack.ambiguities.map((ambiguity) => ({ ...ambiguity, aliases: expand(ambiguity.aliases) })),
  };
}

function expand<T extends { text: string }>(forms: readonly T[]): T[] {
  return forms.flatMap((form) => variantsOf(form.text).map((text) => ({ ...form, text })));
}
