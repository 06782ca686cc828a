import { createHash, randomBytes } from "node:crypto";
import { isoSecond } from "../clock.ts";
import { type Answer, type Exchange, headerOf } from "../http/exchange.ts";
import { encodePercent } from "../http/percent.ts";
import { inAscendingOrder, partsNamedIn } from "../http/part-list.ts";
import { requestDocument } from "../http/receive.ts";
import { element, xmlDocument } from "../http/xml.ts";
import type { Bucket, MultipartUpload, StoredPart } from "../store/bucket.ts";
import { CRC64_XZ } from "../store/crc.ts";
import { forgetUpload, pageOfParts, pageOfUploads } from "../store/uploads.ts";
import {
  bucketOf,
  forbidOverwrite,
  keyOfObject,
  newVersionId,
  type OssContext,
  versionHeader,
} from "./context.ts";
import { ossErrors } from "./errors.ts";
import { intakeHeaders, takeIn } from "./intake.ts";
import { obeyOverwriteRules } from "./overwrite-rules.ts";
import { attributesOf, MAX_PARTS, MIN_PART_BYTES } from "./rules.ts";

const XML = { "content-type": "application/xml" };
const MAX_PAGE = 1000;
const FORBIDDEN_BY_INITIATE = "0026-00000201";
const FORBIDDEN_BY_COMPLETE = "0042-00000214";

export function initiateMultipartUpload(context: OssContext, exchange: Exchange): Answer {
  const bucket = bucketOf(context, exchange);
  const key = keyOfObject(exchange);
  forbidOverwrite(exchange, bucket, key, FORBIDDEN_BY_INITIATE);
  const upload: MultipartUpload = {
    uploadId: randomBytes(16).toString("hex").toUpperCase(),
    key,
    attributes: attributesOf(exchange),
    initiatedMs: exchange.clock.nowMs(),
    parts: new Map(),
  };
  bucket.uploads.set(upload.uploadId, upload);
  const content =
    element("Bucket", bucket.name) + keyElement(exchange, key) + element("UploadId", upload.uploadId);
  return {
    status: 200,
    headers: { ...XML, ...upload.attributes.encryption },
    body: xmlDocument("InitiateMultipartUploadResult", encodingType(exchange) + content),
  };
}

export async function uploadPart(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const upload = uploadOf(bucket, exchange);
  const partNumber = Number(exchange.query.get("partNumber"));
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > MAX_PARTS) {
    throw ossErrors.invalidArgument(`Part number must be an integer between 1 and ${MAX_PARTS}, inclusive.`);
  }
  const intake = await takeIn(exchange, context.bodies);
  // The upload may have been completed or aborted while the body was under way.
  if (!bucket.uploads.has(upload.uploadId)) {
    context.bodies.release(intake.body);
    throw ossErrors.noSuchUpload();
  }
  const before = upload.parts.get(partNumber);
  if (before !== undefined) context.bodies.release(before.body);
  upload.parts.set(partNumber, { ...intake, lastModifiedMs: exchange.clock.nowMs() });
  return { status: 200, headers: { ...intakeHeaders(intake), ...upload.attributes.encryption } };
}

export function listParts(context: OssContext, exchange: Exchange): Answer {
  const upload = uploadOf(bucketOf(context, exchange), exchange);
  const after = Number(exchange.query.get("part-number-marker") ?? 0);
  const maxParts = pageSizeOf(exchange, "max-parts");
  const { page, truncated } = pageOfParts(upload, after, maxParts);
  const parts = page.map(
    ([number, part]) =>
      `<Part>${element("PartNumber", number)}${element("LastModified", isoSecond(part.lastModifiedMs))}` +
      `${element("ETag", `"${part.etag}"`)}${element("HashCrc64ecma", String(part.crc64))}` +
      `${element("Size", part.body.sizeBytes)}</Part>`,
  );
  const content = [
    element("Bucket", exchange.bucket ?? ""),
    keyElement(exchange, upload.key),
    element("UploadId", upload.uploadId),
    element("PartNumberMarker", after),
    element("NextPartNumberMarker", page.at(-1)?.[0] ?? after),
    element("MaxParts", maxParts),
    element("IsTruncated", String(truncated)),
    element("StorageClass", upload.attributes.storageClass),
    ...parts,
  ];
  return {
    status: 200,
    headers: XML,
    body: xmlDocument("ListPartsResult", encodingType(exchange) + content.join("")),
  };
}

