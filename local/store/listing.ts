import type { Bucket, StoredObject } from "./bucket.ts";
import type { Key } from "./keys.ts";

export interface ListingRequest {
  readonly prefix: Key;
  readonly delimiter: string;
  /** Only keys, and common prefixes, after this. */
  readonly after: Key;
  readonly maxKeys: number;
  /** List as the bucket was at this time by the machine's clock. */
  readonly asOfMs?: number;
  /** Answer with nothing, and that there is more. */
  readonly empty?: boolean;
}

export interface Listing {
  readonly objects: readonly (readonly [Key, StoredObject])[];
  readonly commonPrefixes: readonly Key[];
  /** Where the next page goes on; absent on the last page. */
  readonly next?: Key;
}

/** One page in byte order. Each object and each common prefix counts towards `maxKeys`. */
export function listPage(bucket: Bucket, request: ListingRequest): Listing {
  const { prefix, delimiter, after, maxKeys } = request;
  const objects: (readonly [Key, StoredObject])[] = [];
  const commonPrefixes: Key[] = [];
  let last = after;
  let skip: Key | undefined = delimiter !== "" && after.endsWith(delimiter) ? after : undefined;
  const first = prefix > after ? prefix : after;
  for (const [key, object] of bucket.objectsFrom(first, request.asOfMs)) {
    if (key <= after) continue;
    if (!key.startsWith(prefix)) break;
    if (skip !== undefined && key.startsWith(skip) && skip.length > prefix.length) continue;
    if (request.empty === true || objects.length + commonPrefixes.length === maxKeys) {
      return maxKeys === 0 ? { objects, commonPrefixes } : { objects, commonPrefixes, next: last };
    }
    const cut = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    if (cut === -1) {
      objects.push([key, object]);
      last = key;
    } else {
      skip = key.slice(0, cut + delimiter.length);
      commonPrefixes.push(skip);
      last = skip;
    }
  }
  return { objects, commonPrefixes };
}

const TOKEN_PREFIX = "1";

/** The continuation token for a page that ended at this key: opaque to clients, and never empty. */
export function tokenOf(key: Key): string {
  return TOKEN_PREFIX + Buffer.from(key, "latin1").toString("base64url");
}

export function keyOfToken(token: string): Key {
  return Buffer.from(token.slice(TOKEN_PREFIX.length), "base64url").toString("latin1");
}
