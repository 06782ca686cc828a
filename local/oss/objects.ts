import { judgeConditions, judgeRange } from "../http/conditions.ts";
import { type Answer, type Exchange, headerOf } from "../http/exchange.ts";
import { decodePercent } from "../http/percent.ts";
import { element, xmlDocument } from "../http/xml.ts";
import { httpDate, isoSecond } from "../clock.ts";
import { copied, type StoredObject } from "../store/bucket.ts";
import { CRC64_XZ } from "../store/crc.ts";
import { aclAnswer } from "./buckets.ts";
import {
  bucketOf,
  forbidOverwrite,
  keyOfObject,
  newVersionId,
  type OssContext,
  storedObject,
  versionHeader,
} from "./context.ts";
import { ossErrors } from "./errors.ts";
import { intakeHeaders, takeIn } from "./intake.ts";
import { getMirrored, headMirrored } from "./mirror/mirror.ts";
import { obeyOverwriteRules } from "./overwrite-rules.ts";
import { isOutOfReach, restoreInfo } from "./restore.ts";
import { attributesOf, refuseWriteConditions } from "./rules.ts";

const FORBIDDEN_BY_PUT = "0026-00000002";

export async function putObject(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const key = keyOfObject(exchange);
  refuseWriteConditions(exchange);
  const attributes = attributesOf(exchange);
  const intake = await takeIn(exchange, context.bodies);
  try {
    forbidOverwrite(exchange, bucket, key, FORBIDDEN_BY_PUT);
    obeyOverwriteRules(context, exchange, bucket, key);
  } catch (error) {
    context.bodies.release(intake.body);
    throw error;
  }
  const versionId = newVersionId(bucket);
  bucket.set(key, {
    ...attributes,
    body: intake.body,
    etag: intake.etag,
    crc64: intake.crc64,
    kind: "Normal",
    lastModifiedMs: exchange.clock.nowMs(),
    ...(versionId !== undefined && { versionId }),
  });
  return {
    status: 200,
    headers: { ...intakeHeaders(intake), ...attributes.encryption, ...versionHeader(versionId) },
  };
}

export async function getObject(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const key = keyOfObject(exchange);
  const object = bucket.get(key);
  if (object === undefined) return getMirrored(context, exchange, bucket, key);
  const headers = { ...objectHeaders(object, exchange.clock.nowMs()), ...overrides(exchange) };
  const unread = answerConditions(exchange, object, headers);
  if (unread !== undefined) return unread;
  if (isOutOfReach(object, exchange.clock.nowMs())) throw ossErrors.invalidObjectState();
  const { sizeBytes } = object.body;
  const range = judgeRange(headerOf(exchange, "range"), sizeBytes);
  const standard = headerOf(exchange, "x-oss-range-behavior") === "standard";
  // Unless asked for standard behaviour, OSS answers a range that reaches past the end with the whole object.
  if (range.kind === "unsatisfiable" && standard) throw ossErrors.invalidRange(sizeBytes);
  if (range.kind !== "part" || (!standard && reachesPastEnd(exchange, sizeBytes))) {
    const body = { stored: object.body, start: 0, end: sizeBytes };
    return { status: 200, headers: { ...headers, "content-length": sizeBytes }, body };
  }
  const { start, end } = range;
  return {
    status: 206,
    headers: {
      ...headers,
      "content-length": end - start,
      "content-range": `bytes ${start}-${end - 1}/${sizeBytes}`,
    },
    body: { stored: object.body, start, end },
  };
}

export async function headObject(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const key = keyOfObject(exchange);
  const object = bucket.get(key);
  if (object === undefined) return headMirrored(context, exchange, bucket, key);
  const headers = objectHeaders(object, exchange.clock.nowMs());
  const { sizeBytes } = object.body;
  return (
    answerConditions(exchange, object, headers) ?? {
      status: 200,
      headers: { ...headers, "content-length": sizeBytes },
    }
  );
}

export function getObjectMeta(context: OssContext, exchange: Exchange): Answer {
  const object = storedObject(context, exchange);
  return {
    status: 200,
    headers: {
      etag: `"${object.etag}"`,
      "content-length": object.body.sizeBytes,
      "last-modified": httpDate(object.lastModifiedMs),
      ...crcHeader(object),
      ...versionHeader(object.versionId),
    },
  };
}

export function getObjectAcl(context: OssContext, exchange: Exchange): Answer {
  storedObject(context, exchange);
  return aclAnswer("default");
}

export function deleteObject(context: OssContext, exchange: Exchange): Answer {
  const bucket = bucketOf(context, exchange);
  bucket.delete(keyOfObject(exchange));
  const versionId = newVersionId(bucket);
  const marker = versionId === undefined ? {} : { "x-oss-delete-marker": "true" };
  return { status: 204, headers: { ...marker, ...versionHeader(versionId) } };
}

