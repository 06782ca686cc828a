import { describe, expect, it, vi } from "vitest";
import { crc64Nvme, crc64ToBase64 } from "../../../core/crc64.ts";
import { StoreError } from "../../../core/errors.ts";
import { decodeJson, encodeJson } from "../../../core/protocol/codec.ts";
import {
  multipartRecordSchema,
  type MultipartRecord,
  uploadRecordName,
} from "../../../core/protocol/multipart-record.ts";
import type { Fault } from "../../support/faulty-stores.ts";
import { bytesOf, MULTIPART_BYTES, PART_BYTES, TransferWorld } from "../../support/transfer-world.ts";

const FOREVER = Number.POSITIVE_INFINITY;
const PARTITION_ID = "00000000000a";

describe("an answer to Complete that is lost", () => {
  it("does not make us repeat what has been done", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.completeUpload", effect: { kind: "lose-answer" } }],
    });
    const bytes = world.given("a", MULTIPART_BYTES);

    const records = await world.copy();

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(records[0]?.destinationEtag).toBe(world.destination.objects.get("a")?.etag);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
    expect(world.script.count("destination.completeUpload")).toBe(1);
    expect(world.script.count("destination.putPart")).toBe(4);
    expect(world.controlKeys()).toEqual([]);
  });

  it("makes us repeat it when it was not done", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.completeUpload", effect: { kind: "fail", code: "NETWORK" } }],
    });
    world.given("a", MULTIPART_BYTES);

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
    expect(world.script.count("destination.completeUpload")).toBe(2);
    expect(world.script.count("destination.putPart")).toBe(4);
  });

  it("does not pass an object of the same size and other bytes for the result", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.completeUpload", effect: { kind: "fail", code: "TIMEOUT" } }],
    });
    const bytes = world.given("a", MULTIPART_BYTES);
    world.destination.put("a", Buffer.from(bytes).reverse());

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
  });
});

describe("an upload that is gone", () => {
  it.for(["destination.putPart", "destination.completeUpload"])(
    "when %s is sent is begun again",
    async (on) => {
      const world: TransferWorld = new TransferWorld({
        faults: [{ on, effect: { kind: "after", event: () => world.destinationStore.uploads.clear() } }],
      });
      const bytes = world.given("a", MULTIPART_BYTES);

      expect(await world.copy()).toMatchObject([{ outcome: "copied", attempts: 2 }]);
      expect(world.copyOf("a")?.equals(bytes)).toBe(true);
      expect(world.controlKeys()).toEqual([]);
    },
  );
});

describe("a part that fails", () => {
  it("does not make us send the others again", async () => {
    const world = new TransferWorld({
      faults: [
        { on: "destination.putPart", skip: 2, times: 3, effect: { kind: "fail", code: "SERVICE_ERROR" } },
      ],
    });
    world.given("a", MULTIPART_BYTES);

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
    expect(world.script.count("destination.putPart")).toBe(4 + 3);
    expect(world.script.count("source.stat")).toBe(1);
  });

  it("leaves the parts that are done to the second pass", async () => {
    const world = new TransferWorld({
      faults: [
        { on: "source.open", key: "a", skip: 3, times: 12, effect: { kind: "fail", code: "NETWORK" } },
      ],
      options: { partsAtOnce: 1, attempts: 4 },
    });
    const bytes = world.given("a", MULTIPART_BYTES);

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
    expect(world.script.count("destination.createUpload")).toBe(1);
    expect(world.script.count("destination.putPart")).toBe(4);
  });
});

describe("parts under way at once", () => {
  it("are no more than allowed for one object", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.putPart", times: FOREVER, effect: { kind: "hang" } }],
      options: { partsAtOnce: 3 },
    });
    world.given("a", 20 * PART_BYTES);
    const drained = new AbortController();

    const copying = world.start(undefined, drained.signal);
    await world.clock.advance(1_000);

    expect(world.engine.figures().activeTransfers).toBe(3);
    drained.abort(new Error("drained"));
    await expect(copying).rejects.toThrow("drained");
    expect(world.engine.figures().activeTransfers).toBe(0);
  });
});

