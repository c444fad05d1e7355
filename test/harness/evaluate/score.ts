/**
 * Scoring. A predicted mention is right if it overlaps a labelled mention of the same entity; a labelled mention is
 * found if a right prediction overlaps it. Optional labels count neither way, nor do predictions that overlap only
 * them. Places are not scored.
 */
import type { LabelledMention, LabelledText } from "./labelled.ts";

export interface Predicted {
  entity: string;
  start: number;
  end: number;
}

export class Tally {
  right = 0;
  wrong = 0;
  found = 0;
  labelled = 0;

  get precision(): number {
    return this.right + this.wrong === 0 ? 1 : this.right / (this.right + this.wrong);
  }
  get recall(): number {
    return this.labelled === 0 ? 1 : this.found / this.labelled;
  }
  get f1(): number {
    const { precision, recall } = this;
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  }
}

export interface Mistake<P> {
  text: LabelledText;
  kind: "miss" | "false";
  entity: string;
  start: number;
  end: number;
  /** What was predicted there: the false alarm itself, or what stands in a miss's place. */
  predicted: P | null;
}

export interface Scores<P> {
  overall: Tally;
  byEntity: Map<string, Tally>;
  byLanguage: Map<string, Tally>;
  byClass: Map<string, Tally>;
  /** Class → texts, and texts with any false alarm. */
  alarms: Map<string, { texts: number; alarmed: number }>;
  /** The Taliban choice: labelled mentions of one of the two, spotted as one of the two, and got right. */
  choice: { spotted: number; right: number };
  mistakes: Mistake<P>[];
}

const TALIBAN = new Set(["ttp", "afghan-taliban"]);

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** @param places entities that are not scored */
export function score<P extends Predicted>(
  texts: readonly LabelledText[],
  spot: (text: string) => readonly P[],
  places: ReadonlySet<string>,
): Scores<P> {
  const scores: Scores<P> = {
    overall: new Tally(),
    byEntity: new Map(),
    byLanguage: new Map(),
    byClass: new Map(),
    alarms: new Map(),
    choice: { spotted: 0, right: 0 },
    mistakes: [],
  };
  for (const text of texts) {
    const predicted = spot(text.text).filter(({ entity }) => !places.has(entity));
    const labels = text.mentions.filter(({ entity }) => !places.has(entity));
    const tallies = (entity: string) => [
      scores.overall,
      tallyOf(scores.byEntity, entity),
      tallyOf(scores.byLanguage, text.lang),
      tallyOf(scores.byClass, text.class),
    ];
    const alarms = scores.alarms.get(text.class) ?? { texts: 0, alarmed: 0 };
    scores.alarms.set(text.class, alarms);
    alarms.texts++;
    let alarmed = false;
    for (const one of predicted) {
      const touching = labels.filter((label) => overlap(one, label));
      const same = touching.filter(({ entity }) => entity === one.entity);
      if (same.some(({ optional }) => !optional)) {
        for (const tally of tallies(one.entity)) tally.right++;
      } else if (same.length > 0 || (touching.length > 0 && touching.every(({ optional }) => optional))) {
        // Overlaps only what counts neither way.
      } else {
        for (const tally of tallies(one.entity)) tally.wrong++;
        alarmed = true;
        scores.mistakes.push({ text, kind: "false", ...span(one), predicted: one });
      }
    }
    if (alarmed) alarms.alarmed++;
    for (const label of labels)
      if (!label.optional) judge(text, label, predicted, tallies(label.entity), scores);
  }
  return scores;
}

function judge<P extends Predicted>(
  text: LabelledText,
  label: LabelledMention,
  predicted: readonly P[],
  tallies: readonly Tally[],
  scores: Scores<P>,
): void {
  const there = predicted.filter((one) => overlap(one, label));
  const found = there.some(({ entity }) => entity === label.entity);
  for (const tally of tallies) {
    tally.labelled++;
    if (found) tally.found++;
  }
  if (TALIBAN.has(label.entity) && there.some(({ entity }) => TALIBAN.has(entity))) {
    scores.choice.spotted++;
    if (found) scores.choice.right++;
  }
  if (!found) scores.mistakes.push({ text, kind: "miss", ...span(label), predicted: there[0] ?? null });
}

const span = ({ entity, start, end }: Predicted) => ({ entity, start, end });

function tallyOf(map: Map<string, Tally>, key: string): Tally {
  let tally = map.get(key);
  if (!tally) {
    tally = new Tally();
    map.set(key, tally);
  }
  return tally;
}