export async function appendObject(context: OssContext, exchange: Exchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const key = keyOfObject(exchange);
  const attributes = attributesOf(exchange);
  const intake = await takeIn(exchange, context.bodies);
  const before = bucket.get(key);
  const length = before?.body.sizeBytes ?? 0;
  const isAppendable = before === undefined || before.kind === "Appendable";
  if (!isAppendable || Number(exchange.query.get("position")) !== length) {
    context.bodies.release(intake.body);
    throw isAppendable ? ossErrors.positionNotEqualToLength(length) : ossErrors.objectNotAppendable();
  }
  const body = context.bodies.join(before === undefined ? [intake.body] : [before.body, intake.body]);
  context.bodies.release(intake.body);
  const crc64 = CRC64_XZ.combine(before?.crc64 ?? 0n, intake.crc64, intake.body.sizeBytes);
  const lastModifiedMs = exchange.clock.nowMs();
  bucket.set(key, {
    ...(before ?? attributes),
    body,
    etag: `${intake.etag}-A`,
    crc64,
    kind: "Appendable",
    lastModifiedMs,
  });
  const headers = { "x-oss-next-append-position": body.sizeBytes, "x-oss-hash-crc64ecma": crc64.toString() };
  return { status: 200, headers: { ...headers, etag: `"${intake.etag}-A"` } };
}

export function copyObject(context: OssContext, exchange: Exchange): Answer {
  const bucket = bucketOf(context, exchange);
  const key = keyOfObject(exchange);
  const path = decodePercent(headerOf(exchange, "x-oss-copy-source") ?? "").replace(/^\//, "");
  const slash = path.indexOf("/");
  const sourceBucket = context.buckets.get(path.slice(0, slash));
  if (sourceBucket === undefined) throw ossErrors.noSuchBucket();
  const source = sourceBucket.get(path.slice(slash + 1));
  if (source === undefined) throw ossErrors.noSuchKey();
  if (isOutOfReach(source, exchange.clock.nowMs())) throw ossErrors.invalidObjectState();
  forbidOverwrite(exchange, bucket, key, FORBIDDEN_BY_PUT);
  obeyOverwriteRules(context, exchange, bucket, key);
  const replaces = headerOf(exchange, "x-oss-metadata-directive") === "REPLACE";
  const lastModifiedMs = exchange.clock.nowMs();
  const versionId = newVersionId(bucket);
  context.bodies.retain(source.body);
  bucket.set(key, {
    ...copied(source),
    ...(replaces && attributesOf(exchange)),
    lastModifiedMs,
    ...(versionId !== undefined && { versionId }),
  });
  const content = element("ETag", `"${source.etag}"`) + element("LastModified", isoSecond(lastModifiedMs));
  return {
    status: 200,
    headers: { "content-type": "application/xml", ...crcHeader(source), ...versionHeader(versionId) },
    body: xmlDocument("CopyObjectResult", content),
  };
}

function objectHeaders(object: StoredObject, nowMs: number): Record<string, string | number> {
  const metadata = Object.entries(object.userMetadata).map(([name, value]) => [`x-oss-meta-${name}`, value]);
  const tagCount = Object.keys(object.tags).length;
  const restore = restoreInfo(object, nowMs);
  return {
    ...object.contentHeaders,
    ...(Object.fromEntries(metadata) as Record<string, string>),
    ...object.encryption,
    etag: `"${object.etag}"`,
    "last-modified": httpDate(object.lastModifiedMs),
    "accept-ranges": "bytes",
    "x-oss-object-type": object.kind,
    "x-oss-storage-class": object.storageClass,
    ...(object.kind === "Appendable" && { "x-oss-next-append-position": object.body.sizeBytes }),
    ...(tagCount > 0 && { "x-oss-tagging-count": tagCount }),
    ...(restore !== undefined && { "x-oss-restore": restore }),
    ...(object.mirrored === true && { "x-oss-tag": "MIRROR" }),
    ...crcHeader(object),
    ...versionHeader(object.versionId),
  };
}

function crcHeader(object: StoredObject): Record<string, string> {
  return object.crc64 === undefined ? {} : { "x-oss-hash-crc64ecma": object.crc64.toString() };
}

/** A GET may ask for other content headers: `response-content-type` and its like. */
function overrides(exchange: Exchange): Record<string, string> {
  return Object.fromEntries(
    exchange.query.pairs
      .filter(([name]) => name.startsWith("response-"))
      .map(([name, value]) => [name.slice("response-".length), value]),
  );
}

function answerConditions(
  exchange: Exchange,
  object: StoredObject,
  headers: Readonly<Record<string, string | number>>,
): Answer | undefined {
  switch (judgeConditions(exchange, object)) {
    case "precondition-failed":
      throw ossErrors.preconditionFailed();
    case "not-modified":
      return {
        status: 304,
        headers: { etag: headers["etag"] ?? "", "last-modified": headers["last-modified"] ?? "" },
      };
    case "go-on":
      return undefined;
  }
}

function reachesPastEnd(exchange: Exchange, sizeBytes: number): boolean {
  const last = /^bytes=\d+-(\d+)$/.exec(headerOf(exchange, "range") ?? "")?.[1];
  return last !== undefined && Number(last) >= sizeBytes;
}
