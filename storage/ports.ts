/**
 * What the rest of the program knows about stores. One small port per role; every driver of a role passes the
 * same contract suite (`test/contract/`). The comments are the contract.
 *
 * Common to all methods:
 * - a failure is a `StoreError`; an aborted `signal` rejects at once with the signal's reason and closes the connection
 * - no method retries: retry, skip and give-up are decided by the callers
 * - keys are opaque and reach the store byte for byte (`core/object-key.ts`); a driver never normalises a path
 * - every response body is consumed or destroyed
 * - memory that was lent, for a body or for the bytes of one, is not touched any more once the method has settled
 */
import type { RestoreTier } from "../core/archive.ts";
import type { ArchiveState, ListedObject, ObjectMetadata, ObjectTags } from "../core/object.ts";

export interface ListRequest {
  readonly prefix?: string;
  /** List only keys after this one, exclusive. Ignored when `continuationToken` is given. */
  readonly startAfter?: string;
  /** `nextToken` of the page before. */
  readonly continuationToken?: string;
  /** At most this many objects, 1 to 1,000; default 1,000. */
  readonly maxKeys?: number;
  readonly signal?: AbortSignal;
}

export interface ListPage {
  /** In the store's order. May be fewer than asked for, even none, on a page that is not the last. */
  readonly objects: readonly ListedObject[];
  /** Present exactly when the listing goes on (`IsTruncated`), whatever the number of objects. */
  readonly nextToken?: string;
  /** The store's clock when it answered (`Date` header), in ms; whole seconds. */
  readonly serverDateMs: number;
}

/**
 * Takes the next bytes of a body. The memory of `chunk` is only lent: copy what is to be kept. When a promise
 * is returned the sender waits for it before it goes on.
 */
export type ChunkSink = (chunk: Uint8Array) => Promise<void> | void;

/**
 * Offers memory for the next bytes of a body, which saves the sink the copy: the chunk that begins `aheadBytes` bytes
 * after those that the sink has been called with may then be a view of it from its beginning. A driver is free not to
 * ask; it may ask while the sink is busy. Offered memory must stay where it is until that chunk or the end of `read`.
 */
export type ChunkRoom = (aheadBytes: number) => Uint8Array | undefined;

/** Gives a body by calling `write` with consecutive chunks; a chunk may be reused once its write has resolved. */
export type BodyWriter = (write: (chunk: Uint8Array) => Promise<void>) => Promise<void>;

/** A whole body in memory, or one that is written as it comes. */
export type RequestBody = Uint8Array | BodyWriter;

/** Inclusive byte range. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Checksums of the whole object as the source states them; lower-case names without the service's prefix. */
export interface SourceChecksums {
  /** Base64 of the digest by algorithm; `crc64ecma` is CRC-64/XZ, which OSS states in decimal. */
  readonly values: Readonly<
    Partial<Record<"crc32" | "crc32c" | "crc64ecma" | "crc64nvme" | "sha1" | "sha256", string>>
  >;
  /** Only FULL_OBJECT checksums are digests of the bytes; COMPOSITE ones are digests of part digests. */
  readonly type: "FULL_OBJECT" | "COMPOSITE";
}

/** What the source says about an object when it is opened or asked about. */
export interface SourceObject {
  readonly sizeBytes: number;
  readonly etag: string;
  readonly lastModifiedMs: number;
  readonly storageClass: string;
  readonly metadata: ObjectMetadata;
  /** How many user metadata entries the service could not put into headers (`x-amz-missing-meta`). */
  readonly missingMetadata: number;
  readonly tagCount: number;
  /** Whether the ETag can be the MD5 of the bytes: not multipart, not encrypted with KMS or a customer key. */
  readonly etagMayBeMd5: boolean;
  readonly checksums?: SourceChecksums;
}

