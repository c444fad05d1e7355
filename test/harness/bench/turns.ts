/** Timing by turns: each contender once a round, in an order that shifts, so that noise falls on all alike. */
export function takeTurns(
  contenders: Readonly<Record<string, () => number>>,
  rounds: number,
): Map<string, number[]> {
  const entries = Object.entries(contenders);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  // Two rounds to warm up, uncounted.
  for (let round = -2; round < rounds; round++) {
    for (let i = 0; i < entries.length; i++) {
      const [name, run] = entries[(i + Math.max(round, 0)) % entries.length]!;
      const start = performance.now();
      run();
      if (round >= 0) times.get(name)!.push(performance.now() - start);
    }
  }
  return times;
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
