/** What the spotter is measured against. Each returns a function that goes over the prose once and counts. */
import AhoCorasick from "ahocorasick";

/**
 * One alternation, tuned: longest first, so that the longest name wins; Unicode edges by look-around; case ignored; and
 * between the words of a name what the spotter allows as well, one space or dash.
 */
export function alternation(names: readonly string[], prose: readonly string[]): () => number {
  const branches = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "[\\s\\p{Pd}]+"));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${branches.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return () => {
    let found = 0;
    for (const text of prose) for (const _ of text.matchAll(expression)) found++;
    return found;
  };
}

/** The automaton from npm, over lower-cased text; it knows no edges and no longest match. */
export function ahoCorasick(names: readonly string[], prose: readonly string[]): () => number {
  const automaton = new AhoCorasick(names.map((name) => name.toLowerCase()));
  return () => {
    let found = 0;
    for (const text of prose) found += automaton.search(text.toLowerCase()).length;
    return found;
  };
}
