import { expect, it } from "vitest";
import { simulate } from "./simulate.ts";

const SEEDS_PER_TEST = 50;

/**
 * One test for every fifty seeds: no key lost, none outside its partition, no completion marker without its ledger,
 * no write of a holder that was taken over, and the proof of completeness once the faults stop. What broke is named
 * with the command that replays it. Two files call this, so that both cores of a small machine work.
 */
export function specifySeeds(seeds: readonly number[]): void {
  for (let from = 0; from < seeds.length; from += SEEDS_PER_TEST) {
    const some = seeds.slice(from, from + SEEDS_PER_TEST);
    it(`holds from seed ${some[0]} to ${some.at(-1)}`, { timeout: 300_000 }, async () => {
      const broken: string[] = [];
      for (const seed of some) {
        const { problems } = await simulate(seed);
        if (problems.length > 0) broken.push(`${problems.join("; ")} (npm run simulate -- --seed ${seed})`);
      }
      expect(broken).toEqual([]);
    });
  }
}
