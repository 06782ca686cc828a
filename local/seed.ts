import { createHash, hash } from "node:crypto";
import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import type { ServiceClock } from "./clock.ts";
import { type ChecksumName, checksumOfParts, startChecksum } from "./s3/checksums.ts";
import type { BodyStore, StoredBody } from "./store/bodies.ts";
import type { Bucket, ObjectAttributes, StoredChecksums, StoredObject } from "./store/bucket.ts";
import { CRC64_XZ } from "./store/crc.ts";
import { type Key, keyOf } from "./store/keys.ts";

/** How an object that is put directly, past the service, shall look. */
export interface SeedOptions extends Partial<ObjectAttributes> {
  /** As if uploaded in parts of this size: the ETag is no MD5. */
  readonly partSizeBytes?: number;
  readonly lastModifiedMs?: number;
  /** Whether an archived object can be read, for a day from now. */
  readonly restored?: boolean;
  readonly missingMetadata?: number;
  /** S3 only: what the uploader had S3 keep; `none` for an object from before S3 kept any. */
  readonly checksum?: { readonly algorithm: ChecksumName; readonly type: StoredChecksums["type"] } | "none";
}

/** Bytes, or a file that is referenced where it lies and must not change. */
export type SeedContent = string | Uint8Array | { readonly file: string | Buffer };

export interface SeedTarget {
  readonly service: "oss" | "s3";
  readonly bucket: Bucket;
  readonly bodies: BodyStore;
  readonly clock: ServiceClock;
}

/** How many objects and bytes were put. */
export interface SeedResult {
  readonly objects: number;
  readonly bytes: number;
}

const IN_MEMORY_BYTES = 256 * 1024;

/** Puts an object into the bucket as the service would have stored it. */
export async function seedObject(
  target: SeedTarget,
  key: Key,
  content: SeedContent,
  options: SeedOptions = {},
): Promise<StoredObject> {
  const { bodies, bucket, clock, service } = target;
  const body = bodyOf(bodies, content);
  const partSizeBytes = options.partSizeBytes ?? Math.max(1, body.sizeBytes);
  const checksum = options.checksum ?? defaultChecksum(options.partSizeBytes !== undefined);
  const parts: PartDigests[] = [];
  for (let start = 0; start === 0 || start < body.sizeBytes; start += partSizeBytes) {
    const end = Math.min(start + partSizeBytes, body.sizeBytes);
    const algorithm = service === "oss" || checksum === "none" ? undefined : checksum.algorithm;
    parts.push(await digest(bodies, body, { start, end }, service, algorithm));
  }
  const etag = etagOf(parts, options.partSizeBytes !== undefined);
  const object: StoredObject = {
    contentHeaders: options.contentHeaders ?? { "content-type": "binary/octet-stream" },
    userMetadata: options.userMetadata ?? {},
    tags: options.tags ?? {},
    storageClass: options.storageClass ?? (service === "oss" ? "Standard" : "STANDARD"),
    encryption: options.encryption ?? {},
    body,
    etag: service === "oss" ? etag.toUpperCase() : etag,
    kind: options.partSizeBytes === undefined ? "Normal" : "Multipart",
    lastModifiedMs: options.lastModifiedMs ?? clock.nowMs(),
    ...(service === "oss" && { crc64: crc64Of(parts) }),
    ...(service === "s3" && checksum !== "none" && { checksums: checksumsOf(parts, checksum) }),
    ...(options.restored === true && {
      restoration: { readyAtMs: clock.nowMs(), days: 1, untilMidnight: service === "s3" },
    }),
    ...(options.missingMetadata !== undefined && { missingMetadata: options.missingMetadata }),
  };
  bucket.set(key, object);
  return object;
}

export interface DirectoryOptions {
  readonly prefix?: string;
  readonly maxObjects?: number;
  /** Names of files and directories that are passed over, wherever they are. */
  readonly leaveOut?: readonly string[];
}

