/**
 * The lexicon: a pack's aliases, decoys and cues, compiled for matching. A trie over word ids in the order of its
 * breadth, so that a node's children stand side by side and a node is three numbers; forms as columns, those of one
 * node side by side. Compiling is one pass over the sorted forms, done where a pack is built or a name is given, never in a page
 * (stored-lexicon.ts).
 *
 * The idea of matching names word by word is Aho and Corasick's keyword tree (1975), on tokens in place of letters; the
 * layout is that of a level-order trie.
 */
import type { CaseRule, Cue, Decoy, EntityId, NameSource } from "../../pack/types.ts";
import { foldText } from "../letters/fold.ts";
import { type FormTexts, makeFormTexts } from "./form-texts.ts";
import { signsAround, wordsOf } from "./name-words.ts";
import { makeOffsets, type Offsets } from "./offsets.ts";
import { makeVocabulary, type Vocabulary } from "./vocabulary.ts";

export const FormKind = { Alias: 0, Decoy: 1, Cue: 2, Apart: 3 } as const;
export type FormKind = (typeof FormKind)[keyof typeof FormKind];

/** One surface form. */
export interface Form {
  kind: FormKind;
  /** As the pack writes it. */
  text: string;
  /** Its text, folded (fold.ts). */
  folded: string;
  /** Signs that a text must have right before its first word and right after its last (name-words.ts); mostly none. */
  before: string;
  after: string;
  case: CaseRule;
  sure: boolean;
  /** The last part of a person's name, which needs the whole one on the page. */
  surname: boolean;
  /**
   * Alias: the entities it may mean, the likeliest first (several only for an ambiguous form).
   * Decoy, Apart: the entity whose names it contains. Cue: the one entity it tells for or against.
   */
  entities: readonly EntityId[];
  /** Cue: its weight, negative where it tells against. 0 elsewhere. */
  weight: number;
  /** The pack that it is of; "" for the bundled one and the reader's own names. */
  pack: string;
  /** The lexicons that it is of: of one, but where packs have a name in common (joined-form.ts). */
  scopes: readonly string[];
  /** Cue: whether it tells which entity a form near by means, where several share it; not only that one of them is meant. */
  chooses: boolean;
}

/** Where a lexicon is from. Of a pack that is read in parts, each has a scope of its own: `{ pack: "glossary", scope: "7.2" }`. */
export interface LexiconOrigin {
  pack: string;
  scope: string;
}
export const BUNDLED: LexiconOrigin = { pack: "", scope: "" };

export interface Lexicon extends LexiconOrigin {
  vocabulary: Vocabulary;
  /**
   * How many words begin a form: those with the lowest ids. The root's children, nodes 1 to this, are in their order,
   * so the first step needs no look-up.
   */
  firstWords: number;
  /** Node → its first child; the next entry ends its children. */
  children: Int32Array;
  /** Node → the word that leads to it; ascending among the children of one node. */
  words: Int32Array;
  /** Node → its forms. */
  formsAt: Offsets;
  /** Form → its text, as the pack writes it. */
  texts: FormTexts;
  /** Form → kind, case rule and trust, as `packTraits` packs them. */
  traits: Uint8Array;
  weights: Int8Array;
  /** Form → index into `bearers`. */
  bearerOf: Int32Array;
  /** What forms stand for: an entity, or the entities that an ambiguous form may mean. */
  bearers: readonly (EntityId | readonly EntityId[])[];
  /** Forms that a text has met, as values: texts repeat few names, and each value is made once. */
  met: Map<number, Form>;
  /** Texts of forms that no text could match (`wordsOf`): left out, so that one of them does not cost all others. */
  leftOut: readonly string[];
}

