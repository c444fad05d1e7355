/** Groups of names → proposals, ranked, with every place where the spotter finds them. */
import type { NameSource } from "../pack/types.ts";
import { foldText } from "../spot/letters/fold.ts";
import { scan } from "../spot/match/match.ts";
import { compileLexicon } from "../spot/names/lexicon.ts";
import type { Article } from "./find/article.ts";
import { formsOf, isLetters } from "./forms.ts";
import { type Group, nameKey } from "./join.ts";
import type { Found, Guess, Place, Proposal, Way } from "./types.ts";

/** More than an editor goes through. */
const MOST_PROPOSALS = 300;

export function propose(article: Article, groups: readonly Group[]): { proposals: Proposal[]; left: number } {
  const inner = innerOnly(groups);
  const all = groups
    .filter((group) => !inner.has(group))
    .map((group) => proposalOf(article, group))
    .sort(byScore);
  const proposals = withPlaces(article, all.slice(0, MOST_PROPOSALS));
  for (const proposal of proposals) proposal.score = scoreOf(proposal);
  proposals.sort(byScore);
  noteParts(proposals);
  return { proposals, left: Math.max(0, all.length - MOST_PROPOSALS) };
}

function byScore(a: Proposal, b: Proposal): number {
  const [first, other] = [a.places[0]!, b.places[0]!];
  return b.score - a.score || first.paragraph - other.paragraph || first.start - other.start;
}

function proposalOf(article: Article, group: Group): Proposal {
  const forms = formsOf(article, group);
  const places = group.founds.map(({ paragraph, start, end }) => ({ paragraph, start, end }));
  const proposal: Proposal = {
    name: displayName(
      group,
      forms.map(({ text }) => text),
    ),
    forms,
    guess: guessOf(group),
    perhaps: group.founds.every(({ perhaps }) => perhaps === true),
    ways: [...new Set(group.founds.map(({ way }) => way))],
    places: places.sort((a, b) => a.paragraph - b.paragraph || a.start - b.start),
    passages: [],
    everyday: forms.every(({ everyday }) => everyday),
    partOf: [],
    score: 0,
  };
  proposal.score = scoreOf(proposal);
  return proposal;
}

/** The most words, so that letters are not the name where they are spelled out; of those the form that stands oftenest. */
function displayName({ founds }: Group, texts: readonly string[]): string {
  const spelled = founds.find(({ way, text }) => way === "spelled-out" && !isLetters(text));
  if (spelled) return texts.find((text) => nameKey(text) === nameKey(spelled.text)) ?? texts[0]!;
  const words = (text: string) => text.split(/\s/).length;
  return texts.toSorted((a, b) => words(b) - words(a))[0]!;
}

/** What speaks for a kind most often; what a word in the name says counts more than what stands beside it. */
const WEIGHTS: Record<Guess["because"], number> = {
  ...{ country: 5, noun: 4, italics: 3, title: 3, alone: 2, says: 1, preposition: 0.7 },
};

function guessOf({ founds, surnames }: Group): Guess | null {
  const guesses = founds.flatMap(({ guess }) => guess ?? []);
  const [surname] = surnames;
  if (surname !== undefined)
    guesses.push({ kind: "person", because: "alone", word: surnameAsWritten(founds, surname) });
  const sums = new Map<string, number>();
  for (const { kind, because } of guesses) sums.set(kind, (sums.get(kind) ?? 0) + WEIGHTS[because]);
  const [best] = [...sums].sort((a, b) => b[1] - a[1]);
  return guesses.find(({ kind }) => kind === best?.[0]) ?? null;
}

const surnameAsWritten = (founds: readonly Found[], surname: string): string =>
  founds.find(({ text }) => nameKey(text) === surname)!.text;

const WAY_SCORES: Record<Way, number> = {
  ...{
    "spelled-out": 5,
    country: 3,
    title: 2.5,
    noun: 2,
    quoted: 1.5,
    acronym: 1.5,
    capitals: 1,
    agent: 0.5,
    sounds: 0,
    repeated: -2,
  },
};

