import { StoreError, type StoreErrorCode } from "../../core/errors.ts";
import { isUtf8Key, keySizeBytes } from "../../core/object-key.ts";
import { OSS_LIMITS } from "../oss/limits.ts";
import type {
  DestinationLimits,
  DestinationMetadata,
  DestinationObject,
  DestinationStore,
  ListPage,
  ListRequest,
  RequestBody,
  StoredObject,
  StoredPart,
} from "../ports.ts";
import { md5Hex, type MemoryBucket, type MemoryObjectOptions } from "./bucket.ts";
import { crc64Of } from "./crc64.ts";

interface MemoryPart extends StoredPart {
  readonly bytes: Buffer;
}

interface MemoryUpload {
  readonly key: string;
  readonly metadata: DestinationMetadata;
  readonly parts: Map<number, MemoryPart>;
}

/** A memory bucket as a destination: what `DestinationStore` means, in code, within OSS's rules for keys and parts. */
export class MemoryDestination implements DestinationStore {
  readonly limits: DestinationLimits;
  /** Uploads begun and neither completed nor aborted, by id. */
  readonly uploads = new Map<string, MemoryUpload>();
  readonly #bucket: MemoryBucket;
  #uploadCount = 0;

  /** `limits` stand in for OSS's own, so that tests need not move gigabytes. */
  constructor(bucket: MemoryBucket, limits: Partial<DestinationLimits> = {}) {
    this.#bucket = bucket;
    this.limits = { ...OSS_LIMITS, ...limits };
  }

  async put(request: Parameters<DestinationStore["put"]>[0]): Promise<StoredObject> {
    request.signal?.throwIfAborted();
    this.#checkKey(request.key);
    const bytes = await collect(request.body, request.sizeBytes, request.signal);
    this.#checkAbsent(request.key, request.forbidOverwrite);
    const options = { etag: md5Hex(bytes).toUpperCase(), ...objectOptions(request.metadata) };
    return stored(this.#bucket.put(request.key, bytes, options));
  }

  async createUpload(request: Parameters<DestinationStore["createUpload"]>[0]): Promise<string> {
    request.signal?.throwIfAborted();
    this.#checkKey(request.key);
    this.#checkAbsent(request.key, request.forbidOverwrite);
    const uploadId = `upload-${++this.#uploadCount}`;
    this.uploads.set(uploadId, { key: request.key, metadata: request.metadata, parts: new Map() });
    return uploadId;
  }

  async putPart(request: Parameters<DestinationStore["putPart"]>[0]): Promise<StoredObject> {
    request.signal?.throwIfAborted();
    const { partNumber, sizeBytes } = request;
    if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > this.limits.maxParts) {
      throw failure("INVALID_REQUEST", 400, "InvalidArgument", `part number ${partNumber} is out of range`);
    }
    const bytes = await collect(request.body, sizeBytes, request.signal);
    const part = { partNumber, sizeBytes, bytes, etag: md5Hex(bytes).toUpperCase(), crc64: crc64Of(bytes) };
    this.#upload(request).parts.set(partNumber, part);
    return stored(part);
  }

