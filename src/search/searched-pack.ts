/** One pack, made ready to be searched: in steps, for ten thousand entities take longer than a key should wait. */
import type { PackIndex } from "../pack/lookup.ts";
import { originalOf } from "../pack/texts.ts";
import type { LanguageTag } from "../pack/types.ts";
import { documentsOf, type SearchDocument } from "./index/documents.ts";
import { createWordSplitter, type FoldText, type WordSplitter } from "./index/folded-words.ts";
import { Matcher } from "./matching.ts";

/** Documents that are indexed between two looks at the clock: some tenths of a millisecond. */
const AT_ONCE = 32;

export class SearchedPack {
  readonly index: PackIndex;
  readonly matcher: Matcher;
  readonly splitter: WordSplitter;
  /** Names are shown in it, and sentences found in it too. */
  readonly language: LanguageTag;
  readonly #coming: Generator<SearchDocument, void>;
  #complete = false;

  /**
   * @param foldText the spotter's, so that search and spotting agree on what is the same letter
   * @param language the reader's
   */
  constructor(index: PackIndex, foldText: FoldText, language: LanguageTag = originalOf(index.pack)) {
    this.index = index;
    this.language = language;
    this.splitter = createWordSplitter(foldText);
    this.matcher = new Matcher(this.splitter);
    this.#coming = documentsOf(index, language);
  }

  /** Whether all of it is found. */
  get complete(): boolean {
    return this.#complete;
  }

  /**
   * Takes more of the pack into the index until `enough` says so, which is asked after every few documents. Answers whether
   * all is in it. Until then what is in it is found.
   */
  grow(enough: () => boolean): boolean {
    while (!this.#complete) {
      for (let count = 0; count < AT_ONCE && !this.#complete; count++) {
        const next = this.#coming.next();
        if (next.done) this.#complete = true;
        else this.matcher.add(next.value);
      }
      if (enough()) break;
    }
    return this.#complete;
  }
}
