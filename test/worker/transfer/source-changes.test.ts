import { describe, expect, it } from "vitest";
import {
  bytesOf,
  MULTIPART_BYTES,
  SMALL_BYTES,
  STREAMED_BYTES,
  TransferWorld,
} from "../../support/transfer-world.ts";

const SIZES = [SMALL_BYTES, STREAMED_BYTES, MULTIPART_BYTES];

describe("an object that changes after it was listed", () => {
  it.for(SIZES)(
    "is copied as it is now, and the record names the new version (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld();
      world.given("a", sizeBytes);
      const listed = world.listed();
      await world.clock.advance(5_000);
      const newer = world.given("a", sizeBytes + 1);

      const records = await world.copy(listed);

      expect(world.copyOf("a")?.equals(newer)).toBe(true);
      expect(records).toMatchObject([
        {
          outcome: "copied",
          sizeBytes: sizeBytes + 1,
          sourceEtag: world.source.objects.get("a")?.etag,
          sourceLastModifiedMs: world.source.objects.get("a")?.lastModifiedMs,
        },
      ]);
      expect(records[0]?.sourceEtag).not.toBe(listed[0]?.etag);
    },
  );

  it("is copied by the way that fits its new size", async () => {
    const world = new TransferWorld();
    world.given("a", SMALL_BYTES);
    const listed = world.listed();
    const newer = world.given("a", MULTIPART_BYTES);

    await world.copy(listed);

    expect(world.copyOf("a")?.equals(newer)).toBe(true);
    expect(world.script.count("destination.completeUpload")).toBe(1);
  });

  it("never has parts of two versions, though it changes between two of them", async () => {
    const newer = bytesOf("a", MULTIPART_BYTES).reverse();
    const world: TransferWorld = new TransferWorld({
      faults: [
        {
          on: "source.open",
          skip: 2,
          effect: { kind: "after", event: () => world.source.put("a", newer) },
        },
      ],
    });
    world.given("a", MULTIPART_BYTES);

    const records = await world.copy();

    expect(world.copyOf("a")?.equals(newer)).toBe(true);
    expect(records).toMatchObject([{ outcome: "copied", sourceEtag: world.source.objects.get("a")?.etag }]);
    expect(world.destinationStore.uploads.size).toBe(0);
    expect(world.controlKeys()).toEqual([]);
  });

  it("is not mistaken for another object whose key begins with its own", async () => {
    const world = new TransferWorld();
    world.given("a", SMALL_BYTES);
    const listed = world.listed();
    world.source.objects.delete("a");
    world.given("a1", SMALL_BYTES);

    const records = await world.copy(listed);

    expect(records).toMatchObject([{ key: "a", outcome: "vanished", code: "SOURCE_VANISHED" }]);
    expect(world.copyOf("a")).toBeUndefined();
  });

  it("is left alone when it changes again and again", async () => {
    let edition = 0;
    const world: TransferWorld = new TransferWorld({
      faults: [
        {
          on: "source.open",
          times: Number.POSITIVE_INFINITY,
          effect: { kind: "after", event: () => void world.given("a", SMALL_BYTES + ++edition) },
        },
      ],
    });
    world.given("a", SMALL_BYTES);

    const records = await world.copy();

    expect(records).toMatchObject([{ outcome: "failed", code: "SOURCE_CHANGING" }]);
    expect(edition).toBe(3);
  });

  it("is recorded as archived when that is what became of it", async () => {
    const world = new TransferWorld();
    world.given("a", SMALL_BYTES);
    const listed = world.listed();
    world.given("a", SMALL_BYTES + 1, { storageClass: "GLACIER" });

    const records = await world.copy(listed);

    expect(records).toMatchObject([
      { outcome: "failed", code: "SOURCE_ARCHIVED", sizeBytes: SMALL_BYTES + 1 },
    ]);
  });
});

describe("an object that is gone", () => {
  it.for(SIZES)("is recorded as vanished (%d bytes)", async (sizeBytes) => {
    const world = new TransferWorld();
    world.given("a", sizeBytes);
    world.given("b", SMALL_BYTES);
    const listed = world.listed();
    world.source.objects.delete("a");

    const records = await world.copy(listed);

    expect(records).toMatchObject([
      { key: "a", outcome: "vanished", code: "SOURCE_VANISHED", sizeBytes },
      { key: "b", outcome: "copied" },
    ]);
  });

  it("leaves no upload behind when it goes between two parts", async () => {
    const world: TransferWorld = new TransferWorld({
      faults: [
        {
          on: "source.open",
          skip: 2,
          effect: { kind: "after", event: () => world.source.objects.delete("a") },
        },
      ],
    });
    world.given("a", MULTIPART_BYTES);

    const records = await world.copy();

    expect(records).toMatchObject([{ outcome: "vanished" }]);
    expect(world.destinationStore.uploads.size).toBe(0);
    expect(world.controlKeys()).toEqual([]);
  });

  it("is not inferred from any other error", async () => {
    const codes = ["ACCESS_DENIED", "INVALID_REQUEST", "SERVICE_ERROR", "NETWORK", "BAD_RESPONSE"] as const;
    const world = new TransferWorld({
      faults: codes.map((code) => ({
        on: "source.open",
        key: code,
        times: Number.POSITIVE_INFINITY,
        effect: { kind: "fail", code },
      })),
    });
    for (const code of codes) world.given(code, SMALL_BYTES);

    const records = await world.copy();

    expect(records.map(({ outcome }) => outcome)).toEqual(codes.map(() => "failed"));
  });
});
