import type { Clock } from "../../core/clock.ts";
import { compareKeys } from "../../core/object-key.ts";
import type { ListedObject } from "../../core/object.ts";
import type { ObjectRecord } from "../../core/outcome.ts";
import type { PartSpan, SharedUpload } from "../../core/protocol/shared-upload.ts";
import type {
  CopyEngine,
  CopyScope,
  ObjectTask,
  SpanResult,
  TransferFigures,
} from "../../worker/copy-engine.ts";
import { SimUploads } from "./sim-uploads.ts";

/** Who is copying a partition, as far as the simulation can see. */
export interface Copier {
  readonly name: string;
  readonly isRunning: boolean;
}

/** What was copied, and whether two workers ever copied one partition at the same time. */
export class Destination {
  readonly uploads = new SimUploads();
  /** Spans that were sent to their end, by worker. */
  readonly spans = new Map<string, number>();
  readonly copies = new Map<string, number>();
  readonly overlaps: string[] = [];
  readonly #copying = new Map<string, Copier>();

  begin(partitionId: string, copier: Copier): void {
    const other = this.#copying.get(partitionId);
    if (other !== undefined && other !== copier && other.isRunning) {
      this.overlaps.push(`${partitionId}: ${other.name} and ${copier.name}`);
    }
    this.#copying.set(partitionId, copier);
  }

  end(partitionId: string, copier: Copier): void {
    if (this.#copying.get(partitionId) === copier) this.#copying.delete(partitionId);
  }

  store(key: string): void {
    this.copies.set(key, (this.copies.get(key) ?? 0) + 1);
  }

  /** Whether it has the object, and one that was sent in spans in the very version. */
  holds({ key, sourceEtag }: Pick<ObjectRecord, "key" | "sourceEtag">): boolean {
    return this.copies.has(key) || this.uploads.completed.get(key)?.at(-1) === sourceEtag;
  }
}

/** Objects that cannot be copied, so that failures are among the outcomes. */
const FAILING = /fail$/u;

interface SimEngineDeps {
  readonly worker: Copier;
  readonly clock: Clock;
  readonly destination: Destination;
  readonly bytesPerSecond: number;
  /** How long it is content with what it has; absent where that is until it is through. */
  readonly hungryAfterMs?: number;
  /** The version of an object that the source has now; as listed where absent. */
  readonly etagNow?: (key: string) => string | undefined;
}

/** Into how many parts a huge object goes. */
const PARTS = 8;
/** As the real engine: an object that changes this often is left alone. */
const MOST_CHANGES = 3;

/** A copy engine that takes as long as the bytes need and keeps the engine's promises about signals. */
export class SimEngine implements CopyEngine {
  readonly #deps: SimEngineDeps;
  #batches = 0;
  #wakeHungry: (() => void)[] = [];
  #copiedObjects = 0;
  #copiedBytes = 0;

  constructor(deps: SimEngineDeps) {
    this.#deps = deps;
  }

  async carryOut(tasks: readonly ObjectTask[], scope: CopyScope): Promise<ObjectRecord[]> {
    const { worker, destination } = this.#deps;
    destination.begin(scope.partitionId, worker);
    this.#batches++;
    try {
      const objects = tasks.map(({ object }) => object);
      const { fromBytes = Infinity } = scope.sharing ?? {};
      const records = await this.#copyAll(
        objects.filter((object) => object.sizeBytes < fromBytes),
        scope.signal,
      );
      for (const object of objects) {
        if (object.sizeBytes >= fromBytes) records.push(await this.#copyHuge(object, scope));
      }
      return records.toSorted((a, b) => compareKeys(a.key, b.key));
    } finally {
      this.#batches--;
      for (const wake of this.#wakeHungry.splice(0)) wake();
      destination.end(scope.partitionId, worker);
    }
  }

  async #copyAll(objects: readonly ListedObject[], signal: AbortSignal): Promise<ObjectRecord[]> {
    const { clock, destination, bytesPerSecond } = this.#deps;
    const bytes = objects.reduce((sum, object) => sum + object.sizeBytes, 0);
    // Half the time before the objects arrive and half after, so that a crash may fall on either side.
    await clock.sleep((bytes / bytesPerSecond) * 500, signal);
    for (const object of objects) destination.store(object.key);
    await clock.sleep((bytes / bytesPerSecond) * 500, signal);
    this.#copiedObjects += objects.length;
    this.#copiedBytes += bytes;
    return objects.map((object) =>
      FAILING.test(object.key)
        ? recordOf(object, { outcome: "failed", code: "CHECKSUM_MISMATCH" })
        : recordOf(object, { outcome: "copied", destinationEtag: object.etag }),
    );
  }

