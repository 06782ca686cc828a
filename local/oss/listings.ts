import { isoSecond } from "../clock.ts";
import { faultOf } from "../faults.ts";
import type { Answer, Exchange } from "../http/exchange.ts";
import { encodePercent } from "../http/percent.ts";
import { element, xmlDocument } from "../http/xml.ts";
import { keyOfToken, type Listing, listPage, tokenOf } from "../store/listing.ts";
import { bucketOf, type OssContext } from "./context.ts";
import { ossErrors } from "./errors.ts";
import { restoreInfo } from "./restore.ts";

const XML = { "content-type": "application/xml" };
const OWNER = "<Owner><ID>1000000000000000</ID><DisplayName>1000000000000000</DisplayName></Owner>";

export function listObjectsV2(context: OssContext, exchange: Exchange): Answer {
  const { query } = exchange;
  const token = query.get("continuation-token");
  const startAfter = query.get("start-after") ?? "";
  const listing = page(context, exchange, token === undefined ? startAfter : keyOfToken(token));
  const encode = encoderOf(exchange);
  const count = listing.objects.length + listing.commonPrefixes.length;
  const content = [
    ...shared(exchange, listing),
    element("StartAfter", encode(startAfter)),
    element("KeyCount", count),
    ...(token === undefined ? [] : [element("ContinuationToken", token)]),
    ...(listing.next === undefined ? [] : [element("NextContinuationToken", tokenOf(listing.next))]),
    ...contents(exchange, listing, query.get("fetch-owner") === "true"),
  ];
  return { status: 200, headers: XML, body: xmlDocument("ListBucketResult", content.join("")) };
}

/** The older listing, which `ali-oss` calls `list`: markers instead of tokens, and always an owner. */
export function listObjects(context: OssContext, exchange: Exchange): Answer {
  const marker = exchange.query.get("marker") ?? "";
  const listing = page(context, exchange, marker);
  const encode = encoderOf(exchange);
  const content = [
    ...shared(exchange, listing),
    element("Marker", encode(marker)),
    ...(listing.next === undefined ? [] : [element("NextMarker", encode(listing.next))]),
    ...contents(exchange, listing, true),
  ];
  return { status: 200, headers: XML, body: xmlDocument("ListBucketResult", content.join("")) };
}

function page(context: OssContext, exchange: Exchange, after: string): Listing {
  const { query, faults } = exchange;
  const staleMs = faultOf(faults, "stale-list")?.ageMs;
  return listPage(bucketOf(context, exchange), {
    prefix: query.get("prefix") ?? "",
    delimiter: query.get("delimiter") ?? "",
    after,
    maxKeys: Math.min(maxKeysOf(exchange), faultOf(faults, "short-page")?.maxKeys ?? Infinity),
    ...(staleMs !== undefined && { asOfMs: Date.now() - staleMs }),
    empty: faultOf(faults, "empty-page") !== undefined,
  });
}

/** 1 to 1,000, 100 when nothing is said. */
function maxKeysOf(exchange: Exchange): number {
  const maxKeys = Number(exchange.query.get("max-keys") ?? 100);
  if (!Number.isInteger(maxKeys) || maxKeys < 1 || maxKeys > 1000) {
    throw ossErrors.invalidArgument("Argument maxKeys must be an integer between 1 and 1000.");
  }
  return maxKeys;
}

function shared(exchange: Exchange, listing: Listing): string[] {
  const { query } = exchange;
  const encode = encoderOf(exchange);
  return [
    element("Name", exchange.bucket ?? ""),
    element("Prefix", encode(query.get("prefix") ?? "")),
    element("MaxKeys", maxKeysOf(exchange)),
    element("Delimiter", encode(query.get("delimiter") ?? "")),
    element("IsTruncated", String(listing.next !== undefined)),
    ...(query.get("encoding-type") === "url" ? [element("EncodingType", "url")] : []),
  ];
}

function contents(exchange: Exchange, listing: Listing, withOwner: boolean): string[] {
  const encode = encoderOf(exchange);
  const nowMs = exchange.clock.nowMs();
  const objects = listing.objects.map(([key, object]) => {
    const restore = restoreInfo(object, nowMs);
    return (
      `<Contents>${element("Key", encode(key))}` +
      `<LastModified>${isoSecond(object.lastModifiedMs)}</LastModified>` +
      `<ETag>"${object.etag}"</ETag><Type>${object.kind}</Type><Size>${object.body.sizeBytes}</Size>` +
      `<StorageClass>${object.storageClass}</StorageClass>` +
      `${restore === undefined ? "" : element("RestoreInfo", restore)}${withOwner ? OWNER : ""}</Contents>`
    );
  });
  const prefixes = listing.commonPrefixes.map(
    (prefix) => `<CommonPrefixes>${element("Prefix", encode(prefix))}</CommonPrefixes>`,
  );
  return [...objects, ...prefixes];
}

function encoderOf(exchange: Exchange): (bytes: string) => string {
  return exchange.query.get("encoding-type") === "url" ? (bytes) => encodePercent(bytes) : (bytes) => bytes;
}
