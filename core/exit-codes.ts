import { FerryError, StoreError } from "./errors.ts";

/** How every program of oss-ferry ends. docs/runbook.md has a heading for each. */
export const EXIT = {
  /** The job is complete and nothing failed. */
  complete: 0,
  /** Something that should not be possible; worth a bug report. */
  unexpected: 1,
  /** A setting or argument is missing or wrong; nothing was begun. */
  usage: 2,
  /** The job is complete, but some objects failed; the ledgers name them. */
  objectsFailed: 3,
  /** Refused for safety: a control bucket that is or was versioned, another job's settings, an empty source, broken coverage; a check that says no. */
  refused: 4,
  /** A store cannot be used: credentials, permission, bucket, region or clock. */
  storeUnusable: 5,
  /** Stopped before the job was complete, as asked; others go on, or the same command later. */
  drained: 6,
  /** A store did not answer for too long; the same command goes on later. */
  storeUnavailable: 7,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const USAGE: ReadonlySet<string> = new Set(["CONFIGURATION_INVALID", "USAGE"]);

const UNUSABLE: ReadonlySet<string> = new Set([
  "BUCKET_NOT_FOUND",
  "ACCESS_DENIED",
  "CREDENTIALS_INVALID",
  "CREDENTIALS_EXPIRED",
  "CREDENTIALS_MISSING",
  "CLOCK_SKEWED",
  "WRONG_REGION",
  "INVALID_REQUEST",
]);

/** The exit code that tells what kind of error this is. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof FerryError)) return EXIT.unexpected;
  if (USAGE.has(error.code)) return EXIT.usage;
  if (UNUSABLE.has(error.code)) return EXIT.storeUnusable;
  if (error.code === "STORE_UNAVAILABLE") return EXIT.storeUnavailable;
  return error instanceof StoreError && error.retryable ? EXIT.storeUnavailable : EXIT.refused;
}
