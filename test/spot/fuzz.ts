/** The fuzz target: random packs against random text made of their pieces, the matcher against the naive one. */
import fc from "fast-check";
import { shardsWith } from "../../src/background/packs/shards-with.ts";
import type { Decoy, NameSource } from "../../src/pack/types.ts";
import { SpotDocument } from "../../src/spot/decide/document.ts";
import { spotText } from "../../src/spot/decide/plain-text.ts";
import { scan } from "../../src/spot/match/match.ts";
import { Tokens } from "../../src/spot/match/tokens.ts";
import { takeHashedWords } from "../../src/spot/names/hashed-words.ts";
import { compileLexicon, type Lexicon } from "../../src/spot/names/lexicon.ts";
import { takeLexicon } from "../../src/spot/names/stored-lexicon.ts";
import { chooseRuns } from "../../src/spot/sieve/choose.ts";
import { meetRuns, type RunFilter } from "../../src/spot/sieve/filter.ts";
import { type FilterColumns, makeFilter } from "../../src/spot/sieve/make-filter.ts";
import { storeSieve, takeSieve } from "../../src/spot/sieve/stored-sieve.ts";
import { meetTelling } from "../../src/spot/sieve/telling.ts";
import { runsWith, type TellingRuns } from "../../src/spot/sieve/telling-runs.ts";
import { compiled, packOfNames } from "../background/packs/pack.ts";
import { findNaively } from "./oracle.ts";

const word = fc.constantFrom(
  "al",
  "Qaeda",
  "a",
  "b",
  "U",
  "N",
  "UN",
  "IS",
  "is",
  "Ab",
  "État",
  "ﬁn",
  "ＴＴＰ",
  "TTP",
  "Straße",
  "x1",
  "7",
  "talib",
  "Талибан",
  "तालिबान",
  "طالبان",
  "داعش",
  "国",
  "安理会",
  "タリ",
  "カ\u3099",
  "ガ",
  "𝐓𝐓",
);
const gap = fc.constantFrom(
  " ",
  " ",
  "-",
  "’",
  "'",
  ", ",
  ",",
  ". ",
  ".",
  " – ",
  "",
  "&",
  " & ",
  "/",
  " (",
  ") ",
);
/** What stands between the halves of a word that is broken at a line's end, or of one that is not. */
const lineEnd = fc.constantFrom("-\n", "-\r\n  ", "- \n", "\n");
/** What a name may begin and end with. */
const around = fc.constantFrom("", "", "", "", "(", ")", "!", "#", "）", ".", "’");
const outside = fc.constantFrom(
  "",
  " ",
  "\n",
  "(",
  ")",
  "@",
  "/",
  "&",
  "!",
  "（",
  "://",
  "\u00ad",
  "\u200c",
  "\u0301",
  "\u0640",
  "\u200b",
  "\ud83d",
  "😀",
  "\udc00",
  "İ",
  "#",
  "_",
);

/** Words with gaps between: a name, or something close to one. */
const phrase = fc
  .tuple(around, word, fc.array(fc.tuple(gap, word), { maxLength: 4 }), around)
  .map(
    ([before, first, rest, after]) =>
      before + first + rest.map(([between, next]) => between + next).join("") + after,
  );

const form = fc.record({
  text: phrase,
  lang: fc.constant("mul"),
  case: fc.constantFrom("exact" as const, "capital" as const, "fold" as const),
  trust: fc.constantFrom("sure" as const, "context" as const),
});
const decoy = fc
  .tuple(form, fc.boolean())
  .map(([given, apart]): Decoy => ({ ...given, ...(apart && { apart: true as const }) }));
const cue = fc.record({ text: phrase, weight: fc.constantFrom(1 as const, 2 as const, 3 as const) });

