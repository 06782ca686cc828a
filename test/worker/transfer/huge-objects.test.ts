import { describe, expect, it } from "vitest";
import { crc64Nvme, crc64ToBase64 } from "../../../core/crc64.ts";
import type { ObjectRecord } from "../../../core/outcome.ts";
import type { PartSpan, SharedUpload } from "../../../core/protocol/shared-upload.ts";
import type { CopyEngine, PartSharing, SpanResult } from "../../../worker/copy-engine.ts";
import { bytesOf, PART_BYTES, TransferWorld } from "../../support/transfer-world.ts";

const PARTS = 6;
const HUGE_BYTES = (PARTS - 1) * PART_BYTES + 700;
const OBJECT_PARTITION = "00000000000a";
const SPAN_PARTITION = "00000000000b";

/** Sends a span of the upload with this engine, as another worker does. */
type SendSpan = (upload: SharedUpload, span: PartSpan, engine?: CopyEngine) => Promise<SpanResult>;

/** What the fleet does with an upload that is shared. */
type Fleet = (
  upload: SharedUpload,
  onParts: Parameters<PartSharing["gather"]>[1],
  send: SendSpan,
) => Promise<void>;

const spanScope = (epoch: number, signal = new AbortController().signal) => ({
  partitionId: SPAN_PARTITION,
  epoch,
  signal,
});

/** Copies what is listed, huge objects with the help of this fleet. */
function copyWith(world: TransferWorld, fleet: Fleet): Promise<ObjectRecord[]> {
  const other = world.newEngine();
  const sharing: PartSharing = {
    fromBytes: HUGE_BYTES,
    gather: (upload, onParts, signal) =>
      fleet(upload, onParts, (shared, span, engine = other) =>
        engine.sendSpan(shared, span, spanScope(1, signal)),
      ),
  };
  const scope = { partitionId: OBJECT_PARTITION, epoch: 1, signal: new AbortController().signal, sharing };
  const tasks = world
    .listed()
    .map((object) => ({ kind: "copy", condition: { kind: "any" }, object }) as const);
  return world.clock.runUntilSettled(world.engine.carryOut(tasks, scope));
}

/** Begins an upload of the object that is listed and describes it to those who send its parts. */
async function begunUpload(world: TransferWorld): Promise<SharedUpload> {
  const [object] = world.listed();
  const key = object?.key ?? "";
  const uploadId = await world.destinationStore.createUpload({ key, metadata: { headers: {}, user: {} } });
  return {
    key,
    destinationKey: key,
    uploadId,
    sourceEtag: object?.etag ?? "",
    sizeBytes: object?.sizeBytes ?? 0,
    partSizeBytes: PART_BYTES,
  };
}

const numbers = (result: SpanResult): number[] => result.parts.map(({ n }) => n);

