import { type Exchange, headerOf } from "../http/exchange.ts";
import { TAG_CHARACTERS, tagsFromHeader } from "../http/tags.ts";
import type { ObjectAttributes } from "../store/bucket.ts";
import { s3Errors } from "./errors.ts";

const MAX_METADATA_BYTES = 2 * 1024;
const META_PREFIX = "x-amz-meta-";
const CONTENT_HEADERS = ["cache-control", "content-disposition", "content-language", "expires"];
const STORAGE_CLASSES = new Set([
  "STANDARD",
  "REDUCED_REDUNDANCY",
  "STANDARD_IA",
  "ONEZONE_IA",
  "INTELLIGENT_TIERING",
  "GLACIER_IR",
  "GLACIER",
  "DEEP_ARCHIVE",
  "EXPRESS_ONEZONE",
]);

/** What the writer's headers say about the object, checked against S3's rules. */
export function attributesOf(exchange: Exchange): ObjectAttributes {
  const storageClass = headerOf(exchange, "x-amz-storage-class") ?? "STANDARD";
  if (!STORAGE_CLASSES.has(storageClass)) throw s3Errors.invalidArgument("The storage class is not valid");
  const tags = tagsFromHeader(headerOf(exchange, "x-amz-tagging"), TAG_CHARACTERS.s3);
  if (tags === undefined) throw s3Errors.invalidTag();
  const encryption = headerOf(exchange, "x-amz-server-side-encryption") ?? "AES256";
  const kmsKey = headerOf(exchange, "x-amz-server-side-encryption-aws-kms-key-id");
  return {
    contentHeaders: contentHeadersOf(exchange),
    userMetadata: userMetadataOf(exchange),
    tags,
    storageClass,
    encryption: {
      "x-amz-server-side-encryption": encryption,
      ...(kmsKey !== undefined && { "x-amz-server-side-encryption-aws-kms-key-id": kmsKey }),
    },
  };
}

/** `aws-chunked` is how the body travels, not what it is: it does not stay with the object. */
function contentHeadersOf(exchange: Exchange): Record<string, string> {
  const headers: Record<string, string> = {
    "content-type": headerOf(exchange, "content-type") ?? "binary/octet-stream",
  };
  for (const name of CONTENT_HEADERS) {
    const value = headerOf(exchange, name);
    if (value !== undefined) headers[name] = value;
  }
  const encodings = (headerOf(exchange, "content-encoding") ?? "").split(",").map((name) => name.trim());
  const kept = encodings.filter((name) => name !== "" && name !== "aws-chunked");
  if (kept.length > 0) headers["content-encoding"] = kept.join(",");
  return headers;
}

function userMetadataOf(exchange: Exchange): Record<string, string> {
  const metadata: Record<string, string> = {};
  let sizeBytes = 0;
  for (const header of Object.keys(exchange.request.headers)) {
    if (!header.startsWith(META_PREFIX)) continue;
    const name = header.slice(META_PREFIX.length);
    const value = headerOf(exchange, header) ?? "";
    sizeBytes += name.length + value.length;
    metadata[name] = value;
  }
  if (sizeBytes > MAX_METADATA_BYTES) throw s3Errors.metadataTooLarge();
  return metadata;
}
