import { randomBytes } from "node:crypto";
import { type SeedContent, seedObject, type SeedOptions, type SeedTarget } from "./seed.ts";
import type { MultipartUpload } from "./store/bucket.ts";
import type { Key } from "./store/keys.ts";
import { forgetUpload } from "./store/uploads.ts";

/** An upload in parts that an application has begun; the service lists it until it ends. */
export interface BegunUpload {
  readonly uploadId: string;
  /** Makes it an object with this content, dated as the service dates it: S3 by when the upload began. */
  complete(content: SeedContent): Promise<void>;
  abort(): void;
}

/** Begins an upload in parts past the API. `options` are those of the object to be. */
export function beginUpload(target: SeedTarget, key: Key, options: SeedOptions = {}): BegunUpload {
  const { bodies, bucket, clock, service } = target;
  const upload: MultipartUpload = {
    uploadId: randomBytes(16).toString("hex").toUpperCase(),
    key,
    attributes: {
      contentHeaders: options.contentHeaders ?? {},
      userMetadata: options.userMetadata ?? {},
      tags: options.tags ?? {},
      storageClass: options.storageClass ?? (service === "oss" ? "Standard" : "STANDARD"),
      encryption: options.encryption ?? {},
    },
    initiatedMs: clock.nowMs(),
    parts: new Map(),
  };
  bucket.uploads.set(upload.uploadId, upload);
  const end = (): void => {
    forgetUpload(bodies, bucket, upload);
  };
  return {
    uploadId: upload.uploadId,
    complete: async (content) => {
      await seedObject(target, key, content, {
        partSizeBytes: Infinity,
        lastModifiedMs: service === "s3" ? upload.initiatedMs : clock.nowMs(),
        ...options,
      });
      end();
    },
    abort: end,
  };
}