/** An opened body. Exactly one of `read` and `discard` must be called. */
export interface SourceBody extends SourceObject {
  /** Length of this body: of the range when one was asked for, else of the object. */
  readonly bodySizeBytes: number;
  /**
   * Gives the body to `sink`, chunk by chunk. Resolves after exactly `bodySizeBytes` bytes; rejects with
   * NETWORK or TIMEOUT when fewer came. An error thrown by `sink` closes the connection and is passed on.
   */
  read(sink: ChunkSink, room?: ChunkRoom): Promise<void>;
  /** Gives the body up and closes the connection. */
  discard(): void;
}

/** Where objects come from. Read-only but for `restore`. */
export interface SourceStore {
  list(request: ListRequest): Promise<ListPage>;
  /**
   * Opens the object, pinned: PRECONDITION_FAILED when its ETag is no longer `ifMatch`, NOT_FOUND when it is
   * gone, ARCHIVED when it must be restored first.
   */
  open(request: {
    readonly key: string;
    readonly ifMatch: string;
    readonly range?: ByteRange;
    readonly signal?: AbortSignal;
  }): Promise<SourceBody>;
  /** The object now; NOT_FOUND when there is none. */
  stat(request: { readonly key: string; readonly signal?: AbortSignal }): Promise<SourceObject>;
  /**
   * Asks for an archived object to be made readable for some days, which takes minutes to days. Resolves to what is
   * the case now. The one write to a source; nobody calls it unless the job says so.
   */
  restore(request: {
    readonly key: string;
    readonly storageClass: string;
    readonly days: number;
    readonly tier: RestoreTier;
    readonly signal?: AbortSignal;
  }): Promise<Exclude<ArchiveState, "archived">>;
  /** The object's tags. */
  tags(request: { readonly key: string; readonly signal?: AbortSignal }): Promise<ObjectTags>;
  /** Closes idle connections. */
  close(): Promise<void>;
}

/** What goes with an object to the destination; already in the destination's terms. */
export interface DestinationMetadata extends ObjectMetadata {
  readonly tags?: ObjectTags;
  /** OSS storage class; the bucket's own where absent. */
  readonly storageClass?: string;
}

/** What the destination says it stored. `crc64` is CRC-64/XZ of the stored bytes, computed by the service. */
export interface StoredObject {
  readonly etag: string;
  readonly crc64: bigint;
  /** How long the service held the request back to slow us down (`x-oss-qos-delay-time`); absent when it did not. */
  readonly qosDelayMs?: number;
}

export interface StoredPart extends StoredObject {
  readonly partNumber: number;
  readonly sizeBytes: number;
}

/** What the destination holds under a key. */
export interface DestinationObject {
  readonly sizeBytes: number;
  readonly etag: string;
  /** CRC-64/XZ of the bytes, where the service knows it. */
  readonly crc64?: bigint;
  readonly metadata: ObjectMetadata;
  /** Whether a back-to-source rule stored it (`x-oss-tag: MIRROR`), not a client. */
  readonly mirrored: boolean;
}

/** What a destination can hold; the copy engine plans within these. */
export interface DestinationLimits {
  readonly maxKeyBytes: number;
  readonly maxPutBytes: number;
  readonly maxObjectBytes: number;
  readonly minPartBytes: number;
  readonly maxPartBytes: number;
  readonly maxParts: number;
  readonly maxUserMetadataBytes: number;
}

