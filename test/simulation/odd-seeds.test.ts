import { describe } from "vitest";
import { simulate } from "./simulate.ts";
import { specifySeeds } from "./specify-seeds.ts";

/**
 * No key lost, none outside its partition, no completion marker without its ledger, no write of a holder that was
 * taken over, and the proof of completeness once the faults stop. Two files do this, so that both cores of a small
 * machine work.
 */
describe("the protocol in odd seeds", () => {
  specifySeeds(
    Array.from({ length: 1_000 }, (_, n) => 2 * n + 1),
    simulate,
  );
});
