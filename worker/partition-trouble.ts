import { FerryError } from "../core/errors.ts";

/** What makes one partition impossible to work on while all others are fine. */
const OF_THE_PARTITION: ReadonlySet<string> = new Set([
  "CONTROL_OBJECT_UNREADABLE",
  "CONTROL_OBJECT_MISSING",
  "LEDGER_UNORDERED",
]);

/**
 * Whether an error is the trouble of one partition alone: a worker that meets it goes on with the others, so that
 * one damaged control object does not end one worker after the other while there is work to do.
 */
export function isOfThePartition(error: unknown): boolean {
  return error instanceof FerryError && OF_THE_PARTITION.has(error.code);
}