export async function completeMultipartUpload(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const document = await requestDocument(exchange);
  const upload = uploadOf(bucket, exchange);
  const all = headerOf(exchange, "x-oss-complete-all") === "yes";
  if (all && document.length > 0) throw ossErrors.invalidArgument("x-oss-complete-all takes no part list.");
  const parts = all ? allParts(upload) : namedParts(upload, document);
  if (parts.slice(0, -1).some((part) => part.body.sizeBytes < MIN_PART_BYTES))
    throw ossErrors.entityTooSmall();
  forbidOverwrite(exchange, bucket, upload.key, FORBIDDEN_BY_COMPLETE);
  obeyOverwriteRules(context, exchange, bucket, upload.key);

  const md5 = createHash("md5").update(Buffer.concat(parts.map((part) => part.md5)));
  const etag = `${md5.digest("hex").toUpperCase()}-${parts.length}`;
  const crc64 = parts.reduce((crc, part) => CRC64_XZ.combine(crc, part.crc64 ?? 0n, part.body.sizeBytes), 0n);
  const versionId = newVersionId(bucket);
  bucket.set(upload.key, {
    ...upload.attributes,
    body: context.bodies.join(parts.map((part) => part.body)),
    etag,
    crc64,
    kind: "Multipart",
    lastModifiedMs: exchange.clock.nowMs(),
    ...(versionId !== undefined && { versionId }),
  });
  forgetUpload(context.bodies, bucket, upload);
  const content = [
    element("Location", `http://${exchange.request.headers.host ?? ""}/${encodePercent(upload.key, true)}`),
    element("Bucket", bucket.name),
    keyElement(exchange, upload.key),
    element("ETag", `"${etag}"`),
  ];
  return {
    status: 200,
    headers: {
      ...XML,
      etag: `"${etag}"`,
      "x-oss-hash-crc64ecma": crc64.toString(),
      ...upload.attributes.encryption,
      ...versionHeader(versionId),
    },
    body: xmlDocument("CompleteMultipartUploadResult", encodingType(exchange) + content.join("")),
  };
}

export function abortMultipartUpload(context: OssContext, exchange: Exchange): Answer {
  const bucket = bucketOf(context, exchange);
  forgetUpload(context.bodies, bucket, uploadOf(bucket, exchange));
  return { status: 204, headers: {} };
}

export function listMultipartUploads(context: OssContext, exchange: Exchange): Answer {
  const bucket = bucketOf(context, exchange);
  const { query } = exchange;
  const prefix = query.get("prefix") ?? "";
  const keyMarker = query.get("key-marker") ?? "";
  const idMarker = query.get("upload-id-marker") ?? "";
  const maxUploads = pageSizeOf(exchange, "max-uploads");
  const { page, truncated } = pageOfUploads(bucket, { prefix, keyMarker, idMarker, maxUploads });
  const last = page.at(-1);
  const uploads = page.map(
    (upload) =>
      `<Upload>${keyElement(exchange, upload.key)}${element("UploadId", upload.uploadId)}` +
      element("StorageClass", upload.attributes.storageClass) +
      `${element("Initiated", isoSecond(upload.initiatedMs))}</Upload>`,
  );
  const content = [
    element("Bucket", bucket.name),
    element("KeyMarker", encoded(exchange, keyMarker)),
    element("UploadIdMarker", idMarker),
    element("NextKeyMarker", truncated ? encoded(exchange, last?.key ?? "") : ""),
    element("NextUploadIdMarker", truncated ? (last?.uploadId ?? "") : ""),
    element("Prefix", encoded(exchange, prefix)),
    element("MaxUploads", maxUploads),
    element("IsTruncated", String(truncated)),
    ...uploads,
  ];
  return {
    status: 200,
    headers: XML,
    body: xmlDocument("ListMultipartUploadsResult", encodingType(exchange) + content.join("")),
  };
}

/** The upload that the request names by id and by key. */
function uploadOf(bucket: Bucket, exchange: Exchange): MultipartUpload {
  const key = keyOfObject(exchange);
  const upload = bucket.uploads.get(exchange.query.get("uploadId") ?? "");
  if (upload?.key !== key) throw ossErrors.noSuchUpload();
  return upload;
}

function allParts(upload: MultipartUpload): readonly StoredPart[] {
  if (upload.parts.size === 0) throw ossErrors.invalidPart();
  return [...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}

function namedParts(upload: MultipartUpload, document: Buffer): readonly StoredPart[] {
  const named = partsNamedIn(document);
  if (named === undefined) throw ossErrors.malformedXml();
  if (!inAscendingOrder(named)) throw ossErrors.invalidPartOrder();
  return named.map(({ number, etag }) => {
    const part = upload.parts.get(number);
    if (part?.etag !== etag.toUpperCase()) throw ossErrors.invalidPart();
    return part;
  });
}

function encodingType(exchange: Exchange): string {
  return exchange.query.get("encoding-type") === "url" ? element("EncodingType", "url") : "";
}

function keyElement(exchange: Exchange, key: string): string {
  return element("Key", encoded(exchange, key));
}

function encoded(exchange: Exchange, key: string): string {
  return exchange.query.get("encoding-type") === "url" ? encodePercent(key) : key;
}

function pageSizeOf(exchange: Exchange, name: string): number {
  const size = Number(exchange.query.get(name) ?? MAX_PAGE);
  if (Number.isInteger(size) && size >= 1 && size <= MAX_PAGE) return size;
  throw ossErrors.invalidArgument(`Argument ${name} must be an integer between 1 and ${MAX_PAGE}.`);
}