function scoreOf({ ways, forms, guess, places, everyday, perhaps, name }: Proposal): number {
  const paragraphs = new Set(places.map(({ paragraph }) => paragraph)).size;
  return (
    Math.max(...ways.map((way) => WAY_SCORES[way])) +
    2 * Math.log2(1 + places.length) +
    Math.log2(1 + paragraphs) +
    (guess ? 1.5 : 0) +
    (/\s/.test(name) && forms.some(({ text }) => /^\p{Lu}/u.test(text)) ? 2 : 0) -
    (everyday ? 6 : 0) -
    (perhaps ? 3 : 0)
  );
}

/** Groups whose names stand nowhere but inside longer ones, and were not found by their own letters. */
function innerOnly(groups: readonly Group[]): Set<Group> {
  const founds = groups
    .flatMap((group) => group.founds.map((found) => ({ group, found })))
    .sort(
      (a, b) =>
        a.found.paragraph - b.found.paragraph || a.found.start - b.found.start || b.found.end - a.found.end,
    );
  const free = new Set<Group>();
  let paragraph = -1;
  let end = 0;
  let owner: Group | null = null;
  for (const { group, found } of founds) {
    if (found.paragraph !== paragraph) {
      paragraph = found.paragraph;
      end = 0;
      owner = null;
    }
    if (found.end > end || owner === group || found.way === "acronym" || found.way === "spelled-out")
      free.add(group);
    if (found.end > end) {
      end = found.end;
      owner = group;
    }
  }
  return new Set(groups.filter((group) => !free.has(group)));
}

/** The proposals as the spotter finds them: in each place one, the longest; those that are never found are left out. */
function withPlaces({ paragraphs }: Article, proposals: readonly Proposal[]): Proposal[] {
  const taken = new Set<string>();
  const source: NameSource = {
    entities: proposals.map(({ forms }, id) => ({
      ...{ id: String(id), decoys: [], cues: { for: [], against: [] } },
      aliases: forms
        .filter(({ text }) => {
          const key = foldText(text);
          return !taken.has(key) && taken.add(key);
        })
        .map(({ text, case: rule }) => ({ text, lang: "und", case: rule })),
    })),
    ambiguities: [],
  };
  const lexicon = compileLexicon(source);
  const places = proposals.map((): Place[] => []);
  const counts = proposals.map(() => new Map<string, number>());
  for (const { index, text } of paragraphs)
    for (const { start, end, form } of scan([lexicon], text).candidates) {
      const id = Number(form.entities[0]);
      places[id]!.push({ paragraph: index, start, end });
      counts[id]!.set(form.text, (counts[id]!.get(form.text) ?? 0) + 1);
    }
  return proposals
    .map((proposal, id) => ({
      ...proposal,
      forms: proposal.forms
        .map((form) => ({ ...form, count: counts[id]!.get(form.text) ?? 0 }))
        .filter(({ count }) => count > 0),
      places: places[id]!,
      passages: [...new Set(places[id]!.flatMap(({ paragraph }) => paragraphs[paragraph]!.id ?? []))],
    }))
    .filter(({ forms }) => forms.length > 0)
    .map((proposal) => ({
      ...proposal,
      name: proposal.forms.some(({ text }) => text === proposal.name)
        ? proposal.name
        : proposal.forms[0]!.text,
    }));
}

/** Longer names that begin or end with a whole proposal. Three are enough to say what is meant. */
function noteParts(proposals: readonly Proposal[]): void {
  const ends = new Map<string, string[]>();
  for (const { name } of proposals) {
    const words = nameKey(name).split(" ");
    if (words.length < 2) continue;
    for (const part of new Set([words[0]!, words.slice(0, 2).join(" "), words.at(-1)!]))
      ends.set(part, [...(ends.get(part) ?? []), name]);
  }
  for (const proposal of proposals)
    proposal.partOf = (ends.get(nameKey(proposal.name)) ?? [])
      .filter((name) => name !== proposal.name)
      .slice(0, 3);
}
