import type { ObjectMetadata } from "../../../core/object.ts";
import type { JobSpec } from "../../../core/protocol/job.ts";
import { md5Hex, type MemoryObject } from "../../../storage/memory/bucket.ts";
import { destinationKeyOf, type StoryWorld } from "./story-world.ts";

/** One size for every way of copying, and the empty object. */
const SIZES = [0, 20, 20, 90, 180] as const;

/** A multipart upload at the source: S3 dates the object by its beginning. */
interface BegunUpload {
  readonly key: string;
  readonly bytes: Buffer;
  readonly begunMs: number;
}

/** The users' own program, which goes on all the time: at the source at first, at the destination from the switch on. */
export class Application {
  /** Whether the users have been moved to the destination, and a back-to-source rule is on there (T2). */
  hasSwitched = false;
  readonly #world: StoryWorld;
  readonly #spec: Pick<JobSpec, "srcPrefix" | "destPrefix">;
  readonly #keys: readonly string[];
  #uploads: BegunUpload[] = [];
  #versions = 0;

  constructor(world: StoryWorld, spec: JobSpec, keys: readonly string[]) {
    this.#world = world;
    this.#spec = spec;
    this.#keys = keys;
  }

  /** Does something or other. After the switch some late writers are still at the source. */
  act(): void {
    if (this.hasSwitched && this.#world.random() < 0.8) this.#actAtDestination();
    else this.#actAtSource();
  }

  /** Something that somebody put at the destination long before the migration. */
  leaveAtDestination(): void {
    const key = this.#destinationKey();
    this.#world.destination.put("nobody", key, this.#content(), { storageClass: "Standard" });
  }

  /** A late writer puts back at the source what is not there any more. */
  bringBack(): void {
    const gone = this.#keys.filter((key) => this.#world.source.now(key).object === undefined);
    if (gone.length > 0) this.#write(this.#world.pick(gone), this.#content());
  }

  #actAtSource(): void {
    const { source } = this.#world;
    const dice = this.#world.random();
    const key = this.#world.pick(this.#keys);
    if (dice < 0.5) this.#write(key, this.#content());
    else if (dice < 0.65) source.delete("application", key);
    else if (dice < 0.8) this.#beginUpload(key);
    else if (dice < 0.95) this.#completeUpload();
    else {
      const { object } = source.now(key);
      if (object !== undefined) this.#write(key, object.bytes);
    }
  }

  #write(key: string, bytes: Buffer): void {
    this.#world.source.put("application", key, bytes, {
      metadata: metadataFor(bytes),
      storageClass: this.#world.random() < 0.03 ? "GLACIER" : "STANDARD",
    });
  }

  #beginUpload(key: string): void {
    const begunMs = this.#world.source.bucket.nowMs;
    this.#uploads.push({ key, bytes: this.#content(), begunMs });
  }

  #completeUpload(): void {
    const upload = this.#uploads.shift();
    if (upload === undefined) return;
    const { key, bytes, begunMs } = upload;
    this.#world.source.put("application", key, bytes, {
      etag: `${md5Hex(bytes)}-2`,
      lastModifiedMs: begunMs,
      metadata: metadataFor(bytes),
    });
  }

  #actAtDestination(): void {
    const key = this.#destinationKey();
    if (this.#world.isLookedAt(key)) return;
    const { destination } = this.#world;
    const dice = this.#world.random();
    if (dice < 0.35) this.#writeThere(key, this.#content());
    else if (dice < 0.55) destination.delete("application", key);
    else if (dice < 0.95) this.#read(key);
    else this.#writeThere(key, this.#atSource(key)?.bytes ?? this.#content());
  }

  #writeThere(key: string, bytes: Buffer): void {
    const etag = md5Hex(bytes).toUpperCase();
    const isMultipart = this.#world.random() < 0.25;
    const options = { etag: isMultipart ? `${etag}-2` : etag, storageClass: "Standard" };
    this.#world.destination.put("application", key, bytes, options);
  }

  /** What is absent is fetched from the source and stored, without the users' metadata. */
  #read(key: string): void {
    if (this.#world.destination.now(key).object !== undefined) return;
    const object = this.#atSource(key);
    if (object === undefined || object.storageClass === "GLACIER") return;
    const etag = md5Hex(object.bytes).toUpperCase();
    const options = { etag, storageClass: "Standard", mirrored: true };
    this.#world.destination.put("mirror", key, object.bytes, options);
  }

  #atSource(destinationKey: string): MemoryObject | undefined {
    const { srcPrefix, destPrefix } = this.#spec;
    return this.#world.source.now(srcPrefix + destinationKey.slice(destPrefix.length)).object;
  }

  /** A key of the destination that OSS can hold. */
  #destinationKey(): string {
    const { srcPrefix } = this.#spec;
    const keys = this.#keys
      .filter((key) => key.startsWith(srcPrefix))
      .map((key) => destinationKeyOf(this.#spec, key))
      .filter((key) => key.isWellFormed() && /^[^/]/u.test(key));
    return this.#world.pick(keys);
  }

  #content(): Buffer {
    const text = this.#world.random() < 0.1 ? "the same" : `version ${++this.#versions}`;
    const sizeBytes = this.#world.pick(SIZES);
    return Buffer.from(text.padEnd(sizeBytes, ".").slice(0, sizeBytes));
  }
}

/** Half of all contents have metadata, always the same: an ETag does not tell of another one, nor does a delta. */
function metadataFor(bytes: Buffer): ObjectMetadata {
  const digest = md5Hex(bytes);
  return { headers: {}, user: digest < "8" ? { digest } : {} };
}
