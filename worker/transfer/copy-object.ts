import { mapKey } from "../../core/key-mapping.ts";
import type { Settlement } from "../../core/merge/row.ts";
import type { ListedObject } from "../../core/object.ts";
import type { ObjectRecord, Outcome } from "../../core/outcome.ts";
import { planTransfer } from "../../core/part-plan.ts";
import type { RecordCode } from "../../core/record-codes.ts";
import { formatCrc64 } from "../../core/crc64.ts";
import type { ObjectTask } from "../copy-engine.ts";
import { CopyAttempt, type CopiedObject } from "./copy-attempt.ts";
import { copyMultipart } from "./copy-multipart.ts";
import { copySmall } from "./copy-small.ts";
import { copyStreamed } from "./copy-streamed.ts";
import { findCurrentVersion } from "./find-current-version.ts";
import type { Verdict } from "./object-trial.ts";
import { settleObject } from "./settle-object.ts";
import type { ObjectRun } from "./transfer-context.ts";
import { treatArchived } from "./treat-archived.ts";
import { discardUpload } from "./upload-session.ts";

/** What became of one object in one pass over its batch. */
export interface ObjectResult {
  readonly record: ObjectRecord;
  /** Given when a second pass is worth it: what the first one leaves to it. */
  readonly unfinished?: CopyAttempt;
}

/** An object that changes at the source this often while it is being copied is left alone. */
const MOST_CHANGES = 3;

/**
 * Does one task and resolves to its record. Every trouble of the object itself ends here, as a code; what
 * is thrown is the signal's reason or a fatal store error, which concern all objects.
 *
 * `unfinished` continues where the first pass gave up; there is no third.
 */
export async function copyObject(
  task: ObjectTask,
  run: ObjectRun,
  unfinished?: CopyAttempt,
): Promise<ObjectResult> {
  const { object: listed } = task;
  const { options, destination } = run.context;
  const { srcPrefix, destPrefix } = options;
  const mapped = mapKey(listed.key, { srcPrefix, destPrefix, maxKeyBytes: destination.limits.maxKeyBytes });
  if (!mapped.ok) return { record: recordOf(listed, "failed", mapped) };

  // What is adopted is only replaced under the condition that is found then.
  const condition = task.kind === "copy" ? task.condition : ({ kind: "absent" } as const);
  const attempt = unfinished ?? new CopyAttempt(listed, mapped.key, condition, run);
  attempt.beginPass();
  for (let changes = 0; ;) {
    const verdict = await copyVersion(attempt, task);
    switch (verdict.kind) {
      case "settled":
        await discardUpload(attempt);
        return { record: settledRecord(attempt, verdict.settlement) };
      case "copied":
        return { record: copiedRecord(attempt, verdict.copied) };
      case "retry":
        break;
      case "failed":
        if (verdict.later && unfinished === undefined) {
          return { record: endedRecord(attempt, "failed", verdict), unfinished: attempt };
        }
        await discardUpload(attempt);
        await findLeftBehind(attempt);
        return { record: endedRecord(attempt, "failed", verdict) };
      case "vanished":
        await discardUpload(attempt);
        await findLeftBehind(attempt);
        return { record: endedRecord(attempt, "vanished", VANISHED) };
      case "archived": {
        const treated = await treatArchived(attempt, verdict.detail);
        if (treated.kind === "readable") {
          attempt.version = { ...attempt.version, archive: "restored" };
          break;
        }
        await discardUpload(attempt);
        return { record: endedRecord(attempt, treated.outcome, treated) };
      }
      case "changed": {
        await discardUpload(attempt);
        if (++changes === MOST_CHANGES) return { record: endedRecord(attempt, "failed", CHANGING) };
        const current = await findCurrentVersion(attempt);
        if (current.kind === "failed") return { record: endedRecord(attempt, "failed", current) };
        if (current.kind === "vanished") return { record: endedRecord(attempt, "vanished", VANISHED) };
        attempt.version = current.version;
        break;
      }
    }
  }
}

const VANISHED = { code: "SOURCE_VANISHED", detail: "deleted at the source after it was listed" } as const;
const CHANGING = {
  code: "SOURCE_CHANGING",
  detail: `changed at the source ${MOST_CHANGES} times while it was being copied`,
} as const;

/** Requests that a copy books before it begins; each part books its own two. */
const REQUESTS = { buffered: 2, streamed: 2, multipart: 3, "too-large": 0 } as const;

type CopyVerdict = Verdict | { readonly kind: "copied"; readonly copied: CopiedObject };

