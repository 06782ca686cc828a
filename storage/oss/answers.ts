import type { StoreRole } from "../../core/errors.ts";
import { badResponse } from "../service/bucket-answers.ts";
import type { HttpResponse } from "../http/transport.ts";
import type { DestinationObject, StoredObject, StoredPart } from "../ports.ts";
import { unquoteEtag } from "../service/list-page.ts";
import { metadataOf } from "../service/source-answers.ts";
import { rawText, resolveEntities } from "../service/xml-text.ts";

/** The object or part that a write has stored. BAD_RESPONSE without ETag and CRC-64: then nothing is proved. */
export function storedObjectOf(
  store: StoreRole,
  headers: HttpResponse["headers"],
  etag = headers["etag"],
): StoredObject {
  const crc64 = crc64Of(headers["x-oss-hash-crc64ecma"]);
  if (etag === undefined || crc64 === undefined) {
    throw badResponse(store, "the service confirmed a write without ETag or CRC-64");
  }
  const qosDelayMs = Number(headers["x-oss-qos-delay-time"] ?? 0);
  return { etag: unquoteEtag(etag), crc64, ...(qosDelayMs > 0 ? { qosDelayMs } : {}) };
}

/** What the head of an answer to GET or HEAD says about an object. */
export function destinationObjectOf(
  store: StoreRole,
  response: Pick<HttpResponse, "headers" | "contentLength">,
): DestinationObject {
  const { contentLength, headers } = response;
  const etag = headers["etag"];
  if (contentLength === undefined || etag === undefined) {
    throw badResponse(store, "the answer has no size or no ETag");
  }
  const crc64 = crc64Of(headers["x-oss-hash-crc64ecma"]);
  return {
    sizeBytes: contentLength,
    etag: unquoteEtag(etag),
    ...(crc64 === undefined ? {} : { crc64 }),
    metadata: metadataOf(headers, "x-oss-meta-"),
    // The service may say more behind it than that it was mirrored.
    mirrored: headers["x-oss-tag"]?.startsWith("MIRROR") === true,
  };
}

/** A CRC-64 as OSS writes it, in decimal. */
export function crc64Of(text: string | undefined): bigint | undefined {
  return text !== undefined && /^\d{1,20}$/u.test(text) ? BigInt(text) : undefined;
}

/** One page of ListParts and where the next begins. */
export function partsPageOf(
  store: StoreRole,
  xml: string,
): { readonly parts: readonly StoredPart[]; readonly nextPartNumber?: string } {
  const parts = xml
    .split("<Part>")
    .slice(1)
    .map((text) => partOf(store, text));
  const next = rawText(xml, "NextPartNumberMarker");
  if (rawText(xml, "IsTruncated") !== "true") return { parts };
  if (next === undefined) throw badResponse(store, "the list of parts goes on but does not say where");
  return { parts, nextPartNumber: next };
}

function partOf(store: StoreRole, xml: string): StoredPart {
  const partNumber = Number(rawText(xml, "PartNumber") ?? Number.NaN);
  const sizeBytes = Number(rawText(xml, "Size") ?? Number.NaN);
  const etag = rawText(xml, "ETag");
  const crc64 = crc64Of(rawText(xml, "HashCrc64ecma"));
  if (etag === undefined || crc64 === undefined || !Number.isSafeInteger(partNumber + sizeBytes)) {
    throw badResponse(store, "a listed part lacks its number, size, ETag or CRC-64");
  }
  return { partNumber, sizeBytes, etag: unquoteEtag(resolveEntities(etag)), crc64 };
}
