/**
 * Text as search sees it: words, folded one code point at a time, so that a part of a folded word can be led back to the
 * letters it came from. Offsets are UTF-16 code units of the original.
 */

/**
 * The spotter's folding, handed in: letters folded, marks dropped, gaps between words made one space. It must fold each
 * code point by itself, whatever stands beside it.
 */
export type FoldText = (text: string) => string;

export interface WordSplitter {
  words(text: string): FoldedWord[];
  /** The folded words alone, for texts that are many: it takes a third of the time. */
  terms(text: string): string[];
}

export interface FoldedWord {
  folded: string;
  /** For each unit of `folded`, where its letter begins in the original. */
  starts: number[];
  /** For each unit of `folded`, where its letter ends in the original, marks that belong to it included. */
  ends: number[];
}

/**
 * What one character is to search: its folded letters, a mark that belongs to the letter before it, an apostrophe or
 * the like within a word, or the gap between two words.
 */
type Fold = { letters: string } | "mark" | "joint" | "gap";

export function createWordSplitter(foldText: FoldText): WordSplitter {
  const folds = new Map<string, Fold>();

  function foldCharacter(char: string): Fold {
    const known = folds.get(char);
    if (known !== undefined) return known;
    const letters = foldText(char);
    const fold: Fold = letters !== "" ? { letters } : foldBetweenLetters(char);
    folds.set(char, fold);
    return fold;
  }

  function foldBetweenLetters(char: string): Fold {
    const between = foldText(`a${char}a`);
    return between === "aa" ? "mark" : between === "a a" ? "gap" : "joint";
  }

  function words(text: string): FoldedWord[] {
    const words: FoldedWord[] = [];
    let word: FoldedWord | null = null;
    let offset = 0;
    for (const char of text) {
      const end = offset + char.length;
      const fold = foldCharacter(char);
      if (fold === "gap") word = null;
      else if (fold === "mark") {
        if (word !== null) word.ends[word.ends.length - 1] = end;
      } else if (fold !== "joint") {
        if (word === null) {
          word = { folded: "", starts: [], ends: [] };
          words.push(word);
        }
        word.folded += fold.letters;
        for (let unit = 0; unit < fold.letters.length; unit++) {
          word.starts.push(offset);
          word.ends.push(end);
        }
      }
      offset = end;
    }
    return words;
  }

  function terms(text: string): string[] {
    const terms: string[] = [];
    let term = "";
    for (const char of text) {
      const fold = foldCharacter(char);
      if (typeof fold === "object") term += fold.letters;
      else if (fold === "gap" && term !== "") {
        terms.push(term);
        term = "";
      }
    }
    if (term !== "") terms.push(term);
    return terms;
  }

  return { words, terms };
}

/** All words as one, for names that people write together or apart ("alqaeda", "al-Qaeda"). */
export function joined(words: readonly FoldedWord[]): FoldedWord {
  return {
    folded: words.map((word) => word.folded).join(""),
    starts: words.flatMap((word) => word.starts),
    ends: words.flatMap((word) => word.ends),
  };
}
