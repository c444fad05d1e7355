/**
 * Folding: what counts as the same letter. One code point at a time, so that every folded unit can be led back to the
 * place in the original text it came from (offsets are UTF-16 code units).
 *
 * Folded away: case, diacritics, compatibility forms (full width, ligatures, presentation forms), Arabic-script
 * letter variants, vowel signs, tatweel, soft hyphens, zero-width and bidi controls. Kept apart: letters that a
 * language tells apart (پ چ ژ گ ڑ ٹ ڈ, Devanagari vowel signs, voiced kana).
 *
 * The result for one UTF-16 unit is a packed number, `class << 16 | folded unit`, kept in pages of 256 units. Those of the
 * scripts that names are written in are made by the build and given (stored-letters.ts); others are made when a text first
 * needs them: a page in one script pays for that script alone.
 */

/** What a unit is to the tokenizer. */
export const Unit = {
  /** Punctuation, symbols: ends a token and a name. */
  Break: 0,
  /** A letter or digit; the low 16 bits hold the folded unit. */
  Word: 1,
  /** Nothing: combining marks, tatweel, soft hyphen, zero-width characters. */
  Ignored: 2,
  Space: 3,
  Dash: 4,
  Apostrophe: 5,
  /** Han and kana: a token of its own, for these scripts have no spaces between words. */
  Ideograph: 6,
  /** A letter that folds to several units; the low 16 bits are an index into `expansions`. */
  Expanded: 7,
  /** Half of a surrogate pair: look the whole code point up. */
  Surrogate: 8,
  /** ZERO WIDTH NON-JOINER: parts a word in Arabic script, nothing elsewhere. */
  NonJoiner: 9,
  /** Combining kana voicing mark: belongs to the ideograph before it. */
  Voicing: 10,
  /** An ideograph that folds to several units (voiced kana); index into `expansions`. */
  ExpandedIdeograph: 11,
  Comma: 12,
  Period: 13,
} as const;

const CLASS_SHIFT = 16;
const PAGE_BITS = 8;
const PAGE_SIZE = 1 << PAGE_BITS;

/** Folded forms of more than one unit, by index. Grows as pages are made. */
const expansions: string[] = [];
const pages: (Int32Array | undefined)[] = new Array(0x110000 >> PAGE_BITS);

/** Units below this are ASCII. Written out: every frame needs them, and the Unicode tables would take it a millisecond. */
export const ASCII = 128;
/** ASCII unit → its class. */
export const ASCII_CLASS = new Uint8Array(ASCII);
/** ASCII unit → its folded unit where it is a letter or digit, else 0. */
export const ASCII_FOLD = new Uint8Array(ASCII);

const assign = (units: string, kind: number, folded = "") => {
  for (let i = 0; i < units.length; i++) {
    ASCII_CLASS[units.charCodeAt(i)] = kind;
    if (folded !== "") ASCII_FOLD[units.charCodeAt(i)] = folded.charCodeAt(i);
  }
};
const LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
assign(LETTERS_AND_DIGITS, Unit.Word, LETTERS_AND_DIGITS);
assign(LETTERS_AND_DIGITS.toUpperCase(), Unit.Word, LETTERS_AND_DIGITS);
assign(' \t\n\v\f\r"', Unit.Space);
assign("-_", Unit.Dash);
assign("'`", Unit.Apostrophe);
assign(",", Unit.Comma);
assign(".", Unit.Period);

export const classOf = (packed: number): number => packed >> CLASS_SHIFT;
export const unitOf = (packed: number): number => packed & 0xffff;
export const expansionOf = (packed: number): string => expansions[packed & 0xffff]!;

/**
 * The packed fold of a code point. Lone surrogates are breaks, so any string can be folded.
 * Everything beyond U+FFFF goes through the same pages: emoji and mathematical letters must not be slow.
 */