/** Where objects go. All writes are idempotent for the same input, but for `forbidOverwrite`. */
export interface DestinationStore {
  readonly limits: DestinationLimits;
  /**
   * Stores the whole object. A body that ends short or throws stores nothing, and its own error is passed on.
   * ALREADY_EXISTS with `forbidOverwrite` when the key is taken.
   */
  put(request: {
    readonly key: string;
    readonly sizeBytes: number;
    readonly body: RequestBody;
    readonly metadata: DestinationMetadata;
    readonly forbidOverwrite?: boolean;
    readonly signal?: AbortSignal;
  }): Promise<StoredObject>;
  /** Begins a multipart upload and resolves to its id. */
  createUpload(request: {
    readonly key: string;
    readonly metadata: DestinationMetadata;
    readonly forbidOverwrite?: boolean;
    readonly signal?: AbortSignal;
  }): Promise<string>;
  /** Stores one part; the same part number again replaces it. */
  putPart(request: {
    readonly key: string;
    readonly uploadId: string;
    readonly partNumber: number;
    readonly sizeBytes: number;
    readonly body: RequestBody;
    readonly signal?: AbortSignal;
  }): Promise<StoredObject>;
  /** All parts stored so far, in order of their numbers; NO_SUCH_UPLOAD when the upload is over. */
  listParts(request: {
    readonly key: string;
    readonly uploadId: string;
    readonly signal?: AbortSignal;
  }): Promise<readonly StoredPart[]>;
  /** Makes the parts one object. After a lost answer, `stat` tells whether it happened; NO_SUCH_UPLOAD then only says it is over. */
  completeUpload(request: {
    readonly key: string;
    readonly uploadId: string;
    readonly parts: readonly { readonly partNumber: number; readonly etag: string }[];
    readonly forbidOverwrite?: boolean;
    readonly signal?: AbortSignal;
  }): Promise<StoredObject>;
  /** Forgets the upload and its parts; resolves too when it is already over. */
  abortUpload(request: {
    readonly key: string;
    readonly uploadId: string;
    readonly signal?: AbortSignal;
  }): Promise<void>;
  /** The object now, or undefined. */
  stat(request: {
    readonly key: string;
    readonly signal?: AbortSignal;
  }): Promise<DestinationObject | undefined>;
  /** Deletes the object; resolves too when there is none. */
  delete(request: { readonly key: string; readonly signal?: AbortSignal }): Promise<void>;
  list(request: ListRequest): Promise<ListPage>;
  close(): Promise<void>;
}

/** An object of the control bucket with the two stamps of the same answer, both by the store's clock, whole seconds. */
export interface ControlObject {
  readonly body: Buffer;
  readonly lastModifiedMs: number;
  readonly serverDateMs: number;
}

export interface ControlListPage {
  readonly entries: readonly { readonly key: string; readonly lastModifiedMs: number }[];
  readonly truncated: boolean;
  readonly serverDateMs: number;
}

/** The bucket the protocol lives in. Its one primitive for races is `putIfAbsent`. */
export interface ControlStore {
  /**
   * Creates the object or resolves to false because one of that name exists; never overwrites. Among any number
   * of racing calls for one key exactly one creates. NETWORK and TIMEOUT leave open whether it was created.
   * VERSIONED when the answer shows that the bucket is versioned, for then this promise does not hold.
   */
  putIfAbsent(key: string, body: Uint8Array, signal?: AbortSignal): Promise<boolean>;
  /** Creates or replaces the object. VERSIONED as above. */
  put(key: string, body: Uint8Array, signal?: AbortSignal): Promise<void>;
  /** The object, or undefined. */
  get(key: string, signal?: AbortSignal): Promise<ControlObject | undefined>;
  /** Keys in byte order; a hint, never proof that something is absent. */
  list(request: {
    readonly prefix: string;
    readonly startAfter?: string;
    readonly maxKeys?: number;
    readonly signal?: AbortSignal;
  }): Promise<ControlListPage>;
  /** Deletes the object if it is there. */
  delete(key: string, signal?: AbortSignal): Promise<void>;
  /** Whether the bucket is or ever was versioned; `unknown` when we may not ask. */
  versioning(signal?: AbortSignal): Promise<"never" | "enabled" | "suspended" | "unknown">;
  close(): Promise<void>;
}

/** A key pair, with a session token when it is temporary. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly sessionToken?: string;
  /** When a temporary pair ends, ms since the epoch. */
  readonly expiresAtMs?: number;
}

/** Gives credentials that are good now. Single-flight: concurrent calls share one refresh. */
export interface CredentialProvider {
  get(signal?: AbortSignal): Promise<Credentials>;
  /** Says that the service refused these as expired or unknown; the next `get` asks again if they are still the current ones. */
  reject(credentials: Credentials): void;
}
