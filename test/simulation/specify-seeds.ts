import { expect, it } from "vitest";

const SEEDS_PER_TEST = 50;

/**
 * One test for every fifty seeds of a simulation. What broke is named with the command that replays it, which has
 * these arguments besides the seed.
 */
export function specifySeeds(
  seeds: readonly number[],
  simulate: (seed: number) => Promise<{ readonly problems: readonly string[] }>,
  replayArguments = "",
): void {
  for (let from = 0; from < seeds.length; from += SEEDS_PER_TEST) {
    const some = seeds.slice(from, from + SEEDS_PER_TEST);
    it(`holds from seed ${some[0]} to ${some.at(-1)}`, { timeout: 300_000 }, async () => {
      const broken: string[] = [];
      for (const seed of some) {
        const { problems } = await simulate(seed);
        if (problems.length === 0) continue;
        broken.push(`${problems.join("; ")} (npm run simulate -- ${replayArguments}--seed ${seed})`);
      }
      expect(broken).toEqual([]);
    });
  }
}