const pack: fc.Arbitrary<NameSource> = fc.record({
  entities: fc
    .array(
      fc.record({
        aliases: fc.array(form, { maxLength: 4 }),
        decoys: fc.array(decoy, { maxLength: 2 }),
        cues: fc.record({ for: fc.array(cue, { maxLength: 2 }), against: fc.array(cue, { maxLength: 2 }) }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((entities) => entities.map((entity, i) => ({ id: `e${i}`, ...entity }))),
  ambiguities: fc
    .array(form, { maxLength: 2 })
    .map((aliases) => (aliases.length > 0 ? [{ id: "a", aliases, among: ["e0", "e9"] }] : [])),
});

/** Text that the pack's own forms occur in, whole and in pieces. */
const textFor = ({ entities, ambiguities }: NameSource) => {
  const forms = [
    ...entities.flatMap(({ aliases, decoys }) => [...aliases, ...decoys]),
    ...ambiguities.flatMap((a) => a.aliases),
  ];
  const own = forms.length > 0 ? fc.constantFrom(...forms.map(({ text }) => text)) : word;
  const broken = fc
    .tuple(own, lineEnd, fc.nat(7))
    .map(([name, between, at]) => `${name.slice(0, at)}${between}${name.slice(at)}`);
  return fc
    .array(fc.oneof(own, word, gap, outside, broken), { maxLength: 20 })
    .map((parts) => parts.join(""));
};

/** A pack with text for it. */
const work = pack.chain((source) =>
  fc.tuple(fc.constant(source), fc.array(textFor(source), { minLength: 1, maxLength: 4 })),
);

export const sameAsOracle = fc.property(work, ([source, texts]) => {
  const lexicon = compileLexicon(source);
  for (const text of texts) {
    const { candidates, decoys } = scan([lexicon], text);
    const found = [
      ...candidates.map(({ start, end, form }) => ({ start, end, form: form.text })),
      ...decoys.map(({ start, end, form }) => ({ start, end, form: `decoy ${form.text}` })),
    ].sort((a, b) => a.start - b.start);
    const wanted = findNaively(source, text);
    if (JSON.stringify(found) !== JSON.stringify(wanted)) {
      throw new Error(
        `${JSON.stringify(text)}\nfound  ${JSON.stringify(found)}\nwanted ${JSON.stringify(wanted)}\npack   ${JSON.stringify(source)}`,
      );
    }
  }
});

/** Flows in any order, some replaced on the way, against all at once. */
export const sameInPieces = fc.property(
  work,
  fc.array(fc.nat(3), { maxLength: 8 }),
  ([source, texts], detours) => {
    const lexicon = compileLexicon(source);
    const living = new SpotDocument<number>(lexicon);
    for (const detour of detours) {
      living.set(detour % texts.length, texts[(detour + 1) % texts.length]!);
      if (detour % 2 === 0) living.settle();
    }
    for (let key = texts.length - 1; key >= 0; key--) living.set(key, texts[key]!);
    living.settle();
    const fresh = new SpotDocument<number>(lexicon);
    for (const [key, text] of texts.entries()) fresh.set(key, text);
    fresh.settle();
    texts.forEach((_, key) => {
      if (JSON.stringify(living.mentions(key)) !== JSON.stringify(fresh.mentions(key))) {
        throw new Error(`${JSON.stringify(texts)} differs in flow ${key}`);
      }
    });
  },
);

const tokens = new Tokens();
/** The runs that a page with these texts is told of when it has asked for them (content/sentinel/asked-runs.ts). */
function askedFor(list: TellingRuns, texts: readonly string[]): RunFilter {
  const telling = filterOf(list.filter);
  const keys = new Set<number>();
  for (const text of texts) meetTelling(telling, text, tokens, (key) => keys.add(key));
  return filterOf(makeFilter([...runsWith(list, keys).values()].flat()));
}

const filterOf = ({ bits, letters: _, ...words }: FilterColumns): RunFilter => ({
  words: takeHashedWords(words),
  bits,
});

/** Whatever a document is found to mention, its text was let through: no name is lost before it is looked for. */
export const sieveLosesNone = fc.property(work, ([source, texts]) => {
  const lexicon = compileLexicon(source);
  const sieve = takeSieve(storeSieve(makeFilter(chooseRuns(source))));
  const text = texts.join("\n\n");
  const [lost] = spotText(lexicon, text);
  if (lost && !meetRuns(sieve, text, tokens, () => true))
    throw new Error(`${JSON.stringify(text.slice(lost.start, lost.end))} is not let through`);
});

/** Names apart from the others, in a lexicon of their own, are spotted as if they were beside them. */
export const sameInTwoLexicons = fc.property(
  work,
  fc.array(form, { maxLength: 3 }),
  ([source, texts], own) => {
    const [first, ...others] = source.entities;
    const together = compileLexicon({
      ...source,
      entities: [{ ...first!, aliases: [...first!.aliases, ...own] }, ...others],
    });
    const none = { decoys: [], cues: { for: [], against: [] } };
    const beside = compileLexicon({ entities: [{ id: first!.id, aliases: own, ...none }], ambiguities: [] });
    const apart = [compileLexicon(source), beside];
    for (const text of [...texts, own.map((name) => name.text).join(" ") + texts.join(" ")]) {
      const [one, two] = [scan([together], text), scan(apart, text)];
      if (JSON.stringify(one) !== JSON.stringify(two))
        throw new Error(
          `${JSON.stringify(text)}: ${JSON.stringify(two)} where one has ${JSON.stringify(one)}`,
        );
    }
  },
);

/**
 * Of a pack in shards, those that a document's text asks for find in it what all of them do, and where they find anything the
 * document's text is let through.
 */
export const sameWithFewShards = fc.property(work, ([source, texts]) => {
  const { shards, table } = compiled(packOfNames("p", source), { entities: 1, forms: 1 });
  const all = shards.map(({ lexicon }, i) => takeLexicon(lexicon, { pack: "p", scope: `1.${i}` }));
  const keys = new Set<number>();
  const asks = askedFor(table.asks, texts);
  for (const text of texts) meetRuns(asks, text, tokens, (key) => !keys.add(key));
  const asked = shardsWith(table, [...keys]);
  const some = all.filter((_, i) => asked.has(i));
  const mentionsOf = (lexicons: readonly Lexicon[]) => {
    const document = new SpotDocument<number>(...lexicons);
    for (const [key, text] of texts.entries()) document.set(key, text);
    document.settle();
    return texts.map((_, key) => document.mentions(key));
  };
  const [wanted, found] = [mentionsOf(all), mentionsOf(some)];
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(
      `${JSON.stringify(texts)}\nfound  ${JSON.stringify(found)}\nwanted ${JSON.stringify(wanted)}\npack   ${JSON.stringify(source)}`,
    );
  const sieve = askedFor(table.sieve, texts);
  if (wanted.flat().length > 0 && !texts.some((text) => meetRuns(sieve, text, tokens, () => true)))
    throw new Error(`${JSON.stringify(texts)} is not let through`);
});