describe("a huge object", () => {
  it("is completed from parts that others sent, none of which is sent again", async () => {
    const world = new TransferWorld();
    const bytes = world.given("huge", HUGE_BYTES);

    const records = await copyWith(world, async (upload, onParts, send) => {
      await onParts((await send(upload, { first: 4, last: PARTS })).parts);
      await onParts((await send(upload, { first: 1, last: 3 })).parts);
    });

    expect(records).toMatchObject([{ key: "huge", outcome: "copied" }]);
    expect(records[0]?.destinationEtag).toBe(world.destination.objects.get("huge")?.etag);
    expect(world.copyOf("huge")?.equals(bytes)).toBe(true);
    expect(world.script.count("destination.putPart")).toBe(PARTS);
    expect(world.script.count("destination.completeUpload")).toBe(1);
    expect(world.controlKeys()).toEqual([]);
  });

  it("one byte smaller is nobody else's business", async () => {
    const world = new TransferWorld();
    world.given("large", HUGE_BYTES - 1);
    const records = await copyWith(world, async () => {
      throw new Error("was shared");
    });
    expect(records).toMatchObject([{ outcome: "copied" }]);
  });

  it("gets the parts that nobody sent from its own holder", async () => {
    const world = new TransferWorld();
    const bytes = world.given("huge", HUGE_BYTES);

    const records = await copyWith(world, async (upload, onParts, send) =>
      onParts((await send(upload, { first: 2, last: 3 })).parts),
    );

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("huge")?.equals(bytes)).toBe(true);
    expect(world.script.count("destination.putPart")).toBe(PARTS);
  });

  it("gets a part again that the destination does not hold as its sender recorded it", async () => {
    const world = new TransferWorld();
    const bytes = world.given("huge", HUGE_BYTES);

    const records = await copyWith(world, async (upload, onParts, send) => {
      const { parts } = await send(upload, { first: 1, last: PARTS });
      const stored = world.destinationStore.uploads.get(upload.uploadId)?.parts;
      stored?.delete(2);
      await onParts(parts.map((part) => (part.n === 5 ? { ...part, crc64: "1" } : part)));
    });

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("huge")?.equals(bytes)).toBe(true);
    expect(world.script.count("destination.putPart")).toBe(PARTS + 2);
  });

  it("takes the ETag that a part has, should it have been sent twice", async () => {
    const world = new TransferWorld();
    world.given("huge", HUGE_BYTES);

    const records = await copyWith(world, async (upload, onParts, send) => {
      const { parts } = await send(upload, { first: 1, last: PARTS });
      await onParts(parts.map((part) => ({ ...part, etag: "of the first time" })));
    });

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(world.script.count("destination.putPart")).toBe(PARTS);
  });

  it("needs no slot while it waits: one is enough for the span that is sent beside it", async () => {
    const world = new TransferWorld({ options: { maxSlots: 1 } });
    world.given("huge", HUGE_BYTES);

    const records = await copyWith(world, async (upload, onParts, send) =>
      onParts((await send(upload, { first: 1, last: PARTS }, world.engine)).parts),
    );

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(world.engine.figures().activeTransfers).toBe(0);
  });

  it("that changes while its parts are sent is begun anew with the version of now", async () => {
    const world = new TransferWorld();
    world.given("huge", HUGE_BYTES);
    let changed: Buffer = Buffer.alloc(0);
    const outcomes: string[] = [];

    const records = await copyWith(world, async (upload, onParts, send) => {
      await onParts((await send(upload, { first: 1, last: 3 })).parts);
      if (outcomes.length === 0) {
        changed = bytesOf("other", HUGE_BYTES);
        world.source.put("huge", changed);
      }
      const rest = await send(upload, { first: 4, last: PARTS });
      outcomes.push(rest.outcome);
      await onParts(rest.parts);
    });

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(outcomes).toEqual(["changed", "stored"]);
    expect(world.copyOf("huge")?.equals(changed)).toBe(true);
    expect(world.destinationStore.uploads.size).toBe(0);
  });

  it("whose upload is gone is begun anew", async () => {
    const world = new TransferWorld();
    const bytes = world.given("huge", HUGE_BYTES);
    const uploadIds: string[] = [];

    const records = await copyWith(world, async (upload, onParts, send) => {
      uploadIds.push(upload.uploadId);
      if (uploadIds.length === 1) world.destinationStore.uploads.clear();
      await onParts((await send(upload, { first: 1, last: PARTS })).parts);
    });

    expect(records).toMatchObject([{ outcome: "copied" }]);
    expect(new Set(uploadIds).size).toBe(2);
    expect(world.copyOf("huge")?.equals(bytes)).toBe(true);
  });

  it("is checked against what the source says of the whole, from parts that others sent", async () => {
    const world = new TransferWorld();
    const bytes = bytesOf("huge", HUGE_BYTES);
    const crc64nvme = crc64ToBase64(crc64Nvme.update(0n, bytes));
    world.given("huge", HUGE_BYTES, { checksums: { type: "FULL_OBJECT", values: { crc64nvme } } });
    world.given("wrong", HUGE_BYTES, { checksums: { type: "FULL_OBJECT", values: { crc64nvme } } });

    const records = await copyWith(world, async (upload, onParts, send) =>
      onParts((await send(upload, { first: 1, last: PARTS })).parts),
    );

    expect(records).toMatchObject([
      { key: "huge", outcome: "copied" },
      { key: "wrong", outcome: "failed", code: "CHECKSUM_MISMATCH_SOURCE" },
    ]);
    expect(world.copyOf("wrong")).toBeUndefined();
  });
});

