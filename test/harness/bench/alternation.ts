/**
 * What the spotter is measured against: one alternation, tuned: longest first, so that the longest name wins; Unicode edges by look-around; case ignored; and
 * between the words of a name what the spotter allows as well, one space or dash. Answers what goes over the prose once and counts.
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
