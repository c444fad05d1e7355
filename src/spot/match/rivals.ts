/** Of the names that begin at one word: the best of each pack, and of all packs. */
import { joinForms } from "../names/joined-form.ts";
import type { Form } from "../names/lexicon.ts";
import type { Hit } from "./hit.ts";

/** A name that was found, and where its words end: signs behind them may belong to it. */
interface Rival {
  hit: Hit;
  wordsEnd: number;
}

/** The best of each pack, in the packs' order. */
export type Rivals = Rival[];

/** Which of two comes first: 1, the longer; −1, the shorter. */
export type Rule = 1 | -1;

/** Takes a name of the last of these packs, or of the next one. */
export function addRival(rivals: Rivals, hit: Hit, wordsEnd: number, rule: Rule): void {
  const last = rivals.at(-1);
  if (last?.hit.form.pack !== hit.form.pack) rivals.push({ hit, wordsEnd });
  else if ((rule * (wordsEnd - last.wordsEnd) || compareHits(last.hit, hit)) > 0)
    rivals[rivals.length - 1] = { hit, wordsEnd };
}

/** The best of all; where packs have a name at the very same place, one for all of them. */
export function bestRival(rivals: Rivals, rule: Rule): Rival | null {
  let best = rivals[0];
  if (!best || rivals.length === 1) return best ?? null;
  for (const rival of rivals)
    if ((rule * (rival.wordsEnd - best.wordsEnd) || comparePlaces(best.hit, rival.hit)) > 0) best = rival;
  const { hit, wordsEnd } = best;
  const together = rivals.filter(
    (rival) => rival.wordsEnd === wordsEnd && comparePlaces(hit, rival.hit) === 0,
  );
  const form = joinForms(
    together.map((rival) => rival.hit.form),
    compareForms,
  );
  return { hit: { ...hit, form }, wordsEnd };
}

const comparePlaces = (a: Hit, b: Hit): number => a.start - b.start || b.end - a.end;

/** Above 0 where, of two names with the same words of the text, the second has more signs or is the stricter. */
const compareHits = (a: Hit, b: Hit): number => comparePlaces(a, b) || compareForms(a.form, b.form);

const CASE_ORDER = { exact: 0, capital: 1, fold: 2 };

/** Which of two forms with the same words is taken, whatever the order of the pack: the stricter, the surer. */
export function compareForms(a: Form, b: Form): number {
  return (
    CASE_ORDER[a.case] - CASE_ORDER[b.case] ||
    Number(b.sure) - Number(a.sure) ||
    a.kind - b.kind ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : 0) ||
    (a.entities.join() < b.entities.join() ? -1 : 1)
  );
}
