import { crc64Xz } from "../../../core/crc64.ts";
import { storeErrorOf } from "../../../core/errors.ts";
import { fail, type Finding, type NamedFinding, pass, warn } from "../../checks/finding.ts";
import { lifecycleFinding } from "../../checks/lifecycle.ts";
import { find, type PreflightContext, tidyUp, unlessToBeCreated } from "../context.ts";

const BYTES = Buffer.from("oss-ferry preflight: this object is deleted at once\n");
const METADATA = { headers: { "content-type": "text/plain" }, user: { "oss-ferry": "preflight" } };

/** An object can be put, read back and uploaded in parts below the destination prefix, and is gone afterwards. */
export async function* checkDestination(
  context: PreflightContext,
  signal: AbortSignal,
): AsyncGenerator<NamedFinding> {
  const { buckets, destPrefix, canary, created } = context;
  const { destination, destinationConfiguration } = buckets;
  const listing = await find("destination list", signal, () =>
    unlessToBeCreated(created.destination, async () => {
      const { objects } = await destination.list({ prefix: destPrefix, maxKeys: 1, signal });
      const what = destPrefix === "" ? "the bucket" : destPrefix;
      return pass(objects.length === 0 ? `${what} is empty` : `there are objects in ${what} already`);
    }),
  );
  yield listing;
  if (listing.verdict !== "pass") return;
  const versioning = await find("destination versioning", signal, () =>
    unlessDenied("oss:GetBucketVersioning", async () =>
      versioningFinding(await destinationConfiguration.versioning(signal)),
    ),
  );
  yield versioning;
  yield find("destination lifecycle", signal, () =>
    unlessDenied("oss:GetBucketLifecycle", async () =>
      lifecycleFinding(await destinationConfiguration.lifecycleRules(signal), destPrefix),
    ),
  );
  if (versioning.verdict !== "pass") return;
  // Nothing is put where it could not be deleted again.
  const deleting = await find("destination delete", signal, () =>
    unlessDenied("oss:DeleteObject", async () => {
      await destination.delete({ key: canary.destination, signal });
      return pass("DELETE");
    }),
  );
  yield deleting;
  if (deleting.verdict === "pass") yield* tryCanary(context, signal);
}

/** An object there and back. */
async function* tryCanary(context: PreflightContext, signal: AbortSignal): AsyncGenerator<NamedFinding> {
  const { destination, reader } = context.buckets;
  const key = context.canary.destination;
  const sizeBytes = BYTES.length;
  const put = { key, sizeBytes, body: BYTES, metadata: METADATA, forbidOverwrite: true };
  try {
    const putting = await find("destination put", signal, async () => {
      const { crc64 } = await destination.put(put);
      return crc64 === crc64Xz.update(0n, BYTES)
        ? pass("create-only PUT; OSS confirms the CRC-64 of the bytes")
        : fail("OSS stored other bytes than were sent", "look for a proxy in between");
    });
    yield putting;
    if (putting.verdict !== "pass") return;
    yield find("destination create-only", signal, () => createOnlyFinding(() => destination.put(put)));
    yield find("destination get", signal, async () => {
      const found = await reader.read(key, signal);
      const isSame =
        found?.readCrc64 === crc64Xz.update(0n, BYTES) && found.metadata.user["oss-ferry"] === "preflight";
      return isSame
        ? pass("GET gives back the bytes and the metadata that were put")
        : fail("GET does not give back what was put", "look for a gateway or proxy in between");
    });
    yield find("destination parts", signal, async () => {
      const upload = { key, uploadId: await destination.createUpload({ key, metadata: METADATA }) };
      try {
        await destination.putPart({ ...upload, partNumber: 1, sizeBytes, body: BYTES });
        await destination.listParts({ ...upload, signal });
      } finally {
        await destination.abortUpload(upload);
      }
      return pass("an upload in parts can be begun, listed and aborted");
    });
  } finally {
    await tidyUp(context, "destination", key, () => removeCanary(context));
  }
}

/** Deletes the canary and whatever upload of it was begun, whether or not the answers arrived. */
async function removeCanary({ buckets, canary }: PreflightContext): Promise<void> {
  const { destination, destinationConfiguration } = buckets;
  const key = canary.destination;
  await destination.delete({ key });
  const { uploads } = await destinationConfiguration
    .openUploads({ prefix: key, most: 1 })
    .catch((error: unknown) => {
      // Who may not list them relies on the abort.
      if (storeErrorOf(error, "ACCESS_DENIED") === undefined) throw error;
      return { uploads: [] };
    });
  for (const { uploadId } of uploads) await destination.abortUpload({ key, uploadId });
}

function versioningFinding(state: "never" | "enabled" | "suspended"): Finding {
  return state === "never"
    ? pass("never versioned")
    : warn(
        `versioning is ${state}: OSS ignores create-only writes there and knows no back-to-source rules; no object is tried, since a version of it would stay`,
        "migrate into a bucket that never was versioned",
      );
}

async function createOnlyFinding(putAgain: () => Promise<unknown>): Promise<Finding> {
  try {
    await putAgain();
  } catch (error) {
    if (storeErrorOf(error, "ALREADY_EXISTS") === undefined) throw error;
    return pass("a second create-only PUT is refused");
  }
  return fail(
    "a second create-only PUT was not refused",
    "use a plain OSS bucket without hierarchical namespace or gateway in between",
  );
}

/** For a right that this command needs and a worker does not. */
async function unlessDenied(action: string, ask: () => Promise<Finding>): Promise<Finding> {
  try {
    return await ask();
  } catch (error) {
    if (storeErrorOf(error, "ACCESS_DENIED") === undefined) throw error;
    return warn(
      `not proved: these keys lack ${action}, so that less is tried`,
      `allow ${action} to whoever runs this, and run it again`,
    );
  }
}