/** Compiles `source`. Order does not matter: permuted packs give lexicons that match alike. */
export function compileLexicon(source: NameSource): Lexicon {
  const forms = collectForms(source);
  const wordIds = new Map<string, number>();
  const { matchable, starts, spelled, firstWords } = spell(forms.texts, wordIds);
  const order = sortBySpelling(starts, spelled, firstWords);
  const { formOrder: matchableOrder, ...trie } = layOut(order, starts, spelled);
  const formOrder = matchableOrder.map((at) => matchable[at]!);
  const vocabulary = makeVocabulary([...wordIds.keys()], firstWords);
  return {
    ...BUNDLED,
    vocabulary,
    firstWords,
    ...trie,
    texts: makeFormTexts(formOrder.map((form) => forms.texts[form]!)),
    traits: Uint8Array.from(formOrder, (form) => forms.traits[form]!),
    weights: Int8Array.from(formOrder, (form) => forms.weights[form]!),
    bearerOf: Int32Array.from(formOrder, (form) => forms.bearerOf[form]!),
    bearers: forms.bearers,
    met: new Map(),
    leftOut: matchable.length < forms.texts.length ? leftOutOf(forms.texts, matchable) : [],
  };
}

function leftOutOf(texts: readonly string[], matchable: readonly number[]): string[] {
  const all = new Set(matchable);
  return texts.filter((_, form) => !all.has(form));
}

/** The node that `word` leads to from the root; −1 where no name begins so. */
export const firstStep = ({ firstWords }: Lexicon, word: number): number =>
  word < firstWords ? word + 1 : -1;

