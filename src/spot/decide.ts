/**
 * Candidates → mentions. A form that counts alone is taken; one that needs support is taken when the page spells it
 * out, names its entity in full, or has words near by that speak for it, and is left when they speak against it. A form
 * that several entities share goes to the one that the words beside it, the passage, the page, and at last the pack's
 * order of likelihood speak for.
 */
import type { EntityId } from "../pack/types.ts";
import type { Facts } from "./facts.ts";
import { foldText } from "./fold.ts";
import { standsInCapitals } from "./letter-case.ts";
import type { Hit, Scan } from "./match.ts";
import type { Mention, Reason, ReasonCode } from "./types.ts";

/** How near a cue must stand to be "near by", UTF-16 code units: about two sentences. */
const NEAR = 300;
/** Right beside: a qualifier, as in "the Taliban in Pakistan". */
const BESIDE = 24;
/** In the same sentence, mostly. */
const CLOSE = 90;

/** The local score that supports a form which does not count alone. */
const ENOUGH_NEAR = 1;
/** The local score that says another thing is meant, whatever the page calls by this name elsewhere. */
const VETO = -3;
/** The page-wide sum of cues that supports it where nothing near by does. */
const ENOUGH_PAGE = 3;
/** A name in full in the same passage weighs as a deciding cue does. */
const NAMED_WEIGHT = 3;
/** A name of the same entity that does not contain the ambiguous form tells against it. */
const CONTRAST_WEIGHT = -2;
/** What a page's facts weigh against the words near by, per doubling. */
const PAGE_WEIGHT = 0.6;
/** The likeliest entity's lead where nothing tells otherwise. */
const PRIOR_LEAD = 1.5;
/** A choice by less than this is close: the runner-up is named. */
const CLOSE_CALL = 1.5;
/** No cue or name is longer than this, UTF-16 code units; one that were would only count from its beginning. */
const LONGEST_CUE = 100;
/** Two-letter words are too easily words in capitals ("THIS IS …"). */
const SHORT_WORD = 2;

const SURE: Reason = { code: "sure" };

