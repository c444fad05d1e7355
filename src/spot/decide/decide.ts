/**
 * Candidates → mentions. A form that counts alone is taken; one that needs support is taken when the page spells it
 * out, names its entity in full, or has words near by that speak for it, and is left when they speak against it. A form
 * that several entities share goes to the one that the words beside it, the passage, the page, and at last the pack's
 * order of likelihood speak for.
 */
import { standsInCapitals } from "../letters/letter-case.ts";
import type { Hit } from "../match/hit.ts";
import type { Scan } from "../match/match.ts";
import type { Form } from "../names/lexicon.ts";
import type { Mention, Preference, Reason, ReasonCode } from "../types.ts";
import type { Facts } from "./facts.ts";
import { isFigure } from "./figure.ts";
import { BESIDE, NAMED_WEIGHT, type Score, scoresNear } from "./nearby.ts";

/** The local score that supports a form which does not count alone. */
const ENOUGH_NEAR = 1;
/** The local score that says another thing is meant, whatever the page calls by this name elsewhere. */
const VETO = -3;
/** The page-wide sum of cues, each counted once, that supports it where nothing near by does … */
const ENOUGH_PAGE = 3;
/** … on a page up to so long, UTF-16 code units: a novel has every word in it somewhere. */
const PAGE_LENGTH = 6_000;
/** What a page's facts weigh against the words near by, per doubling. */
const PAGE_WEIGHT = 0.6;
/** The likeliest entity's lead where nothing tells otherwise. */
const PRIOR_LEAD = 1.5;
/** A choice by no more than this is close: one where nothing told but how likely each is among them. */
const CLOSE_CALL = 1.5;
/**
 * A name of the entity that does not contain the ambiguous form ("TTP" beside "Taliban"): speaks for it, and against it
 * where anything speaks for another.
 */
const OTHER_NAME_WEIGHT = 2;
/** Two-letter words are too easily words in capitals ("THIS IS …"). */
const SHORT_WORD = 2;

/** A capitalised word right before, which is no title: "Saddam Hussain" is another man. */
const BEHIND_NAME = /(?<!\p{L})(?!(?:Mr|Dr|Prof|Professor) )\p{Lu}\p{Ll}+ $/u;
/** How far back such a word may begin, UTF-16 code units. */
const LONGEST_NAME = 24;
/** A capitalised word right behind: "Talib Rashid" is a man. */
const BEFORE_SURNAME = /^\s\p{Lu}\p{Ll}/u;

const SURE: Reason = { code: "sure" };
const BY_READER: Reason = { code: "reader" };

