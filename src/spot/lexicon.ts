/**
 * The lexicon: a pack's aliases, decoys and cues, compiled for matching. A trie over word ids, its edges in one
 * open-addressed table, the forms as columns. Compiling is one quick pass, so that the bundled pack can be compiled
 * where it is used, on the first text of a page, and nothing but the names has to be shipped.
 *
 * The idea of matching names word by word over a dictionary of words is Aho and Corasick's keyword tree (1975), on
 * tokens in place of letters.
 */
import type { CaseRule, Cue, EntityId } from "../pack/types.ts";
import { wordsOf } from "./name-words.ts";
import type { LexiconForm, LexiconSource } from "./types.ts";
import { makeVocabulary, type Vocabulary } from "./vocabulary.ts";

export const FormKind = { Alias: 0, Decoy: 1, Cue: 2 } as const;

/** One surface form, compiled. */
export interface Form {
  kind: (typeof FormKind)[keyof typeof FormKind];
  /** As the pack writes it. */
  text: string;
  case: CaseRule;
  sure: boolean;
  /**
   * Alias: the entities it may mean, the likeliest first (several only for an ambiguous form).
   * Decoy: the entities whose names it contains. Cue: the one entity it tells for or against.
   */
  entities: readonly EntityId[];
  /** Cue: its weight, negative where it tells against. 0 elsewhere. */
  weight: number;
}

export interface Lexicon {
  vocabulary: Vocabulary;
  forms: readonly Form[];
  /** Node → first form that ends there, −1 for none; more by `nextForm`. */
  formAt: Int32Array;
  /** Form → the next form with the same words, −1 for none. */
  nextForm: Int32Array;
  /** Edge table: parent node + 1 (0 where empty), word, child; a power of two long. */
  edgeParent: Int32Array;
  edgeWord: Int32Array;
  edgeChild: Int32Array;
}

/** The root of the trie. */
export const ROOT = 0;

/**
 * Compiles `source`. Order does not matter: permuted packs give lexicons that match alike.
 * @throws {Error} when a form has nothing in it that a text could match; it names the form.
 */
export function compileLexicon(source: LexiconSource): Lexicon {
  const forms = collectForms(source);
  const wordIds = new Map<string, number>();
  const spelled = forms.map((form) => {
    const words = wordsOf(form.text);
    if (!words)
      throw new Error(
        `“${form.text}” cannot be matched: it needs words, and nothing but spaces, dashes, commas, periods or apostrophes between them`,
      );
    return words.map((word) => {
      let id = wordIds.get(word);
      if (id === undefined) {
        id = wordIds.size;
        wordIds.set(word, id);
      }
      return id;
    });
  });
  let edges = 0;
  for (const words of spelled) edges += words.length;
  let capacity = 64;
  while (capacity < edges * 2) capacity *= 2;
  const lexicon: Lexicon = {
    vocabulary: makeVocabulary([...wordIds.keys()]),
    forms,
    formAt: new Int32Array(edges + 1).fill(-1),
    nextForm: new Int32Array(forms.length).fill(-1),
    edgeParent: new Int32Array(capacity),
    edgeWord: new Int32Array(capacity),
    edgeChild: new Int32Array(capacity),
  };
  let nodes = 1;
  spelled.forEach((words, form) => {
    let node = ROOT;
    for (const word of words) {
      const slot = findSlot(lexicon, node, word);
      if (lexicon.edgeParent[slot] === 0) {
        lexicon.edgeParent[slot] = node + 1;
        lexicon.edgeWord[slot] = word;
        lexicon.edgeChild[slot] = nodes++;
      }
      node = lexicon.edgeChild[slot]!;
    }
    lexicon.nextForm[form] = lexicon.formAt[node]!;
    lexicon.formAt[node] = form;
  });
  return lexicon;
}

/** The node that `word` leads to from `node`; −1 where no name goes on so. */
export function step(lexicon: Lexicon, node: number, word: number): number {
  const slot = findSlot(lexicon, node, word);
  return lexicon.edgeParent[slot] === 0 ? -1 : lexicon.edgeChild[slot]!;
}

function findSlot({ edgeParent, edgeWord }: Lexicon, node: number, word: number): number {
  const mask = edgeParent.length - 1;
  let hash = Math.imul(node + 1, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b);
  hash ^= hash >>> 15;
  let slot = hash & mask;
  while (edgeParent[slot] !== 0 && (edgeParent[slot] !== node + 1 || edgeWord[slot] !== word)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

function collectForms(source: LexiconSource): Form[] {
  const forms: Form[] = [];
  const add = (
    kind: Form["kind"],
    entities: readonly EntityId[],
    given: LexiconForm | Cue,
    weight: number,
  ) => {
    const sure = !("trust" in given) || given.trust === "sure";
    forms.push({ kind, text: given.text, case: given.case ?? "fold", sure, entities, weight });
  };
  for (const { id, aliases, decoys, cues } of source.entities) {
    for (const alias of aliases) add(FormKind.Alias, [id], alias, 0);
    for (const decoy of decoys) add(FormKind.Decoy, [id], decoy, 0);
    for (const cue of cues.for) add(FormKind.Cue, [id], cue, cue.weight ?? 1);
    for (const cue of cues.against) add(FormKind.Cue, [id], cue, -(cue.weight ?? 1));
  }
  for (const { aliases, among } of source.ambiguities) {
    for (const alias of aliases) add(FormKind.Alias, among, alias, 0);
  }
  return forms;
}