/**
 * Puts every regular file below the directory, its path below it (behind `prefix`) as the key. The objects
 * refer to the files; nothing is copied. Symbolic links are left out.
 */
export async function seedFromDirectory(
  target: SeedTarget,
  directory: string,
  options: DirectoryOptions = {},
): Promise<SeedResult> {
  const { prefix = "", maxObjects = Infinity, leaveOut = [] } = options;
  let objects = 0;
  let bytes = 0;
  for await (const { path, name } of filesBelow(Buffer.from(directory), "", new Set(leaveOut))) {
    if (objects >= maxObjects) break;
    const { body } = await seedObject(target, keyOf(prefix) + name, { file: path });
    objects++;
    bytes += body.sizeBytes;
  }
  return { objects, bytes };
}

/** Paths as bytes, for names need not be UTF-8; `name` is a key. */
async function* filesBelow(
  directory: Buffer,
  prefix: Key,
  leaveOut: ReadonlySet<string>,
): AsyncGenerator<{ path: Buffer; name: Key }> {
  const entries = await readdir(directory, { withFileTypes: true, encoding: "buffer" });
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    if (leaveOut.has(entry.name.toString())) continue;
    const path = Buffer.concat([directory, Buffer.from("/"), entry.name]);
    const name = prefix + entry.name.toString("latin1");
    if (entry.isDirectory()) yield* filesBelow(path, `${name}/`, leaveOut);
    else if (entry.isFile()) yield { path, name };
  }
}

function bodyOf(bodies: BodyStore, content: SeedContent): StoredBody {
  if (typeof content === "string") return bodies.fromBytes(Buffer.from(content, "utf8"));
  return "file" in content
    ? bodies.fromFile(content.file, statSync(content.file).size)
    : bodies.fromBytes(content);
}

interface PartDigests {
  readonly md5: Buffer;
  readonly crc64: bigint;
  readonly checksum: string;
  readonly sizeBytes: number;
}

async function digest(
  bodies: BodyStore,
  body: StoredBody,
  { start, end }: { readonly start: number; readonly end: number },
  service: "oss" | "s3",
  algorithm: ChecksumName | undefined,
): Promise<PartDigests> {
  const md5 = createHash("md5");
  const crc = CRC64_XZ.start();
  const checksum = algorithm === undefined ? undefined : startChecksum(algorithm);
  const take = (chunk: Uint8Array): void => {
    md5.update(chunk);
    if (service === "oss") CRC64_XZ.update(crc, chunk);
    checksum?.update(chunk);
  };
  if (end - start <= IN_MEMORY_BYTES) take(bodies.readWhole(body, start, end));
  else for await (const chunk of bodies.read(body, start, end)) take(chunk);
  return {
    md5: md5.digest(),
    crc64: CRC64_XZ.value(crc),
    checksum: checksum?.digest().toString("base64") ?? "",
    sizeBytes: end - start,
  };
}

function etagOf(parts: readonly PartDigests[], isMultipart: boolean): string {
  const joined = Buffer.concat(parts.map((part) => part.md5));
  return isMultipart ? `${hash("md5", joined, "hex")}-${parts.length}` : joined.toString("hex");
}

function crc64Of(parts: readonly PartDigests[]): bigint {
  return parts.reduce((crc, part) => CRC64_XZ.combine(crc, part.crc64, part.sizeBytes), 0n);
}

/** What today's AWS tools have S3 keep. */
function defaultChecksum(isMultipart: boolean): Exclude<SeedOptions["checksum"], "none" | undefined> {
  return { algorithm: isMultipart ? "crc64nvme" : "crc32", type: "FULL_OBJECT" };
}

function checksumsOf(
  parts: readonly PartDigests[],
  { algorithm, type }: { readonly algorithm: ChecksumName; readonly type: StoredChecksums["type"] },
): StoredChecksums {
  const [first] = parts;
  const value =
    parts.length === 1 && first !== undefined && type === "FULL_OBJECT"
      ? first.checksum
      : checksumOfParts(algorithm, type, parts);
  return { type, values: { [algorithm]: value } };
}
