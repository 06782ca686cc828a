import { sameContent, settle, type Settlement } from "../../core/merge/row.ts";
import type { ObjectMetadata } from "../../core/object.ts";
import type { DestinationObject } from "../../storage/ports.ts";
import type { ObjectTask } from "../copy-engine.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { sourceCrc64 } from "./source-crc64.ts";
import { statVersion } from "./stat-version.ts";
import { transferMetadata } from "./transfer-metadata.ts";

/**
 * Does what a task asks for besides copying: compares, adopts or removes. Resolves to what that settles, or to
 * undefined when the object is to be copied, under the condition that the attempt then has; that is not asked again,
 * for what the destination holds by then may be of the attempt's own making.
 */
export async function settleObject(attempt: CopyAttempt, task: ObjectTask): Promise<Settlement | undefined> {
  if (attempt.mustCopy) return undefined;
  const settlement = await settleTask(attempt, task);
  attempt.mustCopy = settlement === undefined;
  return settlement;
}

async function settleTask(attempt: CopyAttempt, task: ObjectTask): Promise<Settlement | undefined> {
  switch (task.kind) {
    case "copy":
      return undefined;
    case "compare":
      return compare(attempt, task);
    case "adopt":
      return adoptListed(attempt, task);
    case "remove":
      return remove(attempt, task.destinationEtag);
  }
}

async function compare(
  attempt: CopyAttempt,
  { destinationEtag, same, different }: ObjectTask & { readonly kind: "compare" },
): Promise<Settlement | undefined> {
  const { context, signal } = attempt.run;
  await context.rate.mayBegin(2, signal);
  const found = await context.destination.stat({ key: attempt.destinationKey, signal });
  const isSame =
    found?.etag === destinationEtag &&
    found.sizeBytes === attempt.version.sizeBytes &&
    found.crc64 === (await sourceCrc64(attempt));
  if (isSame) return same.kind === "settle" ? same : adopt(attempt, found);
  if (different.kind === "settle") return different;
  attempt.condition = different.condition;
  return undefined;
}

async function adoptListed(
  attempt: CopyAttempt,
  { destinationEtag, object }: ObjectTask & { readonly kind: "adopt" },
): Promise<Settlement | undefined> {
  const { context, signal } = attempt.run;
  await context.rate.mayBegin(1, signal);
  const found = await context.destination.stat({ key: attempt.destinationKey, signal });
  if (found === undefined) return settle("kept", "DESTINATION_DELETED");
  if (found.etag !== destinationEtag) return settle("kept", "DESTINATION_TAKEN");
  if (attempt.version === object) return adopt(attempt, found);
  // The destination has the content that was listed, and the source another one by now.
  attempt.condition = { kind: "unchanged", etag: destinationEtag };
  return undefined;
}

/** What a mirror stored lacks the user's metadata, as the mirror does not keep it; it is put there again with it. */
async function adopt(attempt: CopyAttempt, found: DestinationObject): Promise<Settlement | undefined> {
  if (!found.mirrored) return sameContent(found.etag);
  const source = await statVersion(attempt);
  const { metadata } = await transferMetadata(attempt, source);
  if (holds(found.metadata, metadata)) return sameContent(found.etag);
  attempt.condition = { kind: "unchanged", etag: found.etag };
  attempt.repairs = true;
  return undefined;
}

/** Whether `found` has everything that `wanted` has. */
function holds(found: ObjectMetadata, wanted: ObjectMetadata): boolean {
  const has = (mine: Readonly<Record<string, string>>, theirs: Readonly<Record<string, string>>): boolean =>
    Object.entries(theirs).every(([name, value]) => mine[name] === value);
  return has(found.headers, wanted.headers) && has(found.user, wanted.user);
}

async function remove(attempt: CopyAttempt, destinationEtag: string): Promise<Settlement> {
  const { context, signal } = attempt.run;
  const { destinationKey: key } = attempt;
  await context.rate.mayBegin(2, signal);
  const found = await context.destination.stat({ key, signal });
  if (found === undefined) return settle("vanished", attempt.failures > 0 ? "DELETED" : "GONE_EVERYWHERE");
  if (found.etag !== destinationEtag) return settle("kept", "DESTINATION_CHANGED");
  await context.destination.delete({ key, signal });
  return settle("vanished", "DELETED");
}
