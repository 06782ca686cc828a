import type { Random } from "../core/clock.ts";
import { FerryError } from "../core/errors.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import { randomHex } from "./job-context.ts";
import type { ReliableControl } from "./reliable-control.ts";

/**
 * Refuses a control bucket on which the protocol would not hold.
 *
 * - CONTROL_BUCKET_VERSIONED: it is or ever was versioned; OSS then ignores `x-oss-forbid-overwrite` and every
 *   claimer wins (https://www.alibabacloud.com/help/en/oss/developer-reference/putobject)
 * - CONTROL_BUCKET_UNKNOWN: we may not ask whether it is
 * - CREATE_ONLY_NOT_HONOURED: the second create-only write of one key was not refused
 */
export async function checkControlBucket(
  control: ReliableControl,
  keys: JobKeys,
  random: Random,
  signal: AbortSignal,
): Promise<void> {
  const versioning = await control.versioning(signal);
  if (versioning === "unknown") {
    throw new FerryError(
      "CONTROL_BUCKET_UNKNOWN",
      "cannot tell whether the control bucket is versioned; grant oss:GetBucketVersioning on it",
    );
  }
  if (versioning !== "never") {
    throw new FerryError(
      "CONTROL_BUCKET_VERSIONED",
      `versioning of the control bucket is ${versioning}; OSS ignores create-only writes once a bucket was versioned, so use a new bucket that never was`,
    );
  }
  const probe = keys.selfTest(randomHex(random, 16));
  const first = Buffer.from("first");
  const created = await control.createOnce(probe, first, signal);
  const again = await control.createOnce(probe, Buffer.from("second"), signal);
  const found = await control.get(probe, signal);
  await control.delete(probe, signal);
  if (created !== "created" || again !== "exists" || found?.body.equals(first) !== true) {
    throw new FerryError(
      "CREATE_ONLY_NOT_HONOURED",
      "the control bucket let a second create-only write replace the first; workers would copy the same partition twice. Use a plain OSS bucket without versioning, hierarchical namespace or gateway in between",
    );
  }
}
