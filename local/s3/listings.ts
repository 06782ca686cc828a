import { isoSecond } from "../clock.ts";
import { faultOf } from "../faults.ts";
import { type Answer, headerOf } from "../http/exchange.ts";
import { element, xmlDocument } from "../http/xml.ts";
import { keyOfToken, type Listing, listPage, tokenOf } from "../store/listing.ts";
import { bucketOf, type S3Context, type SignedExchange } from "./context.ts";
import { s3Errors } from "./errors.ts";
import { restoreElement } from "./restore.ts";
import { S3_NAMESPACE, urlEncoded } from "./xml.ts";

const XML = { "content-type": "application/xml" };
const OWNER = "<Owner><ID>0000000000000000</ID><DisplayName>local</DisplayName></Owner>";
const MAX_KEYS = 1000;

export function listObjectsV2(context: S3Context, exchange: SignedExchange): Answer {
  const { query } = exchange;
  const token = query.get("continuation-token");
  const startAfter = query.get("start-after") ?? "";
  const listing = page(context, exchange, token === undefined ? startAfter : keyOfToken(token));
  const encode = urlEncoded(exchange);
  const content = [
    ...shared(exchange, listing),
    ...(startAfter === "" ? [] : [element("StartAfter", encode(startAfter))]),
    element("KeyCount", listing.objects.length + listing.commonPrefixes.length),
    ...(token === undefined ? [] : [element("ContinuationToken", token)]),
    ...(listing.next === undefined ? [] : [element("NextContinuationToken", tokenOf(listing.next))]),
    ...contents(exchange, listing, query.get("fetch-owner") === "true"),
  ];
  return { status: 200, headers: XML, body: xmlDocument("ListBucketResult", content.join(""), S3_NAMESPACE) };
}

/** The older listing: markers, and NextMarker only with a delimiter, as S3 has it. */
export function listObjects(context: S3Context, exchange: SignedExchange): Answer {
  const marker = exchange.query.get("marker") ?? "";
  const listing = page(context, exchange, marker);
  const encode = urlEncoded(exchange);
  const withNext = listing.next !== undefined && exchange.query.has("delimiter");
  const content = [
    ...shared(exchange, listing),
    element("Marker", encode(marker)),
    ...(withNext ? [element("NextMarker", encode(listing.next ?? ""))] : []),
    ...contents(exchange, listing, true),
  ];
  return { status: 200, headers: XML, body: xmlDocument("ListBucketResult", content.join(""), S3_NAMESPACE) };
}

function page(context: S3Context, exchange: SignedExchange, after: string): Listing {
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

/** At most 1,000 whatever is asked for. */
function maxKeysOf(exchange: SignedExchange): number {
  const maxKeys = Number(exchange.query.get("max-keys") ?? MAX_KEYS);
  if (!Number.isInteger(maxKeys) || maxKeys < 0) {
    throw s3Errors.invalidArgument("Argument maxKeys must be an integer between 0 and 2147483647");
  }
  return Math.min(maxKeys, MAX_KEYS);
}

function shared(exchange: SignedExchange, listing: Listing): string[] {
  const { query } = exchange;
  const encode = urlEncoded(exchange);
  const delimiter = query.get("delimiter");
  return [
    element("Name", exchange.bucket ?? ""),
    element("Prefix", encode(query.get("prefix") ?? "")),
    element("MaxKeys", maxKeysOf(exchange)),
    ...(delimiter === undefined ? [] : [element("Delimiter", encode(delimiter))]),
    element("IsTruncated", String(listing.next !== undefined)),
    ...(query.get("encoding-type") === "url" ? [element("EncodingType", "url")] : []),
  ];
}

function contents(exchange: SignedExchange, listing: Listing, withOwner: boolean): string[] {
  const encode = urlEncoded(exchange);
  const optional = headerOf(exchange, "x-amz-optional-object-attributes") ?? "";
  const withRestore = optional.split(",").some((name) => name.trim() === "RestoreStatus");
  const nowMs = exchange.clock.nowMs();
  const objects = listing.objects.map(([key, object]) => {
    const [algorithm] = Object.keys(object.checksums?.values ?? {});
    const checksum =
      algorithm === undefined
        ? ""
        : `<ChecksumAlgorithm>${algorithm.toUpperCase()}</ChecksumAlgorithm>` +
          `<ChecksumType>${object.checksums?.type ?? ""}</ChecksumType>`;
    return (
      `<Contents>${element("Key", encode(key))}` +
      `<LastModified>${isoSecond(object.lastModifiedMs)}</LastModified><ETag>&quot;${object.etag}&quot;</ETag>` +
      `${checksum}<Size>${object.body.sizeBytes}</Size>${withOwner ? OWNER : ""}` +
      `<StorageClass>${object.storageClass}</StorageClass>` +
      `${withRestore ? restoreElement(object, nowMs) : ""}</Contents>`
    );
  });
  const prefixes = listing.commonPrefixes.map(
    (prefix) => `<CommonPrefixes>${element("Prefix", encode(prefix))}</CommonPrefixes>`,
  );
  return [...objects, ...prefixes];
}
