import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { crc64Nvme, crc64ToBase64 } from "../../../core/crc64.ts";
import type { SourceChecksums } from "../../../storage/ports.ts";
import {
  bytesOf,
  MULTIPART_BYTES,
  SMALL_BYTES,
  STREAMED_BYTES,
  TransferWorld,
} from "../../support/transfer-world.ts";

const FOREVER = Number.POSITIVE_INFINITY;
/** An ETag that is no MD5, as that of a multipart upload. */
const OPAQUE = { etag: "0123456789abcdef0123456789abcdef-3" };

describe("a body that is corrupted on the way from the source", () => {
  it.for([SMALL_BYTES, STREAMED_BYTES])(
    "is found by the single-part ETag without a further request, and copied again (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld({ faults: [{ on: "source.open", effect: { kind: "corrupt" } }] });
      const bytes = world.given("a", sizeBytes);

      const records = await world.copy();

      expect(world.copyOf("a")?.equals(bytes)).toBe(true);
      expect(records).toMatchObject([{ outcome: "copied", attempts: 2 }]);
      expect(world.script.calls).toEqual([
        "source.open a",
        "destination.put a",
        "source.open a",
        "destination.put a",
      ]);
    },
  );

  it.for([SMALL_BYTES, STREAMED_BYTES, MULTIPART_BYTES])(
    "goes unnoticed where the source says nothing about its bytes, so the fault is real (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld({ faults: [{ on: "source.open", effect: { kind: "corrupt" } }] });
      const bytes = world.given("a", sizeBytes, OPAQUE);

      expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
      expect(world.copyOf("a")?.equals(bytes)).toBe(false);
    },
  );

  it.for([SMALL_BYTES, STREAMED_BYTES])(
    "every time is a failure, the destination is not written a second time, and the record warns of it (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld({
        faults: [{ on: "source.open", times: FOREVER, effect: { kind: "corrupt" } }],
      });
      world.given("a", sizeBytes);
      const stored = vi.spyOn(world.destination, "put");

      const records = await world.copy();

      expect(records).toMatchObject([{ outcome: "failed", code: "CHECKSUM_MISMATCH_SOURCE" }]);
      expect(records[0]?.detail).toContain("the destination may hold a bad copy");
      expect(records[0]?.detail).toContain("declare them opaque");
      expect(stored).toHaveBeenCalledTimes(1);
    },
  );

  const wordsOf = (bytes: Buffer): [string, SourceChecksums["values"]][] => [
    ["crc64nvme", { crc64nvme: crc64ToBase64(crc64Nvme.update(0n, bytes)) }],
    ["crc32", { crc32: crc32Base64(bytes) }],
    ["sha1", { sha1: createHash("sha1").update(bytes).digest("base64") }],
    ["sha256", { sha256: createHash("sha256").update(bytes).digest("base64") }],
  ];
  const cases = [SMALL_BYTES, STREAMED_BYTES].flatMap((sizeBytes) =>
    wordsOf(bytesOf("a", sizeBytes)).map(([name, values]) => [name, sizeBytes, values] as const),
  );

  it.for(cases)("is found by %s before anything is stored (%d bytes)", async ([, sizeBytes, values]) => {
    const world = new TransferWorld({
      faults: [{ on: "source.open", times: FOREVER, effect: { kind: "corrupt" } }],
    });
    world.given("a", sizeBytes, { ...OPAQUE, checksums: { type: "FULL_OBJECT", values } });

    const records = await world.copy();

    expect(records).toMatchObject([{ outcome: "failed", code: "CHECKSUM_MISMATCH_SOURCE" }]);
    expect(records[0]?.detail).not.toContain("bad copy");
    expect(world.copyOf("a")).toBeUndefined();
  });

  it.for(cases)("passes by %s when the body is whole (%d bytes)", async ([, sizeBytes, values]) => {
    const world = new TransferWorld();
    world.given("a", sizeBytes, { ...OPAQUE, checksums: { type: "FULL_OBJECT", values } });

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
  });

  it("is found by crc64nvme put together from the parts, before Complete", async () => {
    const world = new TransferWorld({
      faults: [{ on: "source.open", skip: 1, effect: { kind: "corrupt" } }],
    });
    const crc64nvme = crc64ToBase64(crc64Nvme.update(0n, bytesOf("a", MULTIPART_BYTES)));
    const checksums: SourceChecksums = { type: "FULL_OBJECT", values: { crc64nvme } };
    const bytes = world.given("a", MULTIPART_BYTES, { ...OPAQUE, checksums });

    const records = await world.copy();

    expect(records).toMatchObject([{ outcome: "copied", attempts: 2 }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
    expect(world.script.count("destination.completeUpload")).toBe(1);
    expect(world.destinationStore.uploads.size).toBe(0);
  });

  it("is not looked for in checksums of checksums", async () => {
    const world = new TransferWorld();
    world.given("a", SMALL_BYTES, {
      ...OPAQUE,
      checksums: { type: "COMPOSITE", values: { sha256: "AAAA" } },
    });

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
  });
});

