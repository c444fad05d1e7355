/** Who says what is drawn: the author unless a number says otherwise. Pure. */
import type { Pack, Relation, Text } from "../../pack/types.ts";

export interface Speakers {
  /** Those who are not the author, by their number from 1 on. */
  others: readonly Text[];
  /** 0: the author. */
  numberOf(relation: Relation): number;
}

export function speakersOf(ties: readonly Relation[], { source }: Pick<Pack, "source">): Speakers {
  const keyOf = (by: Text) => (typeof by === "string" ? by : (Object.values(by)[0] ?? ""));
  const numbers = new Map([[keyOf(source.author), 0]]);
  const others: Text[] = [];
  for (const { by } of ties) {
    if (numbers.has(keyOf(by))) continue;
    others.push(by);
    numbers.set(keyOf(by), others.length);
  }
  return { others, numberOf: ({ by }) => numbers.get(keyOf(by)) ?? 0 };
}

const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** `12` → `¹²`; nothing for 0, the author. */
export const superscript = (number: number): string =>
  number === 0 ? "" : [...String(number)].map((digit) => DIGITS[Number(digit)]).join("");
