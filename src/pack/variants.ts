/**
 * Spelling variants: `Tehr{i,ee}k-{i,e}-Taliban` stands for four forms. Transliterated names come in products of small
 * choices; written out they would be most of the pack. Alternatives do not nest, and may be empty (`al{-,}Qaeda`).
 */

import type { Pack } from "./types.ts";

/** No form stands for more than this: what a pack's author can have meant, and a bound on what a pack can cost. */
export const MOST_VARIANTS = 2_000;

/** Why something is no pattern: a brace that is not closed, not opened, or inside another. */
export type BraceFault = "unclosed" | "unopened" | "nested";

class BraceError extends Error {
  readonly why: BraceFault;
  constructor(why: BraceFault, message: string) {
    super(message);
    this.why = why;
  }
}

export interface Measures {
  /** How many forms; `Infinity` where nobody can count them. */
  forms: number;
  /** The longest form, UTF-16 code units. */
  longest: number;
  /** One of the forms has nothing in it but spaces. */
  blank: boolean;
}

/** What writing `pattern` out would come to, without writing it out: `{a,b}` forty times over is a short text. */
export function measureVariants(pattern: string): Measures | BraceFault {
  try {
    const parts = partsOf(pattern);
    return {
      forms: parts.reduce((forms, part) => forms * part.length, 1),
      longest: parts.reduce((sum, part) => sum + Math.max(...part.map(({ length }) => length)), 0),
      blank: parts.every((part) => part.some((one) => one.trim() === "")),
    };
  } catch (error) {
    if (error instanceof BraceError) return error.why;
    throw error;
  }
}

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
    if (literal.includes("}"))
      throw new BraceError("unopened", `“${pattern}” closes a brace that was not opened`);
    if (literal !== "") parts.push([literal]);
    if (open === -1) break;
    const close = pattern.indexOf("}", open);
    const inside = pattern.slice(open + 1, close === -1 ? pattern.length : close);
    if (close === -1) throw new BraceError("unclosed", `“${pattern}” has a brace that is not closed`);
    if (inside.includes("{")) throw new BraceError("nested", `“${pattern}” has braces inside braces`);
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
      aliases: writtenOut(entity.aliases),
      decoys: writtenOut(entity.decoys),
      cues: { for: writtenOut(entity.cues.for), against: writtenOut(entity.cues.against) },
    })),
    ambiguities: pack.ambiguities.map((ambiguity) => ({
      ...ambiguity,
      aliases: writtenOut(ambiguity.aliases),
    })),
  };
}

/** Each form that these stand for. */
export function writtenOut<T extends { text: string }>(forms: readonly T[]): T[] {
  return forms.flatMap((form) => variantsOf(form.text).map((text) => ({ ...form, text })));
}