describe("a worker that is drained in the middle of a large object", () => {
  it("leaves the upload and a record of the parts that are done", async () => {
    const world = await drainedAfterParts(2);

    const record = readRecord(world, 1);
    expect(record).toMatchObject({
      key: "a",
      destinationKey: "a",
      sourceEtag: world.source.objects.get("a")?.etag,
      sizeBytes: MULTIPART_BYTES,
      partSizeBytes: PART_BYTES,
    });
    expect(record.parts.map(({ n }) => n)).toEqual([1, 2]);
    expect(world.destinationStore.uploads.has(record.uploadId)).toBe(true);
  });

  it("is succeeded by one that sends only the parts that are missing", async () => {
    const world = await drainedAfterParts(2);
    const before = world.script.count("destination.putPart");

    const records = await resume(world);

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")?.equals(bytesOf("a", MULTIPART_BYTES))).toBe(true);
    expect(world.script.count("destination.putPart") - before).toBe(2);
    expect(world.controlKeys()).toEqual([]);
  });

  it("is succeeded even when the first successor was drained as well", async () => {
    const world = await drainedAfterParts(2);
    const second = new AbortController();
    world.engine = world.newEngine();
    const resumed = world.start(undefined, second.signal, 2);
    second.abort(new Error("drained"));
    await expect(resumed).rejects.toThrow("drained");

    expect(await resume(world, 3)).toMatchObject([{ outcome: "copied" }]);
    expect(world.destinationStore.uploads.size).toBe(0);
    expect(world.controlKeys()).toEqual([]);
  });

  it("and had sent all parts already is succeeded by one that only completes", async () => {
    const world = await drainedAfterParts(4);
    const before = world.script.count("destination.putPart");

    await resume(world);

    expect(world.copyOf("a")?.equals(bytesOf("a", MULTIPART_BYTES))).toBe(true);
    expect(world.script.count("destination.putPart")).toBe(before);
  });
});

describe("an upload that is not provably ours", () => {
  it.for<[string, (world: TransferWorld, record: MultipartRecord) => void]>([
    ["the source has changed", (world) => void world.source.put("a", bytesOf("b", MULTIPART_BYTES))],
    ["it was cut into other parts", (world, record) => rewrite(world, { ...record, partSizeBytes: 7_000 })],
    [
      "it is for another destination key",
      (world, record) => rewrite(world, { ...record, destinationKey: "z" }),
    ],
  ])("is aborted when %s", async ([, alter]) => {
    const world = await drainedAfterParts(2);
    const record = readRecord(world, 1);
    alter(world, record);

    const records = await resume(world);

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")).toEqual(world.source.objects.get("a")?.bytes);
    expect(world.script.count("destination.createUpload")).toBe(2);
    expect(world.controlKeys()).toEqual([]);
  });

  it.for<[string, (part: MultipartRecord["parts"][number]) => MultipartRecord["parts"][number]]>([
    ["ETag", (part) => ({ ...part, etag: "0".repeat(32) })],
    ["CRC-64", (part) => ({ ...part, crc64: "1" })],
  ])("gives no part to the successor whose %s differs", async ([, alter]) => {
    const world = await drainedAfterParts(2);
    const record = readRecord(world, 1);
    rewrite(world, { ...record, parts: record.parts.map((part) => (part.n === 1 ? alter(part) : part)) });
    const before = world.script.count("destination.putPart");

    await resume(world);

    expect(world.script.count("destination.putPart") - before).toBe(3);
    expect(world.copyOf("a")?.equals(bytesOf("a", MULTIPART_BYTES))).toBe(true);
  });

  it("gives no part to the successor that was replaced at the destination", async () => {
    const world = await drainedAfterParts(2);
    const { uploadId } = readRecord(world, 1);
    await world.destinationStore.putPart({
      key: "a",
      uploadId,
      partNumber: 1,
      sizeBytes: PART_BYTES,
      body: Buffer.alloc(PART_BYTES, "foreign"),
    });

    await resume(world);

    expect(world.copyOf("a")?.equals(bytesOf("a", MULTIPART_BYTES))).toBe(true);
  });

  it("is begun anew when the destination knows nothing of it", async () => {
    const world = await drainedAfterParts(2);
    world.destinationStore.uploads.clear();

    expect(await resume(world)).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")?.equals(bytesOf("a", MULTIPART_BYTES))).toBe(true);
    expect(world.controlKeys()).toEqual([]);
  });

  it("is ignored when its record cannot be read", async () => {
    const world = await drainedAfterParts(2);
    world.control.put(recordKey(world, 1), Buffer.from("{"));

    expect(await resume(world)).toMatchObject([{ outcome: "copied" }]);
  });
});

