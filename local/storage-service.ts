import { BandwidthLimits } from "./bandwidth.ts";
import { ServiceClock } from "./clock.ts";
import { beginUpload, type BegunUpload } from "./begun-upload.ts";
import { type AccessKey, AccessKeys } from "./credentials.ts";
import { type RunningService, serve, type Surroundings, type TlsMaterial } from "./http/server.ts";
import { type InventoryEntry, inventoryOf } from "./inventory.ts";
import { type NewMirror, websiteOfOneRule } from "./oss/mirror/one-rule.ts";
import { ossDialect } from "./oss/service.ts";
import { s3Dialect } from "./s3/service.ts";
import {
  type DirectoryOptions,
  type SeedContent,
  seedFromDirectory,
  seedObject,
  type SeedOptions,
  type SeedResult,
  type SeedTarget,
} from "./seed.ts";
import type { BodyStore } from "./store/bodies.ts";
import { Bucket } from "./store/bucket.ts";
import { keyOf } from "./store/keys.ts";
import { type ServiceTimes, usualTimes } from "./times.ts";

export interface NewBucket {
  /** Default: the service's. */
  readonly region?: string;
  readonly versioning?: Bucket["versioning"];
  /** S3 only. */
  readonly requesterPays?: boolean;
}

/** One of the two storage services, seen from outside its API: what tests and demos arrange and inspect. */
export class StorageService {
  readonly service: "oss" | "s3";
  readonly region: string;
  readonly keys: AccessKeys;
  /** A permanent pair to begin with. */
  readonly accessKey: AccessKey;
  readonly clock: ServiceClock = new ServiceClock();
  readonly limits: BandwidthLimits = new BandwidthLimits();
  readonly times: ServiceTimes = usualTimes();
  readonly #bodies: BodyStore;
  readonly #buckets = new Map<string, Bucket>();
  #running: RunningService | undefined;

  constructor(service: "oss" | "s3", region: string, bodies: BodyStore) {
    this.service = service;
    this.region = region;
    this.#bodies = bodies;
    const permanent = service === "oss" ? "LTAI" : "AKIA";
    const temporary = service === "oss" ? "STS." : "ASIA";
    this.keys = new AccessKeys({ permanent, temporary });
    this.accessKey = this.keys.create();
  }

  /** `http://127.0.0.1:port`: path style, or virtual-host style with a Host header of one's own. */
  get endpoint(): string {
    return this.#started().endpoint;
  }

  get port(): number {
    return this.#started().port;
  }

  async start(
    shared: Pick<Surroundings, "faults" | "counters" | "bodyIdleTimeoutMs" | "onRequest">,
    listen: { readonly port?: number; readonly tls?: TlsMaterial },
  ): Promise<void> {
    const context = {
      region: this.region,
      keys: this.keys,
      buckets: this.#buckets,
      bodies: this.#bodies,
      times: this.times,
      createBucket: (name: string, region = this.region) => this.createBucket(name, { region }),
    };
    const dialect = this.service === "oss" ? ossDialect(context) : s3Dialect(context);
    const { clock, limits } = this;
    this.#running = await serve(dialect, { ...shared, clock, limits, bodies: this.#bodies }, listen);
  }

  /** Makes an empty bucket; one of that name is replaced. */
  createBucket(name: string, options: NewBucket = {}): Bucket {
    const { region = this.region, requesterPays = false, versioning = "never" } = options;
    const bucket = new Bucket(name, { region, requesterPays, createdMs: this.clock.nowMs() }, this.#bodies);
    bucket.versioning = versioning;
    this.#buckets.set(name, bucket);
    return bucket;
  }

  hasBucket(name: string): boolean {
    return this.#buckets.has(name);
  }

  /** Takes the bucket away with all that is in it, past the API. */
  removeBucket(name: string): void {
    this.#buckets.delete(name);
  }

  /** Throws when there is no such bucket. */
  bucket(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) throw new Error(`The local ${this.service} has no bucket ${name}`);
    return bucket;
  }

  /** Puts an object past the API. */
  async putObject(bucket: string, key: string, content: SeedContent, options?: SeedOptions): Promise<void> {
    await seedObject(this.#target(bucket), keyOf(key), content, options);
  }

  /** Takes an object away past the API; false when there is none. */
  deleteObject(bucket: string, key: string): boolean {
    return this.bucket(bucket).delete(keyOf(key));
  }

  /** Begins an upload in parts past the API, to be completed whenever the test wants. */
  beginUpload(bucket: string, key: string, options?: SeedOptions): BegunUpload {
    return beginUpload(this.#target(bucket), keyOf(key), options);
  }

  /** The stored bytes, past the API; undefined when there is no such object. */
  readObject(bucket: string, key: string): Buffer | undefined {
    const object = this.bucket(bucket).get(keyOf(key));
    return object && this.#bodies.readWhole(object.body, 0, object.body.sizeBytes);
  }

  /** Makes every file below the directory an object that refers to the file. */
  seedFromDirectory(bucket: string, directory: string, options?: DirectoryOptions): Promise<SeedResult> {
    return seedFromDirectory(this.#target(bucket), directory, options);
  }

  /** Every object as it is stored, in key order. */
  inventory(bucket: string, prefix = ""): AsyncGenerator<InventoryEntry, void, undefined> {
    return inventoryOf(this.bucket(bucket), this.#bodies, keyOf(prefix));
  }

  /** Makes everything readable whose restoration is under way, however long it would still take. */
  finishRestores(bucket: string): void {
    const target = this.bucket(bucket);
    const readyAtMs = this.clock.nowMs();
    for (const [key, object] of target.objectsFrom("")) {
      const { restoration } = object;
      if (restoration === undefined || restoration.readyAtMs <= readyAtMs) continue;
      target.set(key, { ...object, restoration: { ...restoration, readyAtMs } });
    }
  }

  /** OSS: makes the bucket answer from an origin for what it does not have, past the API. Replaces the rules it has. */
  switchMirrorOn(bucket: string, mirror: NewMirror): void {
    this.bucket(bucket).settings.set("website", websiteOfOneRule(mirror));
  }

  switchMirrorOff(bucket: string): void {
    this.bucket(bucket).settings.delete("website");
  }

  /** Limits what all connections of the client move together; `undefined` lifts the limit. */
  limitBandwidth(accessKeyId: string, bytesPerSecond: number | undefined): void {
    this.limits.set(accessKeyId, bytesPerSecond);
  }

  async close(): Promise<void> {
    await this.#running?.close();
  }

  #target(bucket: string): SeedTarget {
    return { service: this.service, bucket: this.bucket(bucket), bodies: this.#bodies, clock: this.clock };
  }

  #started(): RunningService {
    if (this.#running === undefined) throw new Error(`The local ${this.service} has not been started`);
    return this.#running;
  }
}
