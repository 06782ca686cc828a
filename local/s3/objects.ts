import { httpDate, isoSecond } from "../clock.ts";
import { judgeConditions, judgeRange, namesEtag } from "../http/conditions.ts";
import { type Answer, headerOf } from "../http/exchange.ts";
import { decodePercent } from "../http/percent.ts";
import { element, xmlDocument } from "../http/xml.ts";
import { copied, type StoredObject } from "../store/bucket.ts";
import { attributesOf } from "./attributes.ts";
import { type ChecksumName, DEFAULT_CHECKSUM } from "./checksums.ts";
import { bucketOf, keyOfObject, storedObject, type S3Context, type SignedExchange } from "./context.ts";
import { s3Errors } from "./errors.ts";
import { takeIn } from "./intake.ts";
import { isOutOfReach, restoreHeaders } from "./restore.ts";

export async function putObject(context: S3Context, exchange: SignedExchange): Promise<Answer> {
  const bucket = bucketOf(context, exchange);
  const key = keyOfObject(exchange);
  const attributes = attributesOf(exchange);
  const statesOne =
    headerOf(exchange, "x-amz-trailer") !== undefined ||
    Object.keys(exchange.request.headers).some((name) => /^x-amz-checksum-(crc|sha)/.test(name));
  const wanted = statesOne ? [] : [DEFAULT_CHECKSUM];
  const intake = await takeIn(exchange, exchange.signature, context.bodies, wanted);
  try {
    checkWriteConditions(exchange, bucket.get(key));
  } catch (error) {
    context.bodies.release(intake.body);
    throw error;
  }
  const object: StoredObject = {
    ...attributes,
    body: intake.body,
    etag: intake.etag,
    kind: "Normal",
    lastModifiedMs: exchange.clock.nowMs(),
    checksums: { type: "FULL_OBJECT", values: intake.checksums },
  };
  bucket.set(key, object);
  const headers = { etag: `"${intake.etag}"`, ...attributes.encryption, ...checksumHeaders(object) };
  return { status: 200, headers };
}

export function getObject(context: S3Context, exchange: SignedExchange): Answer {
  const object = storedObject(context, exchange);
  const unread = answerConditions(exchange, object);
  if (unread !== undefined) return unread;
  if (isOutOfReach(object, exchange.clock.nowMs())) throw s3Errors.invalidObjectState(object.storageClass);
  return answerObject(exchange, object);
}

export function headObject(context: S3Context, exchange: SignedExchange): Answer {
  const object = storedObject(context, exchange);
  return answerConditions(exchange, object) ?? answerObject(exchange, object);
}

export function deleteObject(context: S3Context, exchange: SignedExchange): Answer {
  bucketOf(context, exchange).delete(keyOfObject(exchange));
  return { status: 204, headers: {} };
}

export function copyObject(context: S3Context, exchange: SignedExchange): Answer {
  const bucket = bucketOf(context, exchange);
  const path = decodePercent(headerOf(exchange, "x-amz-copy-source") ?? "").replace(/^\//, "");
  const slash = path.indexOf("/");
  const source = context.buckets.get(path.slice(0, slash))?.get(path.slice(slash + 1));
  if (source === undefined) throw s3Errors.noSuchKey();
  const replaces = headerOf(exchange, "x-amz-metadata-directive") === "REPLACE";
  const lastModifiedMs = exchange.clock.nowMs();
  context.bodies.retain(source.body);
  bucket.set(keyOfObject(exchange), {
    ...copied(source),
    ...(replaces && attributesOf(exchange)),
    lastModifiedMs,
  });
  const content = element("LastModified", isoSecond(lastModifiedMs)) + element("ETag", `"${source.etag}"`);
  return {
    status: 200,
    headers: { "content-type": "application/xml" },
    body: xmlDocument("CopyObjectResult", content),
  };
}

export function checksumHeaders({ checksums }: StoredObject): Record<string, string> {
  if (checksums === undefined) return {};
  const values = Object.entries(checksums.values).map(([name, value]) => [`x-amz-checksum-${name}`, value]);
  return {
    ...(Object.fromEntries(values) as Record<ChecksumName, string>),
    "x-amz-checksum-type": checksums.type,
  };
}

function answerObject(exchange: SignedExchange, object: StoredObject): Answer {
  const { sizeBytes } = object.body;
  const range = judgeRange(headerOf(exchange, "range"), sizeBytes);
  if (range.kind === "unsatisfiable") throw s3Errors.invalidRange(sizeBytes);
  const { start, end } = range.kind === "part" ? range : { start: 0, end: sizeBytes };
  const wantsChecksums = headerOf(exchange, "x-amz-checksum-mode")?.toUpperCase() === "ENABLED";
  const headers = {
    ...objectHeaders(object, exchange.clock.nowMs()),
    // A checksum is of the whole object and would only mislead beside a part of it.
    ...(wantsChecksums && range.kind === "whole" && checksumHeaders(object)),
    ...(headerOf(exchange, "x-amz-request-payer") !== undefined && { "x-amz-request-charged": "requester" }),
    ...(range.kind === "part" && { "content-range": `bytes ${start}-${end - 1}/${sizeBytes}` }),
    "content-length": end - start,
  };
  const status = range.kind === "part" ? 206 : 200;
  return exchange.method === "HEAD"
    ? { status, headers }
    : { status, headers, body: { stored: object.body, start, end } };
}

function objectHeaders(object: StoredObject, nowMs: number): Record<string, string | number> {
  const metadata = Object.entries(object.userMetadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
  const tagCount = Object.keys(object.tags).length;
  return {
    ...object.contentHeaders,
    ...(Object.fromEntries(metadata) as Record<string, string>),
    ...object.encryption,
    etag: `"${object.etag}"`,
    "last-modified": httpDate(object.lastModifiedMs),
    "accept-ranges": "bytes",
    // S3 leaves the header out for STANDARD.
    ...(object.storageClass !== "STANDARD" && { "x-amz-storage-class": object.storageClass }),
    ...(tagCount > 0 && { "x-amz-tagging-count": tagCount }),
    ...restoreHeaders(object, nowMs),
    ...(object.missingMetadata !== undefined && { "x-amz-missing-meta": object.missingMetadata }),
  };
}

function answerConditions(exchange: SignedExchange, object: StoredObject): Answer | undefined {
  switch (judgeConditions(exchange, object)) {
    case "precondition-failed":
      throw s3Errors.preconditionFailed("If-Match");
    case "not-modified":
      return {
        status: 304,
        headers: { etag: `"${object.etag}"`, "last-modified": httpDate(object.lastModifiedMs) },
      };
    case "go-on":
      return undefined;
  }
}

/** Unlike OSS, S3 has conditional writes. */
function checkWriteConditions(exchange: SignedExchange, existing: StoredObject | undefined): void {
  const ifNoneMatch = headerOf(exchange, "if-none-match");
  const ifMatch = headerOf(exchange, "if-match");
  if (ifNoneMatch === "*" && existing !== undefined) throw s3Errors.preconditionFailed("If-None-Match");
  if (ifMatch === undefined) return;
  if (existing === undefined) throw s3Errors.noSuchKey();
  if (!namesEtag(ifMatch, existing.etag)) throw s3Errors.preconditionFailed("If-Match");
}
