/** What the words around a candidate say of the entities that it may mean. */
import type { EntityId } from "../../pack/types.ts";
import type { Hit } from "../match/hit.ts";
import type { Scan } from "../match/match.ts";
import { explains, isIn, owns, type Sentence, sentenceAround } from "./sentence.ts";

/** How near a cue must stand to be "near by", UTF-16 code units: about two sentences. */
const NEAR = 300;
/** In the same sentence, mostly. */
const CLOSE = 90;
/** Right beside: a qualifier, as in "the Taliban in Pakistan". */
export const BESIDE = 24;

/**
 * The nearest cues, and names, that are asked on each side. No passage of prose has more of them within reach, and a
 * list of nothing else costs no more for it.
 */
const MOST = 32;

/** A name in full in the same passage weighs as a deciding cue does. */
export const NAMED_WEIGHT = 3;
/** A full name that stands in a later sentence only: "the Taliban agreed … The group's full name is …". */
const LATER_WEIGHT = 1;
/** "The TTP … the Taliban": a form that may be the same entity's supports its short name. */
const SHARED_WEIGHT = 1;
/** Letters that tell a stem from another: "Tehrik-e-Taliban … los talibanes". */
const STEM = 5;

export interface Score {
  entity: EntityId;
  /** For the entity above 0, against it below. */
  score: number;
  /** What weighed most; null where nothing spoke for the entity. */
  strongest: Hit | null;
  /** How much it weighed. */
  weight: number;
  /** How near it stood, UTF-16 code units. */
  distance: number;
  /** Whether it is a full name, not a cue. */
  name: boolean;
  /** How near names of the entity stand that do not contain the ambiguous form; not part of the score. */
  otherNames: number;
  /** The first of them that was met. */
  otherName: Hit | null;
  /** What speaks for the form being a name at all, but not for this entity among those that share it; not part of the score. */
  support: number;
  /** How near names of the entity stand that share a sentence with the form without explaining it; not part of the score. */
  contrast: number;
}

/**
 * The scores of all entities that candidate `index` of `scan` may mean, in its form's order.
 *
 * @param cueAt the first of `scan.cues` that starts where the candidate starts, or later
 */
export function scoresNear(scan: Scan, index: number, cueAt: number): Score[] {
  const hit = scan.candidates[index]!;
  const scores = hit.form.entities.map(
    (entity): Score => ({
      entity,
      score: 0,
      strongest: null,
      weight: 0,
      distance: Number.POSITIVE_INFINITY,
      name: false,
      otherNames: 0,
      otherName: null,
      support: 0,
      contrast: 0,
    }),
  );
  const { cues, candidates, text } = scan;
  const sentence = scores.length > 1 ? sentenceAround(text, hit, NEAR) : null;
  let left = MOST;
  for (let i = cueAt - 1; i >= 0 && left > 0 && reaches(cues[i]!, hit); i--)
    if (weighCue(scores, hit, cues[i]!)) left--;
  left = MOST;
  for (let i = cueAt; i < cues.length && left > 0 && reaches(hit, cues[i]!); i++)
    if (weighCue(scores, hit, cues[i]!)) left--;
  for (let i = index - 1; i >= 0 && index - i <= MOST && reaches(candidates[i]!, hit); i--) {
    weighName(scores, text, sentence, hit, candidates[i]!);
  }
  for (let i = index + 1; i < candidates.length && i - index <= MOST && reaches(hit, candidates[i]!); i++) {
    weighName(scores, text, sentence, hit, candidates[i]!);
  }
  return scores;
}

/** Whether the second of two hits is near the first. */
const reaches = (first: Hit, second: Hit): boolean => second.start - first.end <= NEAR;

/** The one of `scores` that is the entity's; undefined for none. Two or three: a loop, and no closure a neighbour. */
function scoreOf(scores: readonly Score[], entity: EntityId): Score | undefined {
  for (let i = 0; i < scores.length; i++) if (scores[i]!.entity === entity) return scores[i];
  return undefined;
}

/**
 * Answers whether the cue is one of the `MOST`. One of another lexicon that tells nothing of these entities is not: whether that is
 * there depends on what else is on the page.
 */
function weighCue(scores: readonly Score[], hit: Hit, cue: Hit): boolean {
  const score = scoreOf(scores, cue.form.entities[0]!);
  if (!score) return hit.form.scopes.includes(cue.form.scopes[0]!);
  if (scores.length > 1 && !cue.form.chooses)
    score.support += cue.form.weight * nearness(distanceOf(hit, cue));
  else weigh(score, hit, cue, cue.form.weight, false);
  return true;
}

/** @param sentence the hit's own; null where it is one entity's */
function weighName(
  scores: readonly Score[],
  text: string,
  sentence: Sentence | null,
  hit: Hit,
  other: Hit,
): void {
  if (other.form.entities.length > 1) {
    if (!sentence && other.form.entities.includes(scores[0]!.entity)) {
      weigh(scores[0]!, hit, other, SHARED_WEIGHT, true);
    }
    return;
  }
  const score = scoreOf(scores, other.form.entities[0]!);
  if (!score) return;
  if (!sentence) {
    if (other.form.sure) weigh(score, hit, other, NAMED_WEIGHT, true);
  } else if (other.form.folded.includes(hit.form.folded.slice(0, STEM))) {
    // "The Pakistani Taliban … the Taliban": first in full, then in short.
    if (other.end <= hit.start || explains(text, hit, other)) weigh(score, hit, other, NAMED_WEIGHT, true);
    else if (isIn(sentence, other)) score.contrast += nearness(distanceOf(hit, other));
    else weigh(score, hit, other, LATER_WEIGHT, true);
  } else if (isIn(sentence, other) && owns(text, other, hit)) {
    weigh(score, hit, other, NAMED_WEIGHT, true);
  } else {
    const near = nearness(distanceOf(hit, other));
    if (near === 0) return;
    if (isIn(sentence, other) && !explains(text, hit, other)) {
      score.contrast += near;
    } else {
      score.otherNames += near;
      score.otherName ??= other;
    }
  }
}

function weigh(score: Score, hit: Hit, other: Hit, weight: number, name: boolean): void {
  const distance = distanceOf(hit, other);
  const value = weight * nearness(distance);
  if (value === 0) return;
  score.score += value;
  if (value <= score.weight) return;
  score.weight = value;
  score.strongest = other;
  score.distance = distance;
  score.name = name;
}

/** UTF-16 code units between the two; negative where they overlap. */
const distanceOf = (hit: Hit, other: Hit): number =>
  other.start >= hit.end ? other.start - hit.end : hit.start - other.end;

/** How much words weigh at a distance; 0 out of reach. */
function nearness(distance: number): number {
  if (distance < 0 || distance > NEAR) return 0;
  return distance <= BESIDE ? 2 : distance <= CLOSE ? 1 : 0.5;
}
