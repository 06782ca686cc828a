import { crc64ToBase64 } from "../../core/crc64.ts";
import type { SourceObject } from "../ports.ts";
import { unquoteEtag } from "../service/list-page.ts";
import { countOf, metadataOf } from "../service/source-answers.ts";
import { crc64Of } from "./answers.ts";

const MD5 = /^[0-9a-f]{32}$/iu;

/** The object as the head of OSS's answer to GET or HEAD describes it; undefined when the head lacks what every object has. */
export function ossObjectOf(
  headers: Readonly<Record<string, string>>,
  sizeBytes: number | undefined,
): SourceObject | undefined {
  const quotedEtag = headers["etag"];
  const lastModifiedMs = Date.parse(headers["last-modified"] ?? "");
  if (sizeBytes === undefined || quotedEtag === undefined || Number.isNaN(lastModifiedMs)) return undefined;
  const etag = unquoteEtag(quotedEtag);
  const crc64 = crc64Of(headers["x-oss-hash-crc64ecma"]);
  return {
    sizeBytes,
    etag,
    lastModifiedMs,
    storageClass: headers["x-oss-storage-class"] ?? "Standard",
    metadata: metadataOf(headers, "x-oss-meta-"),
    missingMetadata: 0,
    tagCount: countOf(headers["x-oss-tagging-count"]),
    etagMayBeMd5: isMd5(etag, headers),
    ...(crc64 === undefined
      ? {}
      : { checksums: { values: { crc64ecma: crc64ToBase64(crc64) }, type: "FULL_OBJECT" } }),
  };
}

/** Of an object that one PutObject stored, and not encrypted by a key of KMS. */
function isMd5(etag: string, headers: Readonly<Record<string, string>>): boolean {
  const isNormal = (headers["x-oss-object-type"] ?? "Normal") === "Normal";
  return MD5.test(etag) && isNormal && headers["x-oss-server-side-encryption"] !== "KMS";
}
