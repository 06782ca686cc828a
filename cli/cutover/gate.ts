import type { JobRecord } from "../../core/protocol/job.ts";
import type { Summary } from "../../core/protocol/summary.ts";
import type { MirrorRule } from "../../storage/oss/configuration-documents.ts";
import type { OpenBuckets } from "../../storage/open-stores.ts";
import type { Finding } from "../checks/finding.ts";
import type { LateWriters } from "./count-late-writers.ts";

/** What is still good enough. */
interface CutoverLimits {
  /** Objects that the last round may have copied. */
  readonly mostChanged: number;
  /** Objects that may have failed: those whose loss is accepted. */
  readonly mostFailed: number;
  /** How long the last round may have taken. */
  readonly mostMinutes: number;
  /** How long ago the last round may have begun. */
  readonly mostAgeMinutes: number;
}

/** What the gates ask. */
export interface CutoverContext {
  /** The last job before the switch. */
  readonly job: JobRecord;
  readonly summary: Summary | undefined;
  readonly buckets: OpenBuckets;
  readonly limits: CutoverLimits;
  /** A key of the source to ask the rule for; one is looked for where none is named. */
  readonly canaryKey: string | undefined;
  /** Whether a canary that was fetched for this check is deleted at the destination again. */
  readonly canaryCleanup: boolean;
  /** The source's clock when the check began. */
  readonly sourceNowMs: number;
  /** The destination's back-to-source rules. */
  readonly mirrorRules: () => Promise<readonly MirrorRule[]>;
  /** What has been written at the source since the last job began; undefined when nobody asked for it. */
  readonly lateWriters: () => Promise<LateWriters | undefined>;
}

/** One of the questions that must be answered before the switch; undefined when there is nothing to say. */
export interface Gate {
  readonly name: string;
  readonly ask: (context: CutoverContext, signal: AbortSignal) => Promise<Finding | undefined>;
}

/** What `ask` resolves to, asked once however often it is wanted. */
export function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => (answer ??= ask());
}
