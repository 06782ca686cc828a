import type { Random } from "../../core/clock.ts";

/** A multipart upload of a huge object. */
interface SimUpload {
  readonly uploadId: string;
  readonly key: string;
  readonly etag: string;
  readonly partCount: number;
  readonly parts: Set<number>;
  isOver: boolean;
}

/** The multipart uploads at the destination, and what is wrong with the way they were used. */
export class SimUploads {
  readonly problems: string[] = [];
  /** Versions that uploads were completed with, by key. */
  readonly completed = new Map<string, string[]>();
  readonly #uploads = new Map<string, SimUpload>();
  /** What the records of open uploads say, by partition and key. */
  readonly #recorded = new Map<string, SimUpload>();

  /** The upload on record for this version of the object; else a new one, and what was on record is aborted. */
  resume(partitionId: string, key: string, etag: string, partCount: number): SimUpload {
    const name = `${partitionId} ${key}`;
    const recorded = this.#recorded.get(name);
    if (recorded !== undefined && recorded.etag === etag && !recorded.isOver) return recorded;
    if (recorded !== undefined) recorded.isOver = true;
    const uploadId = `upload-${this.#uploads.size}`;
    const upload = { uploadId, key, etag, partCount, parts: new Set<number>(), isOver: false };
    this.#uploads.set(uploadId, upload);
    this.#recorded.set(name, upload);
    return upload;
  }

  of(uploadId: string): SimUpload | undefined {
    return this.#uploads.get(uploadId);
  }

  /** Makes the upload an object; says whether the object is there, which it is too when that happened before. */
  complete(upload: SimUpload, known: ReadonlySet<number>): boolean {
    const { key, etag, partCount, parts } = upload;
    const versions = this.completed.get(key) ?? [];
    if (upload.isOver) return versions.at(-1) === etag;
    for (let part = 1; part <= partCount; part++) {
      if (!parts.has(part) || !known.has(part))
        this.problems.push(`${key} was completed without part ${part}`);
    }
    upload.isOver = true;
    this.completed.set(key, [...versions, etag]);
    return true;
  }

  /** Aborts some of the open uploads, as a lifecycle rule does. */
  lose(random: Random): void {
    for (const upload of this.#uploads.values()) if (random() < 0.5) upload.isOver = true;
  }
}
