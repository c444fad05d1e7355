/** Who says what is drawn: the author unless a number says otherwise; of several analyses, each speaker of each has a number. Pure. */
import type { PackIndex } from "../../pack/lookup.ts";
import type { Relation, Text } from "../../pack/types.ts";
import type { AtlasIndex } from "./together.ts";

interface Speaker {
  by: Text;
  /** In which analysis. */
  home: PackIndex;
}

export interface Speakers {
  /** Those who are not the one author, by their number from 1 on. */
  others: readonly Speaker[];
  /** 0: the author. */
  numberOf(relation: Relation): number;
}

export function speakersOf(
  ties: readonly Relation[],
  { packs, homeOf }: Pick<AtlasIndex, "packs" | "homeOf">,
): Speakers {
  const keyOf = ({ by, home }: Speaker) =>
    JSON.stringify([home.pack.id, typeof by === "string" ? by : (Object.values(by)[0] ?? "")]);
  const speakerOf = ({ id, by }: Relation): Speaker => ({ by, home: homeOf(id) });
  const [only, second] = packs;
  const numbers = new Map<string, number>();
  if (only && !second) numbers.set(keyOf({ by: only.pack.source.author, home: only }), 0);
  const others: Speaker[] = [];
  for (const speaker of ties.map(speakerOf)) {
    if (numbers.has(keyOf(speaker))) continue;
    others.push(speaker);
    numbers.set(keyOf(speaker), others.length);
  }
  return { others, numberOf: (relation) => numbers.get(keyOf(speakerOf(relation))) ?? 0 };
}

const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `12` → `¹²`; nothing for 0, the author. */
export const superscript = (number: number): string =>
  number === 0 ? "" : [...String(number)].map((digit) => DIGITS[Number(digit)]).join("");
