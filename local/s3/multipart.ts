import { createHash, randomBytes } from "node:crypto";
import { isoSecond } from "../clock.ts";
import { type Answer, headerOf } from "../http/exchange.ts";
import { inAscendingOrder, partsNamedIn } from "../http/part-list.ts";
import { element, xmlDocument } from "../http/xml.ts";
import type { Bucket, MultipartUpload, StoredObject, StoredPart } from "../store/bucket.ts";
import { forgetUpload, pageOfParts, pageOfUploads } from "../store/uploads.ts";
import { attributesOf } from "./attributes.ts";
import { type ChecksumName, checksumOfParts, DEFAULT_CHECKSUM, parseChecksumName } from "./checksums.ts";
import { bucketOf, keyOfObject, type S3Context, type SignedExchange } from "./context.ts";
import { s3Errors } from "./errors.ts";
import { takeIn, takeInDocument } from "./intake.ts";
import { checksumHeaders } from "./objects.ts";
import { S3_NAMESPACE, urlEncoded } from "./xml.ts";

const XML = { "content-type": "application/xml" };
const MIN_PART_BYTES = 5 * 1024 * 1024;
const MAX_PAGE = 1000;
const MAX_PARTS = 10_000;

export function createMultipartUpload(context: S3Context, exchange: SignedExchange): Answer {
  const bucket = bucketOf(context, exchange);
  const named = parseChecksumName(headerOf(exchange, "x-amz-checksum-algorithm"));
  const algorithm = named ?? DEFAULT_CHECKSUM;
  const composite = headerOf(exchange, "x-amz-checksum-type") !== "FULL_OBJECT" && algorithm !== "crc64nvme";
  const type = composite ? "COMPOSITE" : "FULL_OBJECT";
  const upload: MultipartUpload = {
    uploadId: randomBytes(48).toString("base64url"),
    key: keyOfObject(exchange),
    attributes: attributesOf(exchange),
    initiatedMs: exchange.clock.nowMs(),
    parts: new Map(),
    checksum: { algorithm, type },
  };
  bucket.uploads.set(upload.uploadId, upload);
  const content =
    element("Bucket", bucket.name) + element("Key", upload.key) + element("UploadId", upload.uploadId);
  return {
    status: 200,
    headers: {
      ...XML,
      ...upload.attributes.encryption,
      ...(named !== undefined && {
        "x-amz-checksum-algorithm": named.toUpperCase(),
        "x-amz-checksum-type": type,
      }),
    },
    body: xmlDocument("InitiateMultipartUploadResult", content, S3_NAMESPACE),
  };
}

export async function uploadPart(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const upload = uploadOf(bucket, exchange);
  const partNumber = Number(exchange.query.get("partNumber"));
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > MAX_PARTS) {
    throw s3Errors.invalidArgument(`Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`);
  }
  const algorithm = algorithmOf(upload);
  const intake = await takeIn(exchange, exchange.signature, context.bodies, [algorithm]);
  // The upload may have been completed or aborted while the body was under way.
  if (!bucket.uploads.has(upload.uploadId)) {
    context.bodies.release(intake.body);
    throw s3Errors.noSuchUpload();
  }
  const before = upload.parts.get(partNumber);
  if (before !== undefined) context.bodies.release(before.body);
  const { body, md5, etag, checksums } = intake;
  upload.parts.set(partNumber, {
    body,
    md5,
    etag,
    checksum: checksums[algorithm] ?? "",
    lastModifiedMs: exchange.clock.nowMs(),
  });
  return {
    status: 200,
    headers: {
      etag: `"${etag}"`,
      [`x-amz-checksum-${algorithm}`]: checksums[algorithm] ?? "",
      ...upload.attributes.encryption,
    },
  };
}

export function listParts(context: S3Context, exchange: SignedExchange): Answer {
  const upload = uploadOf(bucketOf(context, exchange), exchange);
  const after = Number(exchange.query.get("part-number-marker") ?? 0);
  const maxParts = pageSizeOf(exchange, "max-parts");
  const { page, truncated } = pageOfParts(upload, after, maxParts);
  const parts = page.map(
    ([number, part]) =>
      `<Part>${element("PartNumber", number)}${element("LastModified", isoSecond(part.lastModifiedMs))}` +
      `${element("ETag", `"${part.etag}"`)}${element("Size", part.body.sizeBytes)}</Part>`,
  );
  const content = [
    element("Bucket", exchange.bucket ?? ""),
    element("Key", upload.key),
    element("UploadId", upload.uploadId),
    element("PartNumberMarker", after),
    element("NextPartNumberMarker", page.at(-1)?.[0] ?? after),
    element("MaxParts", maxParts),
    element("IsTruncated", String(truncated)),
    ...parts,
  ];
  return { status: 200, headers: XML, body: xmlDocument("ListPartsResult", content.join(""), S3_NAMESPACE) };
}

