/** One object as a listing shows it. */
export interface ListedObject {
  readonly key: string;
  readonly sizeBytes: number;
  /** Without the quotes, in the store's own letter case. */
  readonly etag: string;
  readonly lastModifiedMs: number;
  /** The store's own name, for instance `STANDARD_IA`; `STANDARD` where the store names none. */
  readonly storageClass: string;
  /** Absent where the object can be read, and where only an attempt to read it can tell. */
  readonly archive?: ArchiveState;
}

/** How far an object of an archive class is from being readable: it must be restored, it is being, or it is for now. */
export type ArchiveState = "archived" | "restoring" | "restored";

/** What a store keeps about an object besides its bytes. Header names are lower case. */
export interface ObjectMetadata {
  /** `content-type`, `cache-control`, `content-disposition`, `content-encoding`, `content-language`, `expires`. */
  readonly headers: Readonly<Record<string, string>>;
  /** User metadata without the service's prefix (`x-amz-meta-`, `x-oss-meta-`). */
  readonly user: Readonly<Record<string, string>>;
}

/** Object tags, at most ten. */
export type ObjectTags = Readonly<Record<string, string>>;
