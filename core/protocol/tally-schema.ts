import { z } from "zod";
import type { Tally } from "../outcome.ts";

const count = z.int().min(0);

/** A tally in a control object; the sums are checked where it is read, by `tallyAddsUp`. */
export const tallySchema: z.ZodType<Tally> = z.strictObject({
  listed: count,
  listedBytes: count,
  copiedBytes: count,
  outcomes: z.strictObject({ copied: count, skipped: count, kept: count, vanished: count, failed: count }),
  codes: z.record(z.string(), count),
});
