import type { ArchiveState, ListedObject } from "../../core/object.ts";
import { decodeBytes, decodeUrlText, rawText, resolveEntities, tagOf, textBetween } from "./xml-text.ts";

/** A page of LIST as it came: nothing is sorted, dropped or made up. */
export interface ScannedPage {
  readonly objects: readonly ListedObject[];
  readonly nextToken?: string;
}

/** How a service lists. */
export interface ListDialect {
  /** 1: pages go on after a key; 2: at a token. */
  readonly version: 1 | 2;
  /** Classes whose objects can be read only when the listing says that they are restored. */
  readonly coldClasses: ReadonlySet<string>;
}

export const PLAIN_LIST: ListDialect = { version: 2, coldClasses: new Set() };

/** The page is not a listing as LIST answers it. */
export class MalformedListingError extends Error {}

const OPEN = "<Contents>";
const CLOSE = "</Contents>";
const KEY = tagOf("Key");
const SIZE = tagOf("Size");
const LAST_MODIFIED = tagOf("LastModified");
const ETAG = tagOf("ETag");
const STORAGE_CLASS = tagOf("StorageClass");
const RESTORE_STATUS = tagOf("RestoreStatus");
const IS_RESTORE_IN_PROGRESS = tagOf("IsRestoreInProgress");
const RESTORE_INFO = tagOf("RestoreInfo");
const USUAL_CLASS = "STANDARD";
const QUOTE = "&quot;";

/**
 * Reads an answer of S3 or OSS to LIST V2, or to the older LIST, by searching for its tags, in whatever order they stand: about ten times
 * as fast as a general XML parser, which would be the ceiling of a listing. Throws MalformedListingError.
 */
export function scanListPage(body: Buffer, dialect: ListDialect = PLAIN_LIST): ScannedPage {
  // One character per byte: quick to search, and keys keep their bytes even where they are not UTF-8.
  const xml = body.toString("latin1");
  if (!xml.includes("<ListBucketResult")) throw new MalformedListingError("the answer is not a listing");
  const firstObject = xml.indexOf(OPEN);
  const lastObject = xml.lastIndexOf(CLOSE);
  const frame = firstObject === -1 ? xml : xml.slice(0, firstObject) + xml.slice(lastObject);
  const isEncoded = rawText(frame, "EncodingType")?.trim() === "url";
  if (!frame.includes("</ListBucketResult>")) throw new MalformedListingError("the listing has no end");
  const objects: ListedObject[] = [];
  for (let start = firstObject; start !== -1;) {
    const end = xml.indexOf(CLOSE, start);
    if (end === -1) throw new MalformedListingError("the listing ends in the middle of an object");
    objects.push(scanObject(xml.slice(start + OPEN.length, end), isEncoded, dialect.coldClasses));
    start = xml.indexOf(OPEN, end);
  }
  if (rawText(frame, "IsTruncated")?.trim() !== "true") return { objects };
  const token =
    dialect.version === 1
      ? nextMarker(frame, isEncoded, objects)
      : decodeToken(resolveEntities(rawText(frame, "NextContinuationToken") ?? ""), isEncoded);
  if (token === "") throw new MalformedListingError("the listing goes on but does not say where");
  return { objects, nextToken: token };
}

/** Called for every object there is: hence the tags made beforehand and the short cuts for the usual ETag. */
function scanObject(xml: string, isEncoded: boolean, coldClasses: ReadonlySet<string>): ListedObject {
  const key = textBetween(xml, KEY);
  const sizeBytes = Number(textBetween(xml, SIZE) ?? Number.NaN);
  const lastModifiedMs = Date.parse(textBetween(xml, LAST_MODIFIED) ?? "");
  if (key === undefined || !Number.isSafeInteger(sizeBytes) || Number.isNaN(lastModifiedMs)) {
    throw new MalformedListingError("an object of the listing lacks its key, size or time");
  }
  const bytes = resolveEntities(key);
  const storageClass = textBetween(xml, STORAGE_CLASS) ?? USUAL_CLASS;
  const archive = storageClass === USUAL_CLASS ? undefined : archiveOf(xml, storageClass, coldClasses);
  return {
    key: isEncoded ? decodeUrlText(bytes) : decodeBytes(bytes),
    sizeBytes,
    etag: etagOf(textBetween(xml, ETAG) ?? ""),
    lastModifiedMs,
    storageClass,
    ...(archive === undefined ? {} : { archive }),
  };
}

/** S3 says so in RestoreStatus, OSS in RestoreInfo; both say nothing about an object that nobody restored. */
function archiveOf(
  xml: string,
  storageClass: string,
  coldClasses: ReadonlySet<string>,
): ArchiveState | undefined {
  const status = textBetween(xml, RESTORE_STATUS);
  const info = textBetween(xml, RESTORE_INFO);
  if (status !== undefined)
    return textBetween(status, IS_RESTORE_IN_PROGRESS)?.trim() === "true" ? "restoring" : "restored";
  if (info !== undefined)
    return resolveEntities(info).includes('ongoing-request="true"') ? "restoring" : "restored";
  return coldClasses.has(storageClass) ? "archived" : undefined;
}

function etagOf(raw: string): string {
  if (raw.startsWith(QUOTE) && raw.endsWith(QUOTE))
    return resolveEntities(raw.slice(QUOTE.length, -QUOTE.length));
  return unquoteEtag(resolveEntities(raw));
}

/** The older LIST goes on after the key that it names, or after the last one of the page. */
function nextMarker(frame: string, isEncoded: boolean, objects: readonly ListedObject[]): string {
  const named = rawText(frame, "NextMarker");
  if (named === undefined || named === "") return objects.at(-1)?.key ?? "";
  const bytes = resolveEntities(named);
  return isEncoded ? decodeUrlText(bytes) : decodeBytes(bytes);
}

/** OSS encodes the token like the keys; S3 does not, and its tokens may hold a bare `+` but no `%`. */
function decodeToken(token: string, isEncoded: boolean): string {
  return isEncoded && token.includes("%") ? decodeUrlText(token) : token;
}

/** An ETag without its quotes and without the mark of a weak one. */
export function unquoteEtag(etag: string): string {
  return etag.replace(/^(?:W\/)?"(.*)"$/u, "$1");
}
