import { settle } from "../../core/merge/row.ts";
import { storeErrorOf } from "../../core/errors.ts";
import type { DestinationObject, StoredObject } from "../../storage/ports.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { Judged } from "./object-trial.ts";
import { sourceCrc64 } from "./source-crc64.ts";

/** Whether the store itself is to refuse a write when the key is taken. */
export function forbidOverwrite(attempt: CopyAttempt): { readonly forbidOverwrite?: true } {
  return attempt.condition.kind === "absent" ? { forbidOverwrite: true } : {};
}

/**
 * Looks at the destination as late as it can be done, right before a write that replaces something: OSS has no
 * conditional PUT but the create-only one. Resolves when the write may go on, or to what the destination holds when
 * that is already what was to be written (an attempt whose answer was lost). Throws `Judged` when somebody else's
 * version is there.
 */
export async function beforeReplacing(
  attempt: CopyAttempt,
  crc64: bigint,
): Promise<StoredObject | undefined> {
  const { condition, run, destinationKey: key } = attempt;
  if (condition.kind !== "unchanged") return undefined;
  const { context, signal } = run;
  context.rate.book(1);
  const found = await context.destination.stat({ key, signal });
  if (found?.etag === condition.etag) return undefined;
  return oursOrTheirs(attempt, found, crc64);
}

/**
 * Says what a refused write means: resolves to what the destination holds when it is what was to be written, throws
 * `Judged` when it is somebody else's or may not be replaced, and any other error as it is. `crc64` of what was to be
 * written, where it is known.
 */
export async function afterRefusal(
  attempt: CopyAttempt,
  error: unknown,
  crc64?: bigint,
): Promise<StoredObject> {
  if (storeErrorOf(error, "ALREADY_EXISTS") === undefined) throw error;
  const { condition, run, destinationKey: key } = attempt;
  run.context.rate.book(1);
  const found = await run.context.destination.stat({ key, signal: run.signal });
  if (condition.kind === "unchanged" && found?.etag === condition.etag) throw forbidden();
  return oursOrTheirs(attempt, found, crc64);
}

/**
 * The same bytes are as good as ours, whoever wrote them, but for a mirror, which loses the metadata. What a mirror
 * fetched meanwhile is replaced by the next attempt, and so is an older version that is there by a write of ours whose
 * answer was lost.
 */
async function oursOrTheirs(
  attempt: CopyAttempt,
  found: DestinationObject | undefined,
  crc64: bigint | undefined,
): Promise<StoredObject> {
  if (found === undefined || isOfTheSource(found)) {
    throw kept("DESTINATION_DELETED", "deleted at the destination meanwhile");
  }
  if (found.crc64 !== undefined && found.sizeBytes === attempt.version.sizeBytes) {
    const expected = crc64 ?? (await sourceCrc64(attempt));
    if (found.crc64 === expected) {
      if (!found.mirrored) return { etag: found.etag, crc64: found.crc64 };
      attempt.repairs = true;
      throw replaceNext(attempt, found);
    }
  }
  const isOurs = found.crc64 !== undefined && attempt.unconfirmed.has(found.crc64);
  if (isOurs) throw replaceNext(attempt, found);
  throw kept("DESTINATION_TAKEN", `the destination has another version, with ETag ${found.etag}`);
}

function replaceNext(attempt: CopyAttempt, { etag }: DestinationObject): Judged {
  attempt.condition = { kind: "unchanged", etag };
  return new Judged({ kind: "retry" });
}

function kept(code: "DESTINATION_DELETED" | "DESTINATION_TAKEN", detail: string): Judged {
  return new Judged({ kind: "settled", settlement: settle("kept", code, detail) });
}

/** A back-to-source rule answers HEAD for a key that is not there, with what it would fetch; what is stored has a CRC-64. */
function isOfTheSource({ mirrored, crc64 }: DestinationObject): boolean {
  return mirrored && crc64 === undefined;
}

/** Nobody but a rule of the bucket refuses a write that was not create-only, of a key that is as it was. */
function forbidden(): Judged {
  const detail = "a rule of the destination bucket forbids this role to overwrite objects";
  return new Judged({ kind: "failed", code: "OVERWRITE_FORBIDDEN", detail, later: false });
}