  async listParts(request: Parameters<DestinationStore["listParts"]>[0]): Promise<readonly StoredPart[]> {
    request.signal?.throwIfAborted();
    return [...this.#upload(request).parts.values()]
      .sort((a, b) => a.partNumber - b.partNumber)
      .map(({ partNumber, sizeBytes, etag, crc64 }) => ({ partNumber, sizeBytes, etag, crc64 }));
  }

  async completeUpload(request: Parameters<DestinationStore["completeUpload"]>[0]): Promise<StoredObject> {
    request.signal?.throwIfAborted();
    const upload = this.#upload(request);
    const parts = this.#chosenParts(upload, request.parts);
    this.#checkAbsent(request.key, request.forbidOverwrite);
    this.uploads.delete(request.uploadId);
    const etag = `${md5Hex(Buffer.from(parts.map((part) => part.etag).join(""))).toUpperCase()}-${parts.length}`;
    const bytes = Buffer.concat(parts.map((part) => part.bytes));
    return stored(this.#bucket.put(request.key, bytes, { etag, ...objectOptions(upload.metadata) }));
  }

  async abortUpload(request: Parameters<DestinationStore["abortUpload"]>[0]): Promise<void> {
    request.signal?.throwIfAborted();
    this.uploads.delete(request.uploadId);
  }

  async stat(request: Parameters<DestinationStore["stat"]>[0]): Promise<DestinationObject | undefined> {
    request.signal?.throwIfAborted();
    const object = this.#bucket.objects.get(request.key);
    if (object === undefined) return undefined;
    const { bytes, metadata, mirrored = false } = object;
    return { sizeBytes: bytes.length, ...stored(object), metadata, mirrored };
  }

  async delete(request: Parameters<DestinationStore["delete"]>[0]): Promise<void> {
    request.signal?.throwIfAborted();
    this.#bucket.objects.delete(request.key);
  }

  async list(request: ListRequest): Promise<ListPage> {
    request.signal?.throwIfAborted();
    return this.#bucket.list(request);
  }

  async close(): Promise<void> {}

  #upload(request: { readonly key: string; readonly uploadId: string }): MemoryUpload {
    const upload = this.uploads.get(request.uploadId);
    if (upload === undefined || upload.key !== request.key) {
      throw failure("NO_SUCH_UPLOAD", 404, "NoSuchUpload", "the multipart upload does not exist");
    }
    return upload;
  }

  #chosenParts(
    upload: MemoryUpload,
    chosen: readonly { readonly partNumber: number; readonly etag: string }[],
  ): MemoryPart[] {
    return chosen.map(({ partNumber, etag }, index) => {
      if (partNumber <= (chosen[index - 1]?.partNumber ?? 0)) {
        throw failure("INVALID_REQUEST", 400, "InvalidPartOrder", "part numbers must ascend");
      }
      const part = upload.parts.get(partNumber);
      if (part?.etag !== etag) {
        throw failure("INVALID_REQUEST", 400, "InvalidPart", `part ${partNumber} is not the one stored`);
      }
      if (index < chosen.length - 1 && part.sizeBytes < this.limits.minPartBytes) {
        throw failure("INVALID_REQUEST", 400, "EntityTooSmall", `part ${partNumber} is too small`);
      }
      return part;
    });
  }

  #checkKey(key: string): void {
    const sizeBytes = keySizeBytes(key);
    if (sizeBytes < 1 || sizeBytes > this.limits.maxKeyBytes || /^[/\\]/u.test(key) || !isUtf8Key(key)) {
      throw failure("INVALID_REQUEST", 400, "InvalidObjectName", "the key is not a valid object name");
    }
  }

  /** As in OSS, the wish counts for nothing in a bucket that is or was versioned. */
  #checkAbsent(key: string, forbidOverwrite: boolean | undefined): void {
    if (forbidOverwrite === true && this.#bucket.versioning === "never" && this.#bucket.objects.has(key)) {
      throw failure("ALREADY_EXISTS", 409, "FileAlreadyExists", "the object exists already");
    }
  }
}

/** The whole body, copied: what `write` was given is only lent. */
async function collect(body: RequestBody, sizeBytes: number, signal?: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  if (body instanceof Uint8Array) {
    chunks.push(Buffer.from(body));
  } else {
    await body(async (chunk) => {
      signal?.throwIfAborted();
      chunks.push(Buffer.from(chunk));
    });
  }
  signal?.throwIfAborted();
  const bytes = Buffer.concat(chunks);
  if (bytes.length !== sizeBytes) {
    throw new StoreError(
      "INVALID_REQUEST",
      `the body has ${bytes.length} bytes where ${sizeBytes} were announced`,
      { store: "destination" },
    );
  }
  return bytes;
}

function objectOptions(metadata: DestinationMetadata): MemoryObjectOptions {
  return {
    metadata: { headers: metadata.headers, user: metadata.user },
    tags: metadata.tags ?? {},
    storageClass: metadata.storageClass ?? "Standard",
  };
}

function stored({ etag, crc64 }: StoredObject): StoredObject {
  return { etag, crc64 };
}

function failure(code: StoreErrorCode, status: number, serviceCode: string, message: string): StoreError {
  return new StoreError(code, message, { store: "destination", status, serviceCode });
}