describe("a span", () => {
  it("neither completes nor aborts the upload", async () => {
    const world = new TransferWorld();
    world.given("huge", HUGE_BYTES);
    const upload = await begunUpload(world);

    const result = await world.clock.runUntilSettled(
      world.engine.sendSpan(upload, { first: 2, last: 4 }, spanScope(1)),
    );

    expect(result.outcome).toBe("stored");
    expect(numbers(result)).toEqual([2, 3, 4]);
    const stored = world.destinationStore.uploads.get(upload.uploadId)?.parts.keys() ?? [];
    expect([...stored]).toEqual([2, 3, 4]);
    expect(world.controlKeys()).toEqual([]);
  });

  it("goes on where its dead holder stopped", async () => {
    const world = new TransferWorld({
      faults: [{ on: "source.open", skip: 2, effect: { kind: "hang" } }],
      options: { partsAtOnce: 1 },
    });
    world.given("huge", HUGE_BYTES);
    const upload = await begunUpload(world);
    const death = new AbortController();
    const first = world.engine.sendSpan(upload, { first: 1, last: 4 }, spanScope(1, death.signal));
    await world.clock.advance(1_000);
    death.abort(new Error("died"));
    await expect(first).rejects.toThrow("died");

    const result = await world.clock.runUntilSettled(
      world.newEngine().sendSpan(upload, { first: 1, last: 4 }, spanScope(2)),
    );

    expect(numbers(result)).toEqual([1, 2, 3, 4]);
    expect(world.script.count("destination.putPart")).toBe(4);
    expect(world.controlKeys()).toEqual([]);
  });

  it.for<readonly [SpanResult["outcome"], string, (world: TransferWorld) => void]>([
    ["changed", "was overwritten", (world) => void world.source.put("huge", bytesOf("x", HUGE_BYTES))],
    ["changed", "is gone", (world) => void world.source.objects.delete("huge")],
    ["over", "was completed by others", (world) => world.destinationStore.uploads.clear()],
  ])("ends as %s when its object %s", async ([outcome, , event]) => {
    const world = new TransferWorld();
    world.given("huge", HUGE_BYTES);
    const upload = await begunUpload(world);
    event(world);
    const result = await world.clock.runUntilSettled(
      world.engine.sendSpan(upload, { first: 1, last: 3 }, spanScope(1)),
    );
    expect(result).toMatchObject({ outcome, parts: [] });
  });

  it("that cannot be sent whole ends as failed, with the parts that could", async () => {
    const world = new TransferWorld({
      faults: [{ on: "source.open", skip: 2, times: 100, effect: { kind: "fail", code: "ACCESS_DENIED" } }],
      options: { partsAtOnce: 1 },
    });
    world.given("huge", HUGE_BYTES);
    const upload = await begunUpload(world);
    const result = await world.clock.runUntilSettled(
      world.engine.sendSpan(upload, { first: 1, last: 4 }, spanScope(1)),
    );
    expect(result.outcome).toBe("failed");
    expect(result.detail).toMatch(/^SOURCE_ACCESS_DENIED: /u);
    expect(numbers(result)).toEqual([1, 2]);
  });

  it("sends a part again that was damaged on its way", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.putPart", skip: 1, effect: { kind: "corrupt" } }],
    });
    world.given("huge", HUGE_BYTES);
    const upload = await begunUpload(world);
    const result = await world.clock.runUntilSettled(
      world.engine.sendSpan(upload, { first: 1, last: 3 }, spanScope(1)),
    );
    expect(result.outcome).toBe("stored");
    expect(world.script.count("destination.putPart")).toBe(4);
  });
});
