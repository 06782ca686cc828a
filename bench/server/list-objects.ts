import type { Reply } from "./connection.ts";
import { LAST_MODIFIED, xmlReply } from "./replies.ts";
import type { StoreRequest } from "./request.ts";

/** Objects numbered in key order, as a listing needs them. */
export interface OrderedObjects {
  readonly count: number;
  keyAt(index: number): string;
  /** Everything of a listing entry but its key. */
  entryTailAt(index: number): string;
  /** Whether the bucket holds this object at all. */
  has(index: number): boolean;
  /** The number of the first object whose key comes after `key`; `count` when there is none. */
  firstAfter(key: string): number;
}

/** The end of a listing entry; `extra` is what one service says and the other does not. */
export function entryTail(
  etag: string,
  sizeBytes: number,
  storageClass: string,
  extra: string,
  lastModified = LAST_MODIFIED,
): string {
  const modified = lastModified.toISOString();
  return `</Key><LastModified>${modified}</LastModified><ETag>&quot;${etag}&quot;</ETag>${extra}<Size>${sizeBytes}</Size><StorageClass>${storageClass}</StorageClass></Contents>`;
}

/** Answers ListObjectsV2 and tells how many keys the page has. */
export function listObjects(
  request: StoreRequest,
  objects: OrderedObjects,
  defaultMaxKeys: number,
): { readonly reply: Reply; readonly keys: number } {
  const { query } = request;
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
  const maxKeys = Math.min(Number(query.get("max-keys") ?? defaultMaxKeys), 1_000);
  let index = objects.firstAfter(after < prefix ? prefix : after);
  if (after < prefix && index > 0 && objects.keyAt(index - 1) === prefix) index--;
  let contents = "";
  let commonPrefixes = "";
  let keys = 0;
  let found = 0;
  let last = "";
  let isTruncated = false;
  while (index < objects.count) {
    const key = objects.keyAt(index);
    if (!key.startsWith(prefix)) break;
    if (!objects.has(index)) {
      index++;
      continue;
    }
    if (found === maxKeys) {
      isTruncated = true;
      break;
    }
    found++;
    const cut = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    if (cut >= 0) {
      const common = key.slice(0, cut + delimiter.length);
      commonPrefixes += `<CommonPrefixes><Prefix>${common}</Prefix></CommonPrefixes>`;
      last = `${common}\uffff`;
      index = objects.firstAfter(last);
    } else {
      contents += `<Contents><Key>${key}${objects.entryTailAt(index)}`;
      keys++;
      last = key;
      index++;
    }
  }
  const token = isTruncated ? `<NextContinuationToken>${last}</NextContinuationToken>` : "";
  const encoding = query.has("encoding-type") ? "<EncodingType>url</EncodingType>" : "";
  return {
    keys,
    reply: xmlReply(
      `<ListBucketResult><Name>${request.bucket}</Name><Prefix>${prefix}</Prefix><MaxKeys>${maxKeys}</MaxKeys>${encoding}<KeyCount>${found}</KeyCount><IsTruncated>${isTruncated}</IsTruncated>${token}${contents}${commonPrefixes}</ListBucketResult>`,
    ),
  };
}
