/** One object as a listing shows it. */
export interface ListedObject {
  readonly key: string;
  readonly sizeBytes: number;
  /** Without the quotes, in the store's own letter case. */
  readonly etag: string;
  readonly lastModifiedMs: number;
  /** The store's own name, for instance `STANDARD_IA`; `STANDARD` where the store names none. */
  readonly storageClass: string;
}

/** What a store keeps about an object besides its bytes. Header names are lower case. */
export interface ObjectMetadata {
  /** `content-type`, `cache-control`, `content-disposition`, `content-encoding`, `content-language`, `expires`. */
  readonly headers: Readonly<Record<string, string>>;
  /** User metadata without the service's prefix (`x-amz-meta-`, `x-oss-meta-`). */
  readonly user: Readonly<Record<string, string>>;
}

/** Object tags, at most ten. */
export type ObjectTags = Readonly<Record<string, string>>;
