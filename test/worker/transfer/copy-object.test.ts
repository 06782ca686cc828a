import { describe, expect, it } from "vitest";
import { crc64Xz } from "../../../core/crc64.ts";
import {
  MULTIPART_BYTES,
  PART_BYTES,
  SMALL_BYTES,
  STREAMED_BYTES,
  TransferWorld,
} from "../../support/transfer-world.ts";

describe("copying one object", () => {
  it.for([0, 1, SMALL_BYTES, STREAMED_BYTES, 2 * STREAMED_BYTES, MULTIPART_BYTES, 4 * PART_BYTES])(
    "gives the destination the same %d bytes and says so",
    async (sizeBytes) => {
      const world = new TransferWorld();
      const bytes = world.given("a", sizeBytes);

      const records = await world.copy();

      expect(world.copyOf("a")?.equals(bytes)).toBe(true);
      expect(records).toEqual([
        {
          key: "a",
          outcome: "copied",
          sizeBytes,
          sourceEtag: world.source.objects.get("a")?.etag,
          sourceLastModifiedMs: world.source.objects.get("a")?.lastModifiedMs,
          destinationEtag: world.destination.objects.get("a")?.etag,
          crc64: crc64Xz.update(0n, bytes).toString(),
        },
      ]);
    },
  );

  it.for([0, SMALL_BYTES, STREAMED_BYTES])("takes one GET and one PUT for %d bytes", async (sizeBytes) => {
    const world = new TransferWorld();
    world.given("a", sizeBytes);

    await world.copy();

    expect(world.script.calls).toEqual(["source.open a", "destination.put a"]);
    expect(world.engine.figures().requests).toEqual({ source: 1, destination: 1 });
  });

  it("takes one HEAD and one GET and one upload per part for a large object", async () => {
    const world = new TransferWorld();
    world.given("a", MULTIPART_BYTES);

    await world.copy();

    expect(world.script.calls.toSorted()).toEqual([
      "destination.completeUpload a",
      "destination.createUpload a",
      ...Array<string>(4).fill("destination.putPart a"),
      ...Array<string>(4).fill("source.open a"),
      "source.stat a",
    ]);
    expect(world.controlKeys()).toEqual([]);
  });

  it("replaces the prefix of the key", async () => {
    const world = new TransferWorld({ options: { srcPrefix: "in/", destPrefix: "out/2026/" } });
    const bytes = world.given("in/a//b", SMALL_BYTES);

    const records = await world.copy();

    expect(world.copyOf("out/2026/a//b")).toEqual(bytes);
    expect(records).toMatchObject([{ key: "in/a//b", outcome: "copied" }]);
  });

  it("records a key that OSS cannot hold as failed and asks neither store", async () => {
    const world = new TransferWorld();
    world.given("/a", SMALL_BYTES);
    world.given("x".repeat(1024), SMALL_BYTES);

    const records = await world.copy();

    expect(records).toMatchObject([
      { outcome: "failed", code: "KEY_LEADING_SLASH" },
      { outcome: "failed", code: "KEY_TOO_LONG" },
    ]);
    expect(world.script.calls).toEqual([]);
  });

  it("records an object that is larger than the destination can hold as failed", async () => {
    const world = new TransferWorld();
    const listed = { key: "a", etag: "e", lastModifiedMs: 0, storageClass: "STANDARD" };

    const records = await world.copy([{ ...listed, sizeBytes: 100e12 }]);

    expect(records).toMatchObject([{ outcome: "failed", code: "OBJECT_TOO_LARGE" }]);
    expect(world.script.calls).toEqual([]);
  });

  it.for([
    ["source.open", "ARCHIVED", "SOURCE_ARCHIVED"],
    ["source.open", "ACCESS_DENIED", "SOURCE_ACCESS_DENIED"],
    ["source.open", "INVALID_REQUEST", "SOURCE_REJECTED"],
    ["destination.put", "ACCESS_DENIED", "DESTINATION_ACCESS_DENIED"],
    ["destination.put", "INVALID_REQUEST", "DESTINATION_REJECTED"],
  ] as const)("does not repeat %s after %s and records %s", async ([on, error, code]) => {
    const world = new TransferWorld({ faults: [{ on, effect: { kind: "fail", code: error } }] });
    world.given("a", SMALL_BYTES);
    world.given("b", SMALL_BYTES);

    const records = await world.copy();

    expect(records).toMatchObject([
      { key: "a", outcome: "failed", code },
      { key: "b", outcome: "copied" },
    ]);
    expect(world.script.count(on)).toBe(2);
  });

  it("gives one record per object in the order given", async () => {
    const world = new TransferWorld({
      faults: [{ on: "source.open", key: "k3", effect: { kind: "fail", code: "SERVICE_ERROR" } }],
    });
    for (let n = 0; n < 50; n++) world.given(`k${n}`, n % 7 === 0 ? STREAMED_BYTES : n);
    const objects = world.listed().toReversed();

    const records = await world.copy(objects);

    expect(records.map(({ key }) => key)).toEqual(objects.map(({ key }) => key));
  });
});