describe("ETags that are no MD5s", () => {
  const foreign = { etag: "f".repeat(32) };

  it("of the source fail every object, until they are declared opaque", async () => {
    const asMd5 = new TransferWorld();
    const asOpaque = new TransferWorld({ options: { sourceEtag: "opaque" } });
    asMd5.given("a", SMALL_BYTES, foreign);
    asOpaque.given("a", SMALL_BYTES, foreign);

    expect(await asMd5.copy()).toMatchObject([{ code: "CHECKSUM_MISMATCH_SOURCE" }]);
    expect(await asOpaque.copy()).toMatchObject([{ outcome: "copied" }]);
  });

  it("of the destination are found out once; then the MD5 is taken here", async () => {
    const world = new TransferWorld();
    // A bucket with encryption by KMS answers with an ETag of its own kind.
    const put = world.destination.put.bind(world.destination);
    world.destination.put = (key, bytes, options) => put(key, bytes, { ...options, etag: "OPAQUE" });
    for (let n = 0; n < 30; n++) world.given(`k${n}`, n % 3 === 0 ? STREAMED_BYTES : SMALL_BYTES);
    world.script.calls.length = 0;

    const records = await world.copy();

    expect(records.map(({ outcome }) => outcome)).toEqual(records.map(() => "copied"));
    // Only those that were under way at once had to go twice.
    expect(world.script.count("destination.put")).toBeLessThanOrEqual(30 + 16);
  });
});

describe("a destination that stores other bytes than were sent", () => {
  it.for([SMALL_BYTES, STREAMED_BYTES])("is written again (%d bytes)", async (sizeBytes) => {
    const world = new TransferWorld({ faults: [{ on: "destination.put", effect: { kind: "corrupt" } }] });
    const bytes = world.given("a", sizeBytes, OPAQUE);

    expect(await world.copy()).toMatchObject([{ outcome: "copied", attempts: 2 }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
  });

  it.for([SMALL_BYTES, STREAMED_BYTES])(
    "every time is a failure with a warning (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld({
        faults: [{ on: "destination.put", times: FOREVER, effect: { kind: "corrupt" } }],
      });
      world.given("a", sizeBytes, OPAQUE);

      const records = await world.copy();

      expect(records).toMatchObject([{ outcome: "failed", code: "CHECKSUM_MISMATCH_DESTINATION" }]);
      expect(records[0]?.detail).toContain("the destination may hold a bad copy");
    },
  );

  it("has the part sent again", async () => {
    const world = new TransferWorld({ faults: [{ on: "destination.putPart", effect: { kind: "corrupt" } }] });
    const bytes = world.given("a", MULTIPART_BYTES, OPAQUE);

    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
    expect(world.script.count("destination.putPart")).toBe(5);
  });

  it("never gets to Complete when a part stays wrong", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.putPart", times: FOREVER, effect: { kind: "corrupt" } }],
    });
    world.given("a", MULTIPART_BYTES, OPAQUE);

    const records = await world.copy();

    expect(records).toMatchObject([{ outcome: "failed", code: "CHECKSUM_MISMATCH_DESTINATION" }]);
    expect(world.script.count("destination.completeUpload")).toBe(0);
    expect(world.copyOf("a")).toBeUndefined();
    expect(world.destinationStore.uploads.size).toBe(0);
  });

  it("is found by the answer to Complete, and everything is copied again", async () => {
    const world = new TransferWorld({
      faults: [{ on: "destination.completeUpload", effect: { kind: "wrong-checksum" } }],
    });
    const bytes = world.given("a", MULTIPART_BYTES, OPAQUE);

    expect(await world.copy()).toMatchObject([{ outcome: "copied", attempts: 2 }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
    expect(world.script.count("destination.createUpload")).toBe(2);
  });
});

function crc32Base64(bytes: Buffer): string {
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(bytes));
  return crc.toString("base64");
}
