import type { SourceChecksums, SourceObject } from "../ports.ts";
import { unquoteEtag } from "../service/list-page.ts";
import { countOf, metadataOf } from "../service/source-answers.ts";

const ALGORITHMS = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"] as const;
const MD5 = /^[0-9a-f]{32}$/iu;

/** The object as the head of S3's answer to GET or HEAD describes it; undefined when the head lacks what every object has. */
export function s3ObjectOf(
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
    metadata: metadataOf(headers, "x-amz-meta-"),
    missingMetadata: countOf(headers["x-amz-missing-meta"]),
    tagCount: countOf(headers["x-amz-tagging-count"]),
    etagMayBeMd5: MD5.test(etag) && !isEncryptedByKey(headers),
    ...(checksums === undefined ? {} : { checksums }),
  };
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
