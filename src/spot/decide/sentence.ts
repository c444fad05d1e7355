/** The sentence that a name stands in, as far as it matters: whether another one shares it, and whether that one explains it. */
import type { Hit } from "../match/hit.ts";

/** UTF-16 code units of the text. */
export interface Sentence {
  from: number;
  to: number;
}

/** What ends a sentence where a space, a closing mark or nothing follows. */
const STOPS = ".!?؟۔।…";
/** What ends one whatever follows, in scripts without spaces; Chinese parts sentences by its comma, too. */
const FULL_STOPS = "。！？，\n";
const BEHIND_STOP = /^[\s"'“”’»)]?$/u;

/** Where the sentence around `hit` begins and ends, looked for up to `reach` UTF-16 code units on each side. */
export function sentenceAround(text: string, { start, end }: Hit, reach: number): Sentence {
  const least = Math.max(0, start - reach);
  const most = Math.min(text.length, end + reach);
  let from = start;
  while (from > least && !endsAt(text, from - 1)) from--;
  let to = end;
  while (to < most && !endsAt(text, to)) to++;
  return { from, to };
}

function endsAt(text: string, at: number): boolean {
  const char = text.charAt(at);
  return FULL_STOPS.includes(char) || (STOPS.includes(char) && BEHIND_STOP.test(text.charAt(at + 1)));
}

export const isIn = (sentence: Sentence, { start, end }: Hit): boolean =>
  start >= sentence.from && end <= sentence.to;

/** "(TTP", ", or TTP", " of the TTP": a bracket, or a word of naming, and little else. */
const EXPLAINS =
  /^[\s"'“”‘’«»]*(?:[([（［]|,\s(?:or|known as|called|formally|officially|ou|oder|o|یا|أو|или|veya)\s)[^()（）.;:]{0,16}$|^\s(?:of|of the|du|del)\s$/u;
/** The longest of those, UTF-16 code units. */
const LONGEST = 40;

/** Whether one of two names explains the other: "the Taliban (TTP)", "the TTP, or Taliban", "Taliban of the TTP". */
export function explains(text: string, one: Hit, other: Hit): boolean {
  const [from, to] = one.start < other.start ? [one.end, other.start] : [other.end, one.start];
  return to - from <= LONGEST && EXPLAINS.test(text.slice(from, to));
}

/**
 * A word right before that refers back to who the sentence is about: "the TTP buried its Taliban", "ТТП похоронила своих
 * талибов". Where a language has a word for just that ("свой", "अपने"), it is that; else the possessives of a group.
 */
const OWN =
  /(?:^|[^\p{L}\p{M}])(?:its|their|its own|their own|ihre[nrm]?|seine[nrm]?|ses|leurs|sus|сво(?:и|их|им|ими)|kendi|اپنے|اپنی|خپل|خپلو|خپلې|अपने|अपनी|自己的|自らの)\s?$/iu;
/** The longest of those with what stands before it, UTF-16 code units. */
const LONGEST_OWN = 12;
/** Whoever is that to somebody is somebody else: "the TTP thanked its Taliban hosts". */
const OTHERS =
  /^[\s-]?(?:hosts?|all(?:y|ies)|patrons?|backers?|protectors?|sponsors?|mentors?|brothers?|brethren|friends?|neighbou?rs?|counterparts?|cousins?|rivals?|enem(?:y|ies)|foes?|masters?|overlords?|landlords?|partners?|supporters?|Gastgeber|Verbündete|Gönner|Paten|Freunde|Brüder|Beschützer|Schutzherren|Rivalen|müttefik|hami|kardeş|dost|سرپرست|اتحادی|میزبان|بھائی|ملګر|متحد|मेज़बान|सहयोगी|संरक्षक|भाई|的?(?:盟友|庇护者|兄弟)|の(?:同盟|後ろ盾|庇護者))/iu;
/** How far behind such a word is looked for, UTF-16 code units. In "ses hôtes talibans" it stands between, and nothing is owned. */
const REACH_OF_OTHERS = 24;

/** Whether `hit` is said to be of the one that the sentence has named before: "the TTP … its Taliban". */
export function owns(text: string, named: Hit, hit: Hit): boolean {
  if (named.end > hit.start) return false;
  const before = text.slice(Math.max(named.end, hit.start - LONGEST_OWN), hit.start);
  return OWN.test(before) && !OTHERS.test(text.slice(hit.end, hit.end + REACH_OF_OTHERS));
}
