import { decideAudit } from "../core/merge/decide-audit.ts";
import { decideCopy } from "../core/merge/decide-copy.ts";
import { decideDelta } from "../core/merge/decide-delta.ts";
import { decidePrune } from "../core/merge/decide-prune.ts";
import { compileFilter } from "../core/merge/filter.ts";
import { settle, type Decision, type Row } from "../core/merge/row.ts";
import type { ObjectRecord } from "../core/outcome.ts";
import type { JobSpec } from "../core/protocol/job.ts";
import { jobKeys, type JobKeys } from "../core/protocol/keys.ts";

/** What the kind of a job means for its stages. */
export interface JobRules {
  /** The base's keys in the control bucket; absent in a job without a base. */
  readonly baseKeys?: JobKeys;
  /**
   * Whose keys make the rows: the base's alone, base and source, or base, source and destination.
   */
  readonly follows: "base" | "source" | "both";
  /** Whether the destination is listed, too. */
  readonly looksAt: "source" | "both";
  /**
   * How many partitions a worker lists at once: one where copying takes the time, more where most keys need nothing
   * done, so that the wait for a page of one is spent on another. Bounded by what their rows take.
   */
  readonly listedAtOnce: number;
  /** Whether a line of the base is this job's business; the others are carried over. Asked where `follows` is `base`. */
  isConcerned(base: ObjectRecord): boolean;
  /** What becomes of a key; undefined when it is none of the job's. */
  decide(row: Row): Decision | undefined;
}

/** However short a listing, claims and ledgers of more would only wait for each other. */
const MOST_LISTED_AT_ONCE = 7;

/** How many rows the partitions that are listed at once have together, about. */
const ROWS_AT_ONCE = 70_000;

/** The rules of a job. CONFIGURATION_INVALID for a glob that is none. */
export function jobRules(spec: JobSpec): JobRules {
  const { work, overwrite } = spec;
  const { etag } = spec.source;
  const filter = compileFilter(spec.filter, spec.srcPrefix);
  const unlessFiltered =
    (decide: (row: Row) => Decision | undefined) =>
    (row: Row): Decision | undefined => {
      const code = row.source === undefined ? undefined : filter(row.source);
      return code === undefined ? decide(row) : settle("skipped", code);
    };
  const always = (): boolean => true;
  const fitting = Math.floor(ROWS_AT_ONCE / spec.taskObjectCountLimit);
  const listedAtOnce = Math.min(MOST_LISTED_AT_ONCE, Math.max(1, fitting));
  switch (work.kind) {
    case "copy":
      return {
        follows: "source",
        looksAt: overwrite === "always" ? "source" : "both",
        listedAtOnce: 1,
        isConcerned: always,
        decide: unlessFiltered((row) => decideCopy(row, overwrite, etag)),
      };
    case "delta":
      return {
        baseKeys: jobKeys(work.baseJobId),
        follows: "source",
        looksAt: "both",
        listedAtOnce,
        isConcerned: always,
        decide: unlessFiltered((row) => decideDelta(row, etag)),
      };
    case "redrive":
      return {
        baseKeys: jobKeys(work.baseJobId),
        follows: "base",
        looksAt: "both",
        listedAtOnce,
        isConcerned: (base) => base.outcome === "failed",
        decide: unlessFiltered((row) => decideDelta(row, etag)),
      };
    case "prune":
      return {
        baseKeys: jobKeys(work.baseJobId),
        follows: "base",
        looksAt: "both",
        listedAtOnce,
        isConcerned: (base) => base.code === "SOURCE_GONE",
        decide: decidePrune,
      };
    case "audit": {
      const rules = { sourceEtag: etag, content: work.content, hasBase: work.baseJobId !== undefined };
      return {
        ...(work.baseJobId === undefined ? {} : { baseKeys: jobKeys(work.baseJobId) }),
        follows: "both",
        looksAt: "both",
        listedAtOnce,
        isConcerned: always,
        decide: unlessFiltered((row) => decideAudit(row, rules)),
      };
    }
  }
}
