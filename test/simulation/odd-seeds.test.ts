import { describe } from "vitest";
import { specifySeeds } from "./specify-seeds.ts";

describe("the protocol in odd seeds", () => {
  specifySeeds(Array.from({ length: 1_000 }, (_, n) => 2 * n + 1));
});
