import { describe, expect, it } from "vitest";
import { specifySeeds } from "./specify-seeds.ts";
import { simulateStory } from "./story/simulate-story.ts";

/** How the lines of all stories together must have ended, lest the stories grow tame. */
const ENDINGS = [
  "copied",
  "copied METADATA_REPAIRED",
  "failed AUDIT_DIFFERENT",
  "failed AUDIT_MISSING",
  "failed KEY_LEADING_SLASH",
  "failed KEY_NOT_UTF8",
  "failed SOURCE_ARCHIVED",
  "kept AUDIT_EXTRA",
  "kept BOTH_CHANGED",
  "kept DESTINATION_CHANGED",
  "kept DESTINATION_DELETED",
  "kept DESTINATION_NOT_OURS",
  "kept DESTINATION_TAKEN",
  "skipped AUDIT_SAME",
  "skipped AUDIT_SAME_SIZE",
  "skipped DESTINATION_EXISTS",
  "skipped DESTINATION_NOT_OLDER",
  "skipped FILTERED_SIZE",
  "skipped NOT_CONCERNED",
  "skipped SAME_CONTENT",
  "skipped SOURCE_BACK",
  "skipped UNCHANGED",
  "vanished DELETED",
  "vanished GONE_EVERYWHERE",
  "vanished SOURCE_GONE",
  "vanished SOURCE_VANISHED",
];

/**
 * Full copy, deltas, switch, final delta, redrive, prune and audit, with the application at work all the time and
 * workers that die: no write over what is not ours, nothing deleted that comes back, nothing forgotten, every line of
 * every ledger true, and the destination as the users expect it or the reason in the ledger.
 */
describe("the whole migration", () => {
  const endings = new Set<string>();
  const seeds = Array.from({ length: 400 }, (_, n) => n + 1);
  specifySeeds(
    seeds,
    async (seed) => {
      const { problems, lines } = await simulateStory(seed);
      for (const ending of Object.keys(lines)) endings.add(ending);
      return { problems };
    },
    "--story ",
  );

  it("met with everything that can become of a key", () => {
    expect([...endings]).toEqual(expect.arrayContaining(ENDINGS));
  });
});