export function decide(scan: Scan, facts: Facts): Mention[] {
  const mentions: Mention[] = [];
  for (const hit of scan.candidates) {
    const mention = decideOne(scan, hit, facts);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

function decideOne(scan: Scan, hit: Hit, facts: Facts): Mention | null {
  const { form, start, end } = hit;
  const alias = form.text;
  if (form.entities.length === 1) {
    const entity = form.entities[0]!;
    const reason = form.sure ? SURE : support(scan, hit, entity, facts);
    return reason && { entity, start, end, alias, reason };
  }
  const { entity, reason, runnerUp } = choose(scan, hit, facts);
  if (!form.sure && !support(scan, hit, entity, facts)) return null;
  return { entity, start, end, alias, reason, ...(runnerUp === undefined ? {} : { runnerUp }) };
}

/** Whether anything on the page but this flow's own text can change what is decided in it. */
export const dependsOnPage = (scan: Scan): boolean =>
  scan.candidates.some(({ form }) => !form.sure || form.entities.length > 1);

function support(scan: Scan, hit: Hit, entity: EntityId, facts: Facts): Reason | null {
  const { form, start, end } = hit;
  const introduced = facts.introduces(entity, form.text);
  if (facts.introducesOtherwise(form.text) && !introduced) return null;
  if (standsInCapitals(scan.text, start, end)) {
    if (end - start <= SHORT_WORD) return null;
  }
  const near = localScore(scan, hit, entity);
  if (near.score <= VETO) return null;
  if (introduced) return { code: "introduced" };
  if (near.score < 0) return null;
  if (facts.named(entity) > 0) return { code: "named" };
  if (near.score >= ENOUGH_NEAR) return reasonOf("near", near.evidence);
  if (facts.pointing(entity) >= ENOUGH_PAGE) return { code: "page" };
  return null;
}

interface Score {
  score: number;
  /** The words that weighed most, as they stand in the text. */
  evidence: string | null;
  /** How near they stood, UTF-16 code units. */
  distance: number;
  /** Whether they are a full name, not a cue. */
  name: boolean;
}

/** What the words near a candidate say of one entity: for it above 0, against it below. */
function localScore(scan: Scan, hit: Hit, entity: EntityId): Score {
  const result: Score = { score: 0, evidence: null, distance: Number.POSITIVE_INFINITY, name: false };
  let strongest = 0;
  const weigh = (other: Hit, weight: number, name: boolean) => {
    const distance = other.start >= hit.end ? other.start - hit.end : hit.start - other.end;
    if (distance < 0 || distance > NEAR) return;
    const value = weight * (distance <= BESIDE ? 2 : distance <= CLOSE ? 1 : 0.5);
    result.score += value;
    if (value <= strongest) return;
    strongest = value;
    result.evidence = scan.text.slice(other.start, other.end);
    result.distance = distance;
    result.name = name;
  };
  for (const cue of around(scan.cues, hit)) {
    if (cue.form.entities[0] === entity) weigh(cue, cue.form.weight, false);
  }
  const ambiguous = hit.form.entities.length > 1;
  for (const other of around(scan.candidates, hit)) {
    if (other === hit || other.form.entities.length > 1 || other.form.entities[0] !== entity) continue;
    if (!ambiguous) {
      if (other.form.sure) weigh(other, NAMED_WEIGHT, true);
    } else if (shortens(hit, other)) {
      // "The Pakistani Taliban … the Taliban": first in full, then in short.
      if (other.end <= hit.start) weigh(other, NAMED_WEIGHT, true);
    } else {
      // "Taliban officials met the TTP": who has the other's own short name at hand means another one.
      weigh(other, CONTRAST_WEIGHT, true);
    }
  }
  return result;
}

/** Whether an ambiguous form is part of the full name, as "Taliban" is of "Pakistani Taliban" but not of "TTP". */
const shortens = (hit: Hit, name: Hit): boolean => foldText(name.form.text).includes(foldText(hit.form.text));

/**
 * The hits within reach of `hit`, out of a list in the order of the text. Found by bisection: a passage may hold any
 * number of names and cues, and the cost must stay in proportion to its length.
 */
function* around(hits: readonly Hit[], hit: Hit): Generator<Hit> {
  const from = hit.start - NEAR - LONGEST_CUE;
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < hits.length && hits[i]!.start <= hit.end + NEAR; i++) yield hits[i]!;
}

interface Choice {
  entity: EntityId;
  reason: Reason;
  runnerUp?: EntityId;
}

function choose(scan: Scan, hit: Hit, facts: Facts): Choice {
  const ranked = hit.form.entities
    .map((entity, order) => {
      const near = localScore(scan, hit, entity);
      const page =
        PAGE_WEIGHT * Math.log2(1 + Math.max(0, facts.named(entity) * NAMED_WEIGHT + facts.pointing(entity)));
      return { entity, near, page, total: near.score + page + (order === 0 ? PRIOR_LEAD : 0), order };
    })
    .sort((a, b) => b.total - a.total || a.order - b.order);
  const [best, next] = [ranked[0]!, ranked[1]!];
  const choice: Choice = { entity: best.entity, reason: whyChosen(best, next) };
  if (best.total - next.total < CLOSE_CALL) choice.runnerUp = next.entity;
  return choice;
}

function whyChosen(best: { near: Score; page: number }, next: { near: Score; page: number }): Reason {
  if (best.near.score > next.near.score && best.near.evidence !== null) {
    const code = best.near.name ? "passage" : best.near.distance <= BESIDE ? "qualifier" : "near";
    return reasonOf(code, best.near.evidence);
  }
  return { code: best.page > next.page ? "page" : "prior" };
}

const reasonOf = (code: ReasonCode, evidence: string | null): Reason =>
  evidence === null ? { code } : { code, evidence };