/** @param preferences what the reader has said of the page */
export function decide(scan: Scan, facts: Facts, preferences: readonly Preference[] = []): Mention[] {
  const mentions: Mention[] = [];
  const { candidates, cues } = scan;
  let cueAt = 0;
  for (let index = 0; index < candidates.length; index++) {
    const { form, start, end } = candidates[index]!;
    if (form.sure && form.entities.length === 1) {
      mentions.push({ entity: form.entities[0]!, start, end, alias: form.text, reason: SURE });
      continue;
    }
    while (cueAt < cues.length && cues[cueAt]!.start < start) cueAt++;
    const mention = decideOpen(scan, candidates[index]!, scoresNear(scan, index, cueAt), facts, preferences);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

/** Whether anything on the page but this flow's own text can change what is decided in it. */
export const dependsOnPage = (scan: Scan): boolean =>
  scan.candidates.some(({ form }) => !form.sure || form.entities.length > 1);

/** Decides a candidate that its form alone does not decide. */
function decideOpen(
  scan: Scan,
  hit: Hit,
  scores: readonly Score[],
  facts: Facts,
  preferences: readonly Preference[],
): Mention | null {
  const { form, start, end } = hit;
  const alias = form.text;
  if (form.entities.length === 1) {
    const reason = support(scan, hit, scores[0]!, facts);
    return reason && { entity: scores[0]!.entity, start, end, alias, reason };
  }
  if (scores.every(({ score }) => score <= VETO)) return null;
  if (!form.sure && form.case !== "fold" && BEFORE_SURNAME.test(scan.text.slice(end, end + 3))) return null;
  if (scores.every((near) => isUnsupported(near, facts)) && isFigure(scan.text, hit)) return null;
  const { chosen, ...choice } = choose(scan, scores, facts);
  // Whether it is a name at all is for the text to say, whatever the reader takes it for.
  if (!form.sure && !support(scan, hit, chosen, facts)) return null;
  const preferred = choice.reason.code === "qualifier" ? undefined : preferredOf(form, preferences);
  if (!preferred) return { entity: chosen.entity, start, end, alias, ...choice };
  const { entity, instead: runnerUp } = preferred;
  return { entity, start, end, alias, reason: BY_READER, runnerUp };
}

/** Nothing speaks for the entity, near by or on the page. */
const isUnsupported = ({ entity, score, support, otherName }: Score, facts: Facts): boolean =>
  score <= 0 &&
  support <= 0 &&
  otherName === null &&
  facts.named(entity) === 0 &&
  facts.pointing(entity) <= 0;

/** What the reader has said of a form that two entities share, and no third. */
const preferredOf = ({ entities }: Form, preferences: readonly Preference[]): Preference | undefined =>
  entities.length === 2
    ? preferences.find(({ entity, instead }) => entities.includes(entity) && entities.includes(instead))
    : undefined;

function support({ text }: Scan, { form, start, end }: Hit, near: Score, facts: Facts): Reason | null {
  const { entity, score } = near;
  const enough = ENOUGH_PAGE * Math.max(1, facts.length(form.scopes) / PAGE_LENGTH);
  if (form.surname) {
    const supported = facts.named(entity) > 0 || facts.breadth(entity) >= enough;
    const another = BEHIND_NAME.test(text.slice(Math.max(0, start - LONGEST_NAME), start));
    const whole = facts.hasWhole(entity) || facts.named(entity) > 0;
    return supported && whole && !another && score >= 0 ? { code: "named" } : null;
  }
  const introduced = facts.introduces(entity, form.text);
  if (!introduced && facts.introducesOtherwise(form.text)) return null;
  if (end - start <= SHORT_WORD && standsInCapitals(text, start, end)) return null;
  if (score <= VETO) return null;
  if (introduced) return { code: "introduced" };
  if (score < 0) return null;
  if (facts.named(entity) > 0) return { code: "named" };
  if (score + near.support >= ENOUGH_NEAR) return reasonOf("near", text, near.strongest);
  if (facts.breadth(entity) >= enough) return { code: "page" };
  return null;
}

interface Choice extends Pick<Mention, "reason" | "runnerUp" | "close"> {
  chosen: Score;
}

interface Rival {
  near: Score;
  /** What the page speaks for it. */
  page: number;
  total: number;
}

function choose({ text }: Scan, scores: readonly Score[], facts: Facts): Choice {
  const rivals = scores.map((near, order): Rival => {
    const { entity, score } = near;
    const pointing = Math.max(0, facts.named(entity) * NAMED_WEIGHT + facts.pointing(entity));
    const page = PAGE_WEIGHT * Math.log2(1 + pointing);
    return { near, page, total: score + page + (order === 0 ? PRIOR_LEAD : 0) };
  });
  const ranked = rivals
    .map((rival) =>
      rival.near.otherName === null && rival.near.contrast === 0 ? rival : withOtherNames(rival, rivals),
    )
    // The sort is stable: of two that weigh the same, the likelier one.
    .sort((a, b) => b.total - a.total);
  const [best, next] = [ranked[0]!, ranked[1]!];
  const reason = whyChosen(text, best, next);
  if (reason.code === "qualifier") return { chosen: best.near, reason };
  const close = best.total - next.total <= CLOSE_CALL;
  return { chosen: best.near, reason, runnerUp: next.near.entity, ...(close && { close }) };
}

/**
 * `rival`, with what its other names near by make of its chances. Who has its own short name at hand means another one by
 * the shared form: in the same sentence always ("the Taliban have not reined in the TTP"), in the next one if anything speaks
 * for another one ("Taliban officials spoke in Kabul. The TTP …"). The likeliest needs no name to be told by: "the Islamic
 * Emirate … the Taliban" is one.
 */
function withOtherNames(rival: Rival, rivals: readonly Rival[]): Rival {
  const { near } = rival;
  const likeliest = rival === rivals[0];
  const other = !likeliest && rivals.some((one) => one !== rival && (one.near.score > 0 || one.page > 0));
  const change =
    OTHER_NAME_WEIGHT * ((other ? -1 : 1) * near.otherNames + (likeliest ? 1 : -1) * near.contrast);
  const named = change > 0 && near.strongest === null ? { strongest: near.otherName, name: true } : {};
  return {
    ...rival,
    near: { ...near, score: near.score + change, ...named },
    total: rival.total + change,
  };
}

function whyChosen(text: string, best: Rival, next: Rival): Reason {
  const { score, strongest, name, distance } = best.near;
  if (score > next.near.score && strongest !== null) {
    return reasonOf(name ? "passage" : distance <= BESIDE ? "qualifier" : "near", text, strongest);
  }
  return { code: best.page > next.page ? "page" : "prior" };
}

const reasonOf = (code: ReasonCode, text: string, evidence: Hit | null): Reason =>
  evidence === null ? { code } : { code, evidence: text.slice(evidence.start, evidence.end) };