/** The node that `word` leads to from `node`; −1 where no name goes on so. */
export function step({ children, words }: Lexicon, node: number, word: number): number {
  let low = children[node]!;
  let high = children[node + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low < children[node + 1]! && words[low] === word ? low : -1;
}

const CASES: readonly CaseRule[] = ["exact", "capital", "fold"];

const packTraits = (
  kind: FormKind,
  rule: CaseRule,
  sure: boolean,
  surname: boolean,
  chooses: boolean,
): number => kind | (CASES.indexOf(rule) << 2) | (sure ? 16 : 0) | (chooses ? 32 : 0) | (surname ? 64 : 0);

/** The form with this index, as a value; the same object each time. */
export function formOf(lexicon: Lexicon, index: number): Form {
  const met = lexicon.met.get(index);
  if (met) return met;
  const packed = lexicon.traits[index]!;
  const bearer = lexicon.bearers[lexicon.bearerOf[index]!]!;
  const text = lexicon.texts.at(index);
  const form: Form = {
    kind: (packed & 3) as FormKind,
    text,
    folded: foldText(text),
    ...signsAround(text),
    case: CASES[(packed >> 2) & 3]!,
    sure: (packed & 16) !== 0,
    surname: (packed & 64) !== 0,
    chooses: (packed & 32) !== 0,
    entities: typeof bearer === "string" ? [bearer] : bearer,
    weight: lexicon.weights[index]!,
    pack: lexicon.pack,
    scopes: [lexicon.scope],
  };
  lexicon.met.set(index, form);
  return form;
}

interface FormColumns {
  texts: string[];
  traits: number[];
  weights: number[];
  bearerOf: number[];
  bearers: Array<EntityId | readonly EntityId[]>;
}

function collectForms(source: NameSource): FormColumns {
  const columns: FormColumns = { texts: [], traits: [], weights: [], bearerOf: [], bearers: [] };
  const addAll = (kind: FormKind, given: readonly (Decoy | Cue)[], sign: 1 | -1) => {
    for (const form of given) {
      const sure = !("trust" in form) || form.trust === "sure";
      const surname = "trust" in form && form.trust === "surname";
      const chooses = !("chooses" in form) || form.chooses !== false;
      columns.texts.push(form.text);
      columns.traits.push(
        packTraits(
          "apart" in form && form.apart ? FormKind.Apart : kind,
          form.case ?? "fold",
          sure,
          surname,
          chooses,
        ),
      );
      columns.weights.push(kind === FormKind.Cue ? sign * (("weight" in form && form.weight) || 1) : 0);
      columns.bearerOf.push(columns.bearers.length - 1);
    }
  };
  for (const { id, aliases, decoys, cues } of source.entities) {
    columns.bearers.push(id);
    addAll(FormKind.Alias, aliases, 1);
    addAll(FormKind.Decoy, decoys, 1);
    addAll(FormKind.Cue, cues.for, 1);
    addAll(FormKind.Cue, cues.against, -1);
  }
  for (const { aliases, among } of source.ambiguities) {
    columns.bearers.push(among);
    addAll(FormKind.Alias, aliases, 1);
  }
  return columns;
}

interface Spelled {
  /** The forms that can be matched, as indices of `texts`. */
  matchable: number[];
  starts: Int32Array;
  spelled: number[];
  firstWords: number;
}

/**
 * The forms as word ids, end to end: the form `matchable[i]` is `spelled[starts[i], starts[i + 1])`. First words get the
 * lowest ids.
 */
function spell(texts: readonly string[], wordIds: Map<string, number>): Spelled {
  const idOf = (word: string): number => {
    let id = wordIds.get(word);
    if (id === undefined) {
      id = wordIds.size;
      wordIds.set(word, id);
    }
    return id;
  };
  const names: string[][] = [];
  const matchable: number[] = [];
  for (let form = 0; form < texts.length; form++) {
    const words = wordsOf(texts[form]!);
    if (!words) continue;
    names.push(words);
    matchable.push(form);
  }
  for (const [first] of names) idOf(first!);
  const firstWords = wordIds.size;
  const starts = new Int32Array(matchable.length + 1);
  const spelled: number[] = [];
  names.forEach((words, form) => {
    for (const word of words) spelled.push(idOf(word));
    starts[form + 1] = spelled.length;
  });
  return { matchable, starts, spelled, firstWords };
}

/**
 * Form indices, sorted by their word ids; a form before those that it begins. First counted out by their first words,
 * so that no sort is long.
 */
function sortBySpelling(starts: Int32Array, spelled: readonly number[], firstWords: number): Int32Array {
  const count = starts.length - 1;
  /** Where the forms with a first word end, and (counting down) where the next of them goes. */
  const ends = new Int32Array(firstWords + 1);
  for (let form = 0; form < count; form++) ends[spelled[starts[form]!]!]!++;
  for (let word = 1; word <= firstWords; word++) ends[word]! += ends[word - 1]!;
  const order = new Int32Array(count);
  for (let form = count - 1; form >= 0; form--) order[--ends[spelled[starts[form]!]!]!] = form;
  const compare = (a: number, b: number) => {
    const lengthA = starts[a + 1]! - starts[a]!;
    const lengthB = starts[b + 1]! - starts[b]!;
    for (let i = 1; i < lengthA && i < lengthB; i++) {
      const difference = spelled[starts[a]! + i]! - spelled[starts[b]! + i]!;
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB || a - b;
  };
  for (let word = 0; word < firstWords; word++) {
    order.subarray(ends[word], ends[word + 1]).sort(compare);
  }
  return order;
}

type Trie = Pick<Lexicon, "children" | "words" | "formsAt"> & { formOrder: number[] };

/** Stands for the word that leads to the root; none is asked for. */
const ROOT = 0;

/** The trie in level order. Each node is a range of the sorted forms that share its words. */
function layOut(order: Int32Array, starts: Int32Array, spelled: readonly number[]): Trie {
  const words: number[] = [ROOT];
  const children: number[] = [];
  const formCounts: number[] = [];
  const formOrder: number[] = [];
  const from: number[] = [0];
  const to: number[] = [order.length];
  const depths: number[] = [0];
  for (let node = 0; node < words.length; node++) {
    const depth = depths[node]!;
    let at = from[node]!;
    const end = to[node]!;
    const formsBefore = formOrder.length;
    while (at < end && starts[order[at]! + 1]! - starts[order[at]!]! === depth) formOrder.push(order[at++]!);
    formCounts.push(formOrder.length - formsBefore);
    children.push(words.length);
    while (at < end) {
      const word = spelled[starts[order[at]!]! + depth]!;
      const first = at;
      while (at < end && spelled[starts[order[at]!]! + depth] === word) at++;
      words.push(word);
      from.push(first);
      to.push(at);
      depths.push(depth + 1);
    }
  }
  children.push(words.length);
  return {
    children: Int32Array.from(children),
    words: Int32Array.from(words),
    formsAt: makeOffsets(formCounts),
    formOrder,
  };
}
