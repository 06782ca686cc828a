import type { ObjectMetadata } from "../../core/object.ts";
import type { SourceChecksums, SourceObject } from "../ports.ts";
import { unquoteEtag } from "../service/list-page.ts";

const CONTENT_HEADERS = [
  "content-type",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "expires",
] as const;
const ALGORITHMS = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"] as const;
const METADATA_PREFIX = "x-amz-meta-";
const MD5 = /^[0-9a-f]{32}$/iu;

/** The object as the head of an answer to GET or HEAD describes it; undefined when the head lacks what every object has. */
export function sourceObjectOf(
  headers: Readonly<Record<string, string>>,
  sizeBytes: number | undefined,
): SourceObject | undefined {
  const quotedEtag = headers["etag"];
  const lastModifiedMs = Date.parse(headers["last-modified"] ?? "");
  if (sizeBytes === undefined || quotedEtag === undefined || Number.isNaN(lastModifiedMs)) return undefined;
  const etag = unquoteEtag(quotedEtag);
  const checksums = checksumsOf(headers);
  return {
    sizeBytes,
    etag,
    lastModifiedMs,
    storageClass: headers["x-amz-storage-class"] ?? "STANDARD",
    metadata: metadataOf(headers),
    missingMetadata: countOf(headers["x-amz-missing-meta"]),
    tagCount: countOf(headers["x-amz-tagging-count"]),
    etagMayBeMd5: MD5.test(etag) && !isEncryptedByKey(headers),
    ...(checksums === undefined ? {} : { checksums }),
  };
}

function metadataOf(headers: Readonly<Record<string, string>>): ObjectMetadata {
  const content: Record<string, string> = {};
  for (const name of CONTENT_HEADERS) {
    const value = name === "content-encoding" ? withoutAwsChunked(headers[name]) : headers[name];
    if (value !== undefined) content[name] = value;
  }
  const user: Record<string, string> = {};
  for (const name in headers) {
    if (name.startsWith(METADATA_PREFIX)) user[name.slice(METADATA_PREFIX.length)] = headers[name] ?? "";
  }
  return { headers: content, user };
}

/** `aws-chunked` is how the uploader spoke to S3, not how the object is encoded; some services keep it. */
function withoutAwsChunked(encoding: string | undefined): string | undefined {
  const codings = encoding?.split(",").map((coding) => coding.trim()) ?? [];
  const kept = codings.filter((coding) => coding !== "" && coding.toLowerCase() !== "aws-chunked");
  return kept.length === 0 ? undefined : kept.join(", ");
}

/** With KMS or a customer's key the ETag is not the MD5 of the bytes. */
function isEncryptedByKey(headers: Readonly<Record<string, string>>): boolean {
  const encryption = headers["x-amz-server-side-encryption"] ?? "";
  return (
    encryption.startsWith("aws:") || headers["x-amz-server-side-encryption-customer-algorithm"] !== undefined
  );
}

/** A composite checksum ends in the number of parts, also where the service does not name its type. */
function checksumsOf(headers: Readonly<Record<string, string>>): SourceChecksums | undefined {
  const values: Partial<Record<(typeof ALGORITHMS)[number], string>> = {};
  let isComposite = headers["x-amz-checksum-type"] === "COMPOSITE";
  for (const algorithm of ALGORITHMS) {
    const value = headers[`x-amz-checksum-${algorithm}`];
    if (value === undefined) continue;
    values[algorithm] = value;
    isComposite ||= /-\d+$/u.test(value);
  }
  if (Object.keys(values).length === 0) return undefined;
  return { values, type: isComposite ? "COMPOSITE" : "FULL_OBJECT" };
}

function countOf(text: string | undefined): number {
  return text !== undefined && /^\d+$/u.test(text) ? Number(text) : 0;
}