/** One attempt at the version of the object that is known now. */
async function copyVersion(attempt: CopyAttempt, task: ObjectTask): Promise<CopyVerdict> {
  const { context, signal } = attempt.run;
  const { sizeBytes, storageClass, archive } = attempt.version;
  try {
    const settlement = await settleObject(attempt, task);
    if (settlement !== undefined) return { kind: "settled", settlement };
  } catch (error) {
    return attempt.trial.judge(error, signal);
  }
  if (archive === "archived" || archive === "restoring") {
    return { kind: "archived", detail: `its storage class is ${storageClass}` };
  }
  const plan = planTransfer(sizeBytes, context.destination.limits, context.options.thresholds);
  try {
    await context.rate.mayBegin(REQUESTS[plan.kind], signal);
    switch (plan.kind) {
      case "buffered":
        return { kind: "copied", copied: await copySmall(attempt) };
      case "streamed":
        return { kind: "copied", copied: await copyStreamed(attempt) };
      case "multipart":
        return { kind: "copied", copied: await copyMultipart(attempt, plan) };
      case "too-large":
        return failure("OBJECT_TOO_LARGE", `${sizeBytes} bytes are more than the destination can hold`);
    }
  } catch (error) {
    return attempt.trial.judge(error, signal);
  }
}

/** Looks whether a write of ours whose answer was lost took effect, for an object that is not copied in the end. */
async function findLeftBehind(attempt: CopyAttempt): Promise<void> {
  const { run, destinationKey: key, unconfirmed } = attempt;
  if (unconfirmed.size === 0 || attempt.leftBehindEtag !== undefined) return;
  const found = await run.context.destination.stat({ key, signal: run.signal }).catch(() => undefined);
  run.signal.throwIfAborted();
  if (found?.crc64 !== undefined && unconfirmed.has(found.crc64)) attempt.leftBehindEtag = found.etag;
}

function failure(code: RecordCode, detail: string): Verdict {
  return { kind: "failed", code, detail, later: false };
}

function copiedRecord(attempt: CopyAttempt, copied: CopiedObject): ObjectRecord {
  return {
    ...recordOf(attempt.version, "copied", reasonOf(attempt, copied.dropped), attempt.failures + 1),
    destinationEtag: copied.etag,
    crc64: formatCrc64(copied.crc64),
  };
}

function reasonOf(
  { repairs }: CopyAttempt,
  dropped: readonly string[],
): { readonly code: RecordCode; readonly detail: string } | undefined {
  if (dropped.length > 0) {
    return { code: "METADATA_DROPPED", detail: `without the metadata ${dropped.join(", ")}` };
  }
  if (!repairs) return undefined;
  return { code: "METADATA_REPAIRED", detail: "a mirrored copy of the same content had lost it" };
}

function settledRecord(
  attempt: CopyAttempt,
  { outcome, code, detail, destinationEtag }: Settlement,
): ObjectRecord {
  const { version, failures } = attempt;
  return {
    ...recordOf(version, outcome, { code, detail }, failures + 1),
    ...(destinationEtag === undefined ? {} : { destinationEtag }),
  };
}

function endedRecord(
  attempt: CopyAttempt,
  outcome: Outcome,
  reason: { readonly code: RecordCode; readonly detail: string; readonly later?: boolean },
): ObjectRecord {
  const { leftBehind, leftBehindEtag } = attempt;
  // An object that ran out of attempts failed at each; any other end came in one more.
  const attempts = reason.later === true ? attempt.failures : attempt.failures + 1;
  const detail = leftBehind === undefined ? reason.detail : `${reason.detail}; ${leftBehind}`;
  const record = recordOf(attempt.version, outcome, { code: reason.code, detail }, attempts);
  if (leftBehindEtag === undefined) return record;
  // So that the next delta knows it for ours, and for no version that the source has.
  const { sizeBytes } = attempt.version;
  return { ...record, ours: { sizeBytes, sourceEtag: "", destinationEtag: leftBehindEtag } };
}

function recordOf(
  version: ListedObject,
  outcome: Outcome,
  reason: { readonly code: RecordCode; readonly detail?: string | undefined } | undefined,
  attempts = 1,
): ObjectRecord {
  return {
    key: version.key,
    outcome,
    ...(reason === undefined ? {} : { code: reason.code }),
    ...(reason?.detail === undefined ? {} : { detail: reason.detail }),
    sizeBytes: version.sizeBytes,
    sourceEtag: version.etag,
    sourceLastModifiedMs: version.lastModifiedMs,
    ...(attempts === 1 ? {} : { attempts }),
  };
}