describe("the source's CRC-64 of the whole", () => {
  it("is still checked when a successor goes on with a predecessor's parts", async () => {
    const crc64nvme = crc64ToBase64(crc64Nvme.update(0n, bytesOf("a", MULTIPART_BYTES)));
    const options = { etag: "e-2", checksums: { type: "FULL_OBJECT", values: { crc64nvme } } } as const;
    const corrupted = await drainedAfterParts(2, options, [
      { on: "source.open", effect: { kind: "corrupt" } },
    ]);
    const sound = await drainedAfterParts(2, options);

    expect(await resume(sound)).toMatchObject([{ outcome: "copied" }]);
    expect(sound.script.count("destination.putPart")).toBe(3 + 2);
    expect(await resume(corrupted)).toMatchObject([{ outcome: "copied", attempts: 2 }]);
    expect(corrupted.copyOf("a")?.equals(bytesOf("a", MULTIPART_BYTES))).toBe(true);
  });
});

describe("a control bucket in trouble", () => {
  it("costs a large object its record, and nothing else", async () => {
    const world = new TransferWorld();
    const bytes = world.given("a", MULTIPART_BYTES);
    vi.spyOn(world.control, "put").mockImplementation(() => {
      throw new StoreError("SERVICE_ERROR", "as arranged", { store: "control" });
    });

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
  });

  it("that turns out to be versioned gives the batch up", async () => {
    const world = new TransferWorld();
    world.given("a", MULTIPART_BYTES);
    world.control.versioning = "suspended";

    await expect(world.copy()).rejects.toMatchObject({ code: "VERSIONED" });
  });

  it("that refuses to be read is no object's fault", async () => {
    const world = await drainedAfterParts(2);
    vi.spyOn(world.control.objects, "get").mockImplementation(() => {
      throw new StoreError("ACCESS_DENIED", "as arranged", { store: "control" });
    });

    await expect(resume(world)).rejects.toMatchObject({ code: "ACCESS_DENIED" });
  });

  it("that does not answer a successor for a while is waited for", async () => {
    const world = await drainedAfterParts(2);
    const before = world.script.count("destination.putPart");
    const reading = vi.spyOn(world.control.objects, "get");
    for (let n = 0; n < 12; n++) {
      reading.mockImplementationOnce(() => {
        throw new StoreError("NETWORK", "as arranged", { store: "control" });
      });
    }

    expect(await resume(world)).toMatchObject([{ outcome: "copied" }]);
    expect(world.script.count("destination.putPart") - before).toBe(2);
  });
});

/** A world whose first worker was drained when it had sent so many parts. */
async function drainedAfterParts(
  parts: number,
  options: Parameters<TransferWorld["given"]>[2] = {},
  faults: readonly Fault[] = [],
): Promise<TransferWorld> {
  const world = new TransferWorld({
    faults: [
      ...faults,
      { on: "destination.putPart", skip: parts, effect: { kind: "hang" } },
      ...(parts === 4 ? [{ on: "destination.completeUpload", effect: { kind: "hang" } } as const] : []),
    ],
    options: { partsAtOnce: 1 },
  });
  world.given("a", MULTIPART_BYTES, options);
  const drained = new AbortController();
  const copying = world.start(undefined, drained.signal);
  await world.clock.advance(1_000);
  drained.abort(new Error("drained"));
  await expect(copying).rejects.toThrow("drained");
  return world;
}

/** What the next holder of the partition makes of it. */
function resume(world: TransferWorld, epoch = 2): ReturnType<TransferWorld["copy"]> {
  world.engine = world.newEngine();
  return world.copy(undefined, epoch);
}

function recordKey(world: TransferWorld, epoch: number): string {
  return world.keys.upload(PARTITION_ID, epoch, uploadRecordName("a"));
}

function readRecord(world: TransferWorld, epoch: number): MultipartRecord {
  const key = recordKey(world, epoch);
  return decodeJson(multipartRecordSchema, key, world.control.objects.get(key)?.bytes ?? Buffer.alloc(0));
}

function rewrite(world: TransferWorld, record: MultipartRecord): void {
  world.control.put(recordKey(world, 1), encodeJson(record));
}
