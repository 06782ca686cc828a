import { type Exchange, headerOf } from "../http/exchange.ts";
import { TAG_CHARACTERS, tagsFromHeader } from "../http/tags.ts";
import type { ObjectAttributes } from "../store/bucket.ts";
import { isUtf8Key, type Key } from "../store/keys.ts";
import { ossErrors } from "./errors.ts";

export const MAX_PUT_BYTES = 5 * 1024 ** 3;
export const MIN_PART_BYTES = 100 * 1024;
export const MAX_PARTS = 10_000;
export const MAX_METADATA_BYTES = 8 * 1024;
export const META_PREFIX = "x-oss-meta-";

const MAX_KEY_BYTES = 1023;
const STORAGE_CLASSES = new Set(["Standard", "IA", "Archive", "ColdArchive", "DeepColdArchive"]);
const CONTENT_HEADERS = [
  "content-type",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "expires",
] as const;
const ENCRYPTION_HEADERS = [
  "x-oss-server-side-encryption",
  "x-oss-server-side-data-encryption",
  "x-oss-server-side-encryption-key-id",
] as const;
const WRITE_CONDITIONS = ["if-match", "if-none-match", "if-modified-since", "if-unmodified-since"];

/** 1 to 1,023 bytes of UTF-8 that do not begin with `/` or `\` ("Object naming conventions"). */
export function checkKey(key: Key): void {
  const fits = key.length <= MAX_KEY_BYTES && !key.startsWith("/") && !key.startsWith("\\") && isUtf8Key(key);
  if (!fits) throw ossErrors.invalidObjectName();
}

/** 3 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends. */
export function checkBucketName(name: string): void {
  if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name)) throw ossErrors.invalidBucketName();
}

/** OSS has no conditional writes: it refuses the headers instead of ignoring them. */
export function refuseWriteConditions(exchange: Exchange): void {
  if (WRITE_CONDITIONS.some((name) => headerOf(exchange, name) !== undefined))
    throw ossErrors.notImplemented();
}

/** What the writer's headers say about the object, checked against OSS's rules. */
export function attributesOf(exchange: Exchange): ObjectAttributes {
  const storageClass = headerOf(exchange, "x-oss-storage-class") ?? "Standard";
  if (!STORAGE_CLASSES.has(storageClass)) throw ossErrors.invalidArgument("The storage class is invalid.");
  const tags = tagsFromHeader(headerOf(exchange, "x-oss-tagging"), TAG_CHARACTERS.oss);
  if (tags === undefined) throw ossErrors.invalidTag();
  return {
    contentHeaders: { "content-type": "application/octet-stream", ...pick(exchange, CONTENT_HEADERS) },
    userMetadata: userMetadataOf(exchange),
    tags,
    storageClass,
    encryption: pick(exchange, ENCRYPTION_HEADERS),
  };
}

function userMetadataOf(exchange: Exchange): Record<string, string> {
  const metadata: Record<string, string> = {};
  let sizeBytes = 0;
  for (const header of Object.keys(exchange.request.headers)) {
    if (!header.startsWith(META_PREFIX)) continue;
    const name = header.slice(META_PREFIX.length);
    const value = headerOf(exchange, header) ?? "";
    if (!/^[a-z0-9-]+$/.test(name)) {
      throw ossErrors.invalidArgument("The user metadata key contains invalid characters.", "0011-00000004");
    }
    sizeBytes += header.length + value.length;
    metadata[name] = value;
  }
  if (sizeBytes > MAX_METADATA_BYTES) {
    throw ossErrors.invalidArgument("The user metadata exceeds the limit of 8 KB.", "0011-00000002");
  }
  return metadata;
}

function pick(exchange: Exchange, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headerOf(exchange, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
