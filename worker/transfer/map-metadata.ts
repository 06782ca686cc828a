import type { ObjectTags } from "../../core/object.ts";
import type { DestinationMetadata, SourceObject } from "../../storage/ports.ts";

/** The headers that OSS keeps with an object and gives back with it. */
const KEPT_HEADERS: ReadonlySet<string> = new Set([
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
]);

/** OSS's class for a class of the source: of S3's the one that comes closest in price and access, of OSS's the same. */
const STORAGE_CLASSES: Readonly<Record<string, string>> = {
  STANDARD: "Standard",
  EXPRESS_ONEZONE: "Standard",
  REDUCED_REDUNDANCY: "Standard",
  INTELLIGENT_TIERING: "Standard",
  STANDARD_IA: "IA",
  ONEZONE_IA: "IA",
  GLACIER_IR: "IA",
  GLACIER: "Archive",
  DEEP_ARCHIVE: "ColdArchive",
  Standard: "Standard",
  IA: "IA",
  Archive: "Archive",
  ColdArchive: "ColdArchive",
  DeepColdArchive: "DeepColdArchive",
};

/** Letters, digits and hyphens ("Manage object metadata"); the service lower-cases the rest. */
const USER_NAME = /^[a-z0-9-]+$/iu;
/** What can stand in a header: visible ASCII and spaces. Anything else would arrive as something else. */
const HEADER_VALUE = /^[\x20-\x7e]*$/u;

export interface MetadataRules {
  readonly storageClass: "map" | "bucket";
  readonly maxUserMetadataBytes: number;
}

export interface MappedMetadata {
  readonly metadata: DestinationMetadata;
  /** What OSS cannot hold, by name; empty when everything went across. */
  readonly unmappable: readonly string[];
}

/**
 * The object's metadata in OSS's terms, and what has no equal there. Values that S3 encoded by RFC 2047 stay
 * as they are. `aws-chunked` is no encoding of the object, only of some client's upload, and is left out.
 */
export function mapMetadata(
  source: SourceObject,
  tags: ObjectTags | undefined,
  rules: MetadataRules,
): MappedMetadata {
  const unmappable: string[] = [];
  const headers = mapHeaders(source.metadata.headers, unmappable);
  const user = mapUser(source.metadata.user, rules.maxUserMetadataBytes, unmappable);
  if (source.missingMetadata > 0) {
    unmappable.push(`${source.missingMetadata} entries that the source cannot put into headers`);
  }
  const storageClass = rules.storageClass === "map" ? STORAGE_CLASSES[source.storageClass] : undefined;
  const metadata = {
    headers,
    user,
    ...(tags === undefined ? {} : { tags }),
    ...(storageClass === undefined ? {} : { storageClass }),
  };
  return { metadata, unmappable };
}

function mapHeaders(headers: Readonly<Record<string, string>>, unmappable: string[]): Record<string, string> {
  const mapped: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const kept = name === "content-encoding" ? withoutAwsChunked(value) : value;
    if (kept === "") continue;
    if (KEPT_HEADERS.has(name) && HEADER_VALUE.test(kept)) mapped[name] = kept;
    else unmappable.push(name);
  }
  return mapped;
}

function mapUser(
  user: Readonly<Record<string, string>>,
  maxBytes: number,
  unmappable: string[],
): Record<string, string> {
  const mapped: Record<string, string> = {};
  let sizeBytes = 0;
  for (const [name, value] of Object.entries(user)) {
    const entryBytes = name.length + value.length;
    const lowerCased = name.toLowerCase();
    const fits = sizeBytes + entryBytes <= maxBytes;
    if (fits && USER_NAME.test(name) && HEADER_VALUE.test(value) && !Object.hasOwn(mapped, lowerCased)) {
      mapped[lowerCased] = value;
      sizeBytes += entryBytes;
    } else {
      unmappable.push(name);
    }
  }
  return mapped;
}

function withoutAwsChunked(contentEncoding: string): string {
  const codings = contentEncoding.split(",").map((coding) => coding.trim());
  const kept = codings.filter((coding) => coding.toLowerCase() !== "aws-chunked");
  return kept.length === codings.length ? contentEncoding : kept.join(", ");
}
