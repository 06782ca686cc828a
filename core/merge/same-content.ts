import type { ListedObject } from "../object.ts";

const MD5_HEX = /^[0-9a-f]{32}$/iu;

/**
 * What two listings say about the content of one key at both ends. `unknown`: same size, and the ETags prove
 * nothing: those of multipart objects are no digests of the bytes, nor are others where the source's are opaque
 * or the object is encrypted with a customer's key. An OSS object that was put whole has the MD5 as its ETag
 * ("Response elements of HeadObject"); equal MD5s are the same content whoever made them.
 */
export function compareListed(
  source: ListedObject,
  destination: ListedObject,
  sourceEtag: "md5" | "opaque",
): "same" | "different" | "unknown" {
  if (source.sizeBytes !== destination.sizeBytes) return "different";
  if (source.sizeBytes === 0) return "same";
  const isMd5 = sourceEtag === "md5" && MD5_HEX.test(source.etag) && MD5_HEX.test(destination.etag);
  return isMd5 && source.etag.toLowerCase() === destination.etag.toLowerCase() ? "same" : "unknown";
}

/** Whether both ETags look like MD5s, so that two that differ almost surely stand for different bytes. */
export function bothLookLikeMd5(source: ListedObject, destination: ListedObject): boolean {
  return MD5_HEX.test(source.etag) && MD5_HEX.test(destination.etag);
}