export async function completeMultipartUpload(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const named = partsNamedIn(await takeInDocument(exchange, exchange.signature));
  const upload = uploadOf(bucket, exchange);
  if (named === undefined) throw s3Errors.malformedXml();
  if (!inAscendingOrder(named)) throw s3Errors.invalidPartOrder();
  const parts = named.map(({ number, etag }): StoredPart => {
    const part = upload.parts.get(number);
    if (part?.etag !== etag.toLowerCase()) throw s3Errors.invalidPart();
    return part;
  });
  if (parts.slice(0, -1).some((part) => part.body.sizeBytes < MIN_PART_BYTES))
    throw s3Errors.entityTooSmall();

  const md5 = createHash("md5").update(Buffer.concat(parts.map((part) => part.md5)));
  const algorithm = algorithmOf(upload);
  const type = upload.checksum?.type ?? "FULL_OBJECT";
  const pieces = parts.map(({ checksum = "", body }) => ({ checksum, sizeBytes: body.sizeBytes }));
  const checksum = checksumOfParts(algorithm, type, pieces);
  const object: StoredObject = {
    ...upload.attributes,
    body: context.bodies.join(parts.map((part) => part.body)),
    etag: `${md5.digest("hex")}-${parts.length}`,
    kind: "Multipart",
    // S3 dates an object by when its upload began, however much later it appears.
    lastModifiedMs: upload.initiatedMs,
    checksums: { type, values: { [algorithm]: checksum } },
  };
  bucket.set(upload.key, object);
  forgetUpload(context.bodies, bucket, upload);
  const content = [
    element("Location", `http://${exchange.request.headers.host ?? ""}/`),
    element("Bucket", bucket.name),
    element("Key", upload.key),
    element("ETag", `"${object.etag}"`),
    element(`Checksum${algorithm.toUpperCase()}`, checksum),
    element("ChecksumType", type),
  ];
  return {
    status: 200,
    headers: { ...XML, ...upload.attributes.encryption, ...checksumHeaders(object) },
    body: xmlDocument("CompleteMultipartUploadResult", content.join(""), S3_NAMESPACE),
  };
}

export function abortMultipartUpload(context: S3Context, exchange: SignedExchange): Answer {
  const bucket = bucketOf(context, exchange);
  forgetUpload(context.bodies, bucket, uploadOf(bucket, exchange));
  return { status: 204, headers: {} };
}

export function listMultipartUploads(context: S3Context, exchange: SignedExchange): Answer {
  const bucket = bucketOf(context, exchange);
  const { query } = exchange;
  const encode = urlEncoded(exchange);
  const prefix = query.get("prefix") ?? "";
  const maxUploads = pageSizeOf(exchange, "max-uploads");
  const keyMarker = query.get("key-marker") ?? "";
  const idMarker = query.get("upload-id-marker") ?? "";
  const { page, truncated } = pageOfUploads(bucket, { prefix, keyMarker, idMarker, maxUploads });
  const last = page.at(-1);
  const uploads = page.map(
    (upload) =>
      `<Upload>${element("Key", encode(upload.key))}${element("UploadId", upload.uploadId)}` +
      element("StorageClass", upload.attributes.storageClass) +
      `${element("Initiated", isoSecond(upload.initiatedMs))}</Upload>`,
  );
  const content = [
    element("Bucket", bucket.name),
    element("Prefix", encode(prefix)),
    element("KeyMarker", encode(keyMarker)),
    element("UploadIdMarker", idMarker),
    element("NextKeyMarker", truncated ? encode(last?.key ?? "") : ""),
    element("NextUploadIdMarker", truncated ? (last?.uploadId ?? "") : ""),
    ...(query.get("encoding-type") === "url" ? [element("EncodingType", "url")] : []),
    element("MaxUploads", maxUploads),
    element("IsTruncated", String(truncated)),
    ...uploads,
  ];
  return {
    status: 200,
    headers: XML,
    body: xmlDocument("ListMultipartUploadsResult", content.join(""), S3_NAMESPACE),
  };
}

function uploadOf(bucket: Bucket, exchange: SignedExchange): MultipartUpload {
  const upload = bucket.uploads.get(exchange.query.get("uploadId") ?? "");
  if (upload?.key !== keyOfObject(exchange)) throw s3Errors.noSuchUpload();
  return upload;
}

function algorithmOf(upload: MultipartUpload): ChecksumName {
  return parseChecksumName(upload.checksum?.algorithm) ?? DEFAULT_CHECKSUM;
}

/** At most 1,000 whatever is asked for. */
function pageSizeOf(exchange: SignedExchange, name: string): number {
  const size = Number(exchange.query.get(name) ?? MAX_PAGE);
  if (!Number.isInteger(size) || size < 0) throw s3Errors.invalidArgument(`${name} is not valid`);
  return Math.min(size, MAX_PAGE);
}
