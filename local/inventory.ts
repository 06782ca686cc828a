import { createHash } from "node:crypto";
import type { BodyStore, StoredBody } from "./store/bodies.ts";
import type { Bucket } from "./store/bucket.ts";
import { type Key, keyText } from "./store/keys.ts";

/** One object as it is stored, past every API; the digest is computed from the stored bytes. */
export interface InventoryEntry {
  /** As text; bytes that are not UTF-8 are lone surrogates U+DC80–U+DCFF. */
  readonly key: string;
  readonly sizeBytes: number;
  /** Of the stored bytes, hex. */
  readonly sha256: string;
  readonly etag: string;
  readonly lastModifiedMs: number;
  readonly storageClass: string;
  readonly contentHeaders: Readonly<Record<string, string>>;
  readonly userMetadata: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Fetched by OSS from an origin when somebody asked for it. */
  readonly mirrored?: true;
}

const IN_MEMORY_BYTES = 256 * 1024;
const digests = new WeakMap<StoredBody, string>();

/** Every object of the bucket in key order. Objects that come while it runs may or may not be in it. */
export async function* inventoryOf(
  bucket: Bucket,
  bodies: BodyStore,
  prefix: Key = "",
): AsyncGenerator<InventoryEntry, void, undefined> {
  const keys = [];
  for (const [key] of bucket.objectsFrom(prefix)) {
    if (!key.startsWith(prefix)) break;
    keys.push(key);
  }
  for (const key of keys) {
    const object = bucket.get(key);
    if (object === undefined) continue;
    const { body, etag, lastModifiedMs, storageClass, contentHeaders, userMetadata, tags, mirrored } = object;
    yield {
      key: keyText(key),
      sizeBytes: body.sizeBytes,
      sha256: await sha256Of(body, bodies),
      etag,
      lastModifiedMs,
      storageClass,
      contentHeaders,
      userMetadata,
      tags,
      ...(mirrored === true && { mirrored }),
    };
  }
}

async function sha256Of(body: StoredBody, bodies: BodyStore): Promise<string> {
  const known = digests.get(body);
  if (known !== undefined) return known;
  const digest = createHash("sha256");
  if (body.sizeBytes <= IN_MEMORY_BYTES) digest.update(bodies.readWhole(body, 0, body.sizeBytes));
  else for await (const chunk of bodies.read(body, 0, body.sizeBytes)) digest.update(chunk);
  const hex = digest.digest("hex");
  digests.set(body, hex);
  return hex;
}