export function foldCodePoint(codePoint: number): number {
  const packed = foldPage(codePoint >> PAGE_BITS)[codePoint & (PAGE_SIZE - 1)]!;
  return classOf(packed) === Unit.Surrogate ? Unit.Break << CLASS_SHIFT : packed;
}

/** The page of packed folds that holds the code points `index << 8 …`; the tokenizer's inner loop reads it directly. */
export function foldPage(index: number): Int32Array {
  return pages[index] ?? makePage(index);
}

/** Puts in a page that was made elsewhere; one that is there already stays. */
export function giveFoldPage(index: number, page: Int32Array): void {
  pages[index] ??= page;
}

function makePage(index: number): Int32Array {
  const page = new Int32Array(PAGE_SIZE);
  const first = index << PAGE_BITS;
  for (let i = 0; i < PAGE_SIZE; i++) page[i] = pack(first + i);
  pages[index] = page;
  return page;
}

function pack(codePoint: number): number {
  if (codePoint < ASCII) return (ASCII_CLASS[codePoint]! << CLASS_SHIFT) | ASCII_FOLD[codePoint]!;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return Unit.Surrogate << CLASS_SHIFT;
  // The big uniform blocks need no look at the Unicode tables: a Chinese page would pay milliseconds for them, and so
  // would any page for an arrow, an emoji or an icon font's letter.
  if ((codePoint >= 0x3400 && codePoint <= 0x4dbf) || (codePoint >= 0x4e00 && codePoint <= 0x9fff))
    return (Unit.Ideograph << CLASS_SHIFT) | codePoint;
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return (Unit.Word << CLASS_SHIFT) | codePoint;
  if (isSymbol(codePoint)) return Unit.Break << CLASS_SHIFT;
  return packByTables(codePoint);
}

/** Arrows, technical signs, box drawing to dingbats, the private use area, pictographs: nothing but symbols. */
const isSymbol = (codePoint: number): boolean =>
  (codePoint >= 0x2190 && codePoint <= 0x21ff) ||
  (codePoint >= 0x2300 && codePoint <= 0x245f) ||
  (codePoint >= 0x2500 && codePoint <= 0x2775) ||
  (codePoint >= 0xe000 && codePoint <= 0xf8ff) ||
  (codePoint >= 0x1f300 && codePoint <= 0x1faff);

