/**
 * Runs every contender once per round and gives their results by contender, in round order. Each round begins
 * with the next contender, so that none always profits from a warm machine.
 */
export async function interleave<Result>(
  rounds: number,
  contenders: readonly (() => Promise<Result>)[],
): Promise<Result[][]> {
  const results: Result[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (round + turn) % contenders.length;
      const result = await contenders[index]?.();
      if (result !== undefined) results[index]?.push(result);
    }
  }
  return results;
}