  async sendSpan(upload: SharedUpload, span: PartSpan, scope: CopyScope): Promise<SpanResult> {
    const { worker, destination } = this.#deps;
    destination.begin(scope.partitionId, worker);
    const sent: number[] = [];
    const result = (outcome: SpanResult["outcome"]): SpanResult => ({
      outcome,
      parts: sent.map((n) => ({ n, etag: upload.sourceEtag, crc64: "0" })),
    });
    try {
      for (let n = span.first; n <= span.last; n++) {
        const trouble = await this.#sendPart(upload, n, scope.signal);
        if (trouble !== undefined) return result(trouble);
        sent.push(n);
      }
      destination.spans.set(worker.name, (destination.spans.get(worker.name) ?? 0) + 1);
      return result("stored");
    } finally {
      destination.end(scope.partitionId, worker);
    }
  }

  /** The fleet sends the parts, what is missing then is sent here, and the upload is completed. */
  async #copyHuge(listed: ListedObject, scope: CopyScope): Promise<ObjectRecord> {
    const { uploads } = this.#deps.destination;
    let { etag } = listed;
    for (let changes = 0; changes < MOST_CHANGES;) {
      const upload = uploads.resume(scope.partitionId, listed.key, etag, PARTS);
      const { key, sizeBytes } = listed;
      const { uploadId } = upload;
      const partSizeBytes = Math.ceil(sizeBytes / PARTS);
      const shared = { key, destinationKey: key, uploadId, sourceEtag: etag, sizeBytes, partSizeBytes };
      const known = new Set<number>();
      await scope.sharing?.gather(
        shared,
        async (parts) => parts.forEach(({ n }) => known.add(n)),
        scope.signal,
      );
      const trouble = await this.#sendMissing(shared, known, scope.signal);
      if (trouble === undefined && uploads.complete(upload, known)) {
        this.#copiedObjects++;
        this.#copiedBytes += sizeBytes;
        return recordOf({ ...listed, etag }, { outcome: "copied", destinationEtag: etag });
      }
      if (trouble !== "changed") continue;
      changes++;
      upload.isOver = true;
      const current = this.#etagNow(key, etag);
      if (current === undefined) return recordOf(listed, { outcome: "vanished", code: "SOURCE_VANISHED" });
      etag = current;
    }
    return recordOf(listed, { outcome: "failed", code: "SOURCE_CHANGING" });
  }

  async #sendMissing(
    shared: SharedUpload,
    known: Set<number>,
    signal: AbortSignal,
  ): Promise<"changed" | "over" | undefined> {
    for (let n = 1; n <= PARTS; n++) {
      const trouble = known.has(n) ? undefined : await this.#sendPart(shared, n, signal);
      if (trouble !== undefined) return trouble;
      known.add(n);
    }
    return undefined;
  }

  async #sendPart(
    { key, uploadId, sourceEtag, partSizeBytes }: SharedUpload,
    n: number,
    signal: AbortSignal,
  ): Promise<"changed" | "over" | undefined> {
    const { clock, destination, bytesPerSecond } = this.#deps;
    await clock.sleep((partSizeBytes / bytesPerSecond) * 1000, signal);
    if (this.#etagNow(key, sourceEtag) !== sourceEtag) return "changed";
    const upload = destination.uploads.of(uploadId);
    if (upload === undefined || upload.isOver) return "over";
    upload.parts.add(n);
    return undefined;
  }

  #etagNow(key: string, asListed: string): string | undefined {
    const { etagNow } = this.#deps;
    return etagNow === undefined ? asListed : etagNow(key);
  }

  async whenHungry(_leadMs: number, signal: AbortSignal): Promise<void> {
    if (this.#batches === 0) return;
    const { clock, hungryAfterMs } = this.#deps;
    if (hungryAfterMs !== undefined) return clock.sleep(hungryAfterMs, signal);
    await new Promise<void>((resolve, reject) => {
      this.#wakeHungry.push(resolve);
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
  }

  setLimits(): void {}

  figures(): TransferFigures {
    return {
      finishedObjects: this.#copiedObjects,
      copiedObjects: this.#copiedObjects,
      failedObjects: 0,
      transferredBytes: this.#copiedBytes,
      copiedBytes: this.#copiedBytes,
      retries: 0,
      throttled: 0,
      activeTransfers: this.#batches,
      slots: 1,
      requests: { source: 0, destination: 0 },
    };
  }
}

function recordOf(
  object: ListedObject,
  end: Pick<ObjectRecord, "outcome" | "code" | "destinationEtag">,
): ObjectRecord {
  const { key, sizeBytes, etag, lastModifiedMs } = object;
  return { key, sizeBytes, sourceEtag: etag, sourceLastModifiedMs: lastModifiedMs, ...end };
}