/** Letters that no Unicode decomposition brings together, though writers and keyboards mix them. */
const SAME_LETTER = new Map<string, string>([
  ["ı", "i"],
  ["ł", "l"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["þ", "th"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ß", "ss"],
  ["ς", "σ"],
  ["ي", "ی"],
  ["ى", "ی"],
  ["ك", "ک"],
  ["ڪ", "ک"],
  ["ګ", "گ"],
  ["ہ", "ه"],
  ["ھ", "ه"],
  ["ة", "ه"],
  ["ۃ", "ه"],
  ["ە", "ه"],
  ["ٱ", "ا"],
]);

/**
 * The fold of a code point beyond ASCII by Unicode's tables, which an engine needs some milliseconds to get ready. So the
 * expressions stand where they are used: at the top of the file every frame would pay for them, and few frames come here.
 */
export function packByTables(codePoint: number): number {
  const char = String.fromCodePoint(codePoint);
  if (codePoint === 0x200c) return Unit.NonJoiner << CLASS_SHIFT;
  const sign = signOf(char);
  if (sign !== null) return sign << CLASS_SHIFT;
  const folded = foldLetter(char);
  if (folded === "") return Unit.Ignored << CLASS_SHIFT;
  if (/^[\u3099\u309a]$/u.test(folded)) return (Unit.Voicing << CLASS_SHIFT) | folded.charCodeAt(0);
  if (!/^[\p{L}\p{M}\p{N}]/u.test(folded)) return Unit.Break << CLASS_SHIFT;
  const ideograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u.test(folded);
  if (folded.length === 1) {
    return ((ideograph ? Unit.Ideograph : Unit.Word) << CLASS_SHIFT) | folded.charCodeAt(0);
  }
  return packExpansion(ideograph ? Unit.ExpandedIdeograph : Unit.Expanded, folded);
}

function signOf(char: string): number | null {
  // And quotation marks: “Islamic State” group, حركة «طالبان» الأفغانية are names written with them or without.
  if (/^[\p{Zs}\t\n\v\f\r\u2028\u2029"«»“”„‟‹›「」『』]$/u.test(char)) return Unit.Space;
  // And what stands for a dash inside names: the middle dots and the double hyphen of Japanese, `_` of hashtags.
  if (/^[\p{Pd}\u2212\u00b7\u30fb\uff65\u2027\u30a0_]$/u.test(char)) return Unit.Dash;
  if (/^['\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02be\u02bf\u02c8\u0060\u00b4\u2032\uff07\u05f3]$/u.test(char))
    return Unit.Apostrophe;
  if (/^[,\u060c\u3001\uff0c]$/u.test(char)) return Unit.Comma;
  // The Urdu one included: ٹی۔ٹی۔پی.
  if (/^[.\u06d4\uff0e]$/u.test(char)) return Unit.Period;
  return isIgnored(char) ? Unit.Ignored : null;
}

/** Default-ignorable and format characters, tatweel. */
const isIgnored = (char: string): boolean => /^[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640]$/u.test(char);

/** Without marks that only adorn a letter; the vowel signs of Indic scripts are letters to their readers and stay. */
const unadorned = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noMisleadingCharacterClass: marks on their own are just what is looked for
    /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u093c\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu,
    "",
  );

/** The packed fold of a letter that folds to several units. */
export const packExpansion = (kind: number, folded: string): number =>
  (kind << CLASS_SHIFT) | expansionIndex(folded);

function foldLetter(char: string): string {
  let folded = "";
  for (const part of unadorned(char.normalize("NFKD").toLowerCase().normalize("NFKD"))) {
    if (isIgnored(part)) continue;
    const digit = decimalDigit(part);
    folded += digit ?? SAME_LETTER.get(part) ?? part;
  }
  return folded;
}

/** Decimal digits of every script stand in runs of ten, zero first (Unicode 16, section 4.6). */
function decimalDigit(char: string): string | null {
  if (!/\p{Nd}/u.test(char)) return null;
  let zero = char.codePointAt(0)!;
  const digit = /\p{Nd}/u;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(zero - 1))) {
    zero--;
    value++;
  }
  return String(value);
}

const indexOfExpansion = new Map<string, number>();

function expansionIndex(folded: string): number {
  let index = indexOfExpansion.get(folded);
  if (index === undefined) {
    index = expansions.length;
    expansions.push(folded);
    indexOfExpansion.set(folded, index);
  }
  return index;
}

/** Whether a unit is half of a pair that writes one code point beyond U+FFFF, or stands where its other half should. */
export const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;

/** Whether a (folded) unit is a letter of the Arabic script. */
export const isArabic = (unit: number): boolean => unit >= 0x0600 && unit <= 0x08ff;

/**
 * The folded form of a whole string: letters folded, every run of spaces, dashes and other marks between words one
 * space, apostrophes `'`. Two strings that fold alike are the same name to the spotter; the search and the checks of
 * the analysis use it for the same reason.
 */
export function foldText(text: string): string {
  let out = "";
  let gap = "";
  for (const char of text) {
    const packed = foldCodePoint(char.codePointAt(0)!);
    const kind = classOf(packed);
    if (kind === Unit.Ignored) continue;
    let letters: string;
    if (kind === Unit.Word || kind === Unit.Ideograph || kind === Unit.Voicing) {
      letters = String.fromCharCode(unitOf(packed));
    } else if (kind === Unit.Expanded || kind === Unit.ExpandedIdeograph) {
      letters = expansionOf(packed);
    } else {
      if (kind === Unit.Apostrophe) gap = gap === "" ? "'" : gap;
      else gap = " ";
      continue;
    }
    if (out !== "") out += gap;
    out += letters;
    gap = "";
  }
  return out;
}
