/** Text and names for the spotter's benchmark: made from a seed, so that every run measures the same work. */
/** A small generator of numbers in [0, 1) (mulberry32, public domain): the same sequence for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu ar en il or un ast erb ist olm und".split(" ");
/** Prose is made of other syllables, so that the number of mentions does not grow with the number of names. */
const PROSE_SYLLABLES =
  "ta me ro li ga du po nes che ran ti sul va bre ith ock ame ush el ow ing ter ation ly".split(" ");
const COMMON =
  "the of and to in a is that it was for on are as with his they at be this from have or by one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know".split(
    " ",
  );

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

function word(random: () => number, syllables: readonly string[]): string {
  let made = "";
  for (let n = 2 + Math.floor(random() * 3); n > 0; n--) made += pick(random, syllables);
  return made;
}

/** `count` names of one to four words, a fifth of them sharing their first word with others, all `sure`. */
export function makeNames(count: number): string[] {
  const random = randomFrom(7);
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const firsts = Array.from({ length: Math.max(4, count >> 3) }, () => word(random, SYLLABLES));
  const names = new Set<string>();
  while (names.size < count) {
    const words = [random() < 0.2 ? pick(random, firsts) : word(random, SYLLABLES)];
    for (let n = Math.floor(random() * 4); n > 0; n--) words.push(word(random, SYLLABLES));
    names.add(words.map(capital).join(" "));
  }
  return [...names];
}

/** About `length` UTF-16 code units of prose in paragraphs, one of `names` about every 150 words. */
export function makeProse(length: number, names: readonly string[]): string[] {
  const random = randomFrom(11);
  const paragraphs: string[] = [];
  let made = 0;
  while (made < length) {
    const words: string[] = [];
    for (let n = 60 + Math.floor(random() * 120); n > 0; n--) {
      const next =
        random() < 1 / 150
          ? pick(random, names)
          : random() < 0.6
            ? pick(random, COMMON)
            : word(random, PROSE_SYLLABLES);
      words.push(random() < 0.08 ? `${next},` : random() < 0.06 ? `${next}.` : next);
    }
    const paragraph = words.join(" ");
    paragraphs.push(paragraph);
    made += paragraph.length;
  }
  return paragraphs;
}
