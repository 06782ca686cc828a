import { describe, expect, it } from "vitest";
import type { ListedObject } from "../../../core/object.ts";
import { MULTIPART_BYTES, SMALL_BYTES, STREAMED_BYTES, TransferWorld } from "../../support/transfer-world.ts";

const COLD = { storageClass: "GLACIER" };
const FOREVER = Number.POSITIVE_INFINITY;

/** As a service lists that does not say which archived objects are restored. */
function untold(objects: readonly ListedObject[]): readonly ListedObject[] {
  return objects.map(({ key, sizeBytes, etag, lastModifiedMs, storageClass }) => ({
    key,
    sizeBytes,
    etag,
    lastModifiedMs,
    storageClass,
  }));
}

describe("an archived object", () => {
  it.for(["GLACIER", "DEEP_ARCHIVE"])(
    "of class %s fails by its listing: nobody asks for it",
    async (storageClass) => {
      const world = new TransferWorld();
      world.given("a", SMALL_BYTES, { storageClass });

      const records = await world.copy();

      expect(records).toMatchObject([{ outcome: "failed", code: "SOURCE_ARCHIVED" }]);
      expect(records[0]?.detail).toBe(`its storage class is ${storageClass}; restore it first`);
      expect(world.script.calls).toEqual([]);
    },
  );

  it("is passed over when the job says so, without a request, and the others are copied", async () => {
    const world = new TransferWorld({ options: { archived: "skip" } });
    world.given("a", SMALL_BYTES, COLD);
    world.given("b", SMALL_BYTES);

    expect(await world.copy()).toMatchObject([
      { key: "a", outcome: "skipped", code: "SOURCE_ARCHIVED", sizeBytes: SMALL_BYTES },
      { key: "b", outcome: "copied" },
    ]);
    expect(world.script.count("source.open", "a") + world.script.count("source.restore", "a")).toBe(0);
  });

  it.for([SMALL_BYTES, STREAMED_BYTES, MULTIPART_BYTES])(
    "is copied at once when it is restored, whatever the job says (%d bytes)",
    async (sizeBytes) => {
      for (const archived of ["fail", "skip", "restore"] as const) {
        const world = new TransferWorld({ options: { archived } });
        const bytes = world.given("a", sizeBytes, { ...COLD, restore: "restored" });

        expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
        expect(world.copyOf("a")?.equals(bytes)).toBe(true);
        expect(world.script.count("source.restore")).toBe(0);
      }
    },
  );

  it("is restored when the job says so, once, and copied by a later job", async () => {
    const world = new TransferWorld({ options: { archived: "restore" } });
    const bytes = world.given("a", SMALL_BYTES, COLD);

    expect(await world.copy()).toMatchObject([{ outcome: "failed", code: "SOURCE_RESTORING" }]);
    expect(world.script.calls).toEqual(["source.restore a"]);
    const [again] = await world.copy();
    expect(again).toMatchObject({ outcome: "failed", code: "SOURCE_RESTORING" });
    expect(again?.detail).toContain("under way");
    expect(world.script.calls).toEqual(["source.restore a"]);

    world.given("a", SMALL_BYTES, { ...COLD, restore: "restored" });
    expect(await world.copy()).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
  });

  it("that somebody restores already is reported as such, not as one that nobody cares for", async () => {
    const world = new TransferWorld();
    world.given("a", SMALL_BYTES, { ...COLD, restore: "restoring" });

    expect(await world.copy()).toMatchObject([{ outcome: "failed", code: "SOURCE_RESTORING" }]);
    expect(world.script.calls).toEqual([]);
  });

  it("is asked for where the listing does not tell, and then treated alike", async () => {
    for (const [archived, outcome, code] of [
      ["fail", "failed", "SOURCE_ARCHIVED"],
      ["skip", "skipped", "SOURCE_ARCHIVED"],
      ["restore", "failed", "SOURCE_RESTORING"],
    ] as const) {
      const world = new TransferWorld({ options: { archived } });
      world.given("a", SMALL_BYTES, COLD);

      expect(await world.copy(untold(world.listed()))).toMatchObject([{ outcome, code }]);
      expect(world.script.count("source.open")).toBe(1);
      expect(world.script.count("source.restore")).toBe(archived === "restore" ? 1 : 0);
    }
  });

  it("is copied when it turns out, asked to be restored, that it is already", async () => {
    const world = new TransferWorld({ options: { archived: "restore" } });
    const bytes = world.given("a", SMALL_BYTES, { ...COLD, restore: "restored" });
    const listed = world.listed().map((object) => ({ ...object, archive: "archived" as const }));

    expect(await world.copy(listed)).toMatchObject([{ outcome: "copied" }]);
    expect(world.copyOf("a")?.equals(bytes)).toBe(true);
    expect(world.script.calls).toEqual(["source.restore a", "source.open a", "destination.put a"]);
  });

  it("is not asked for without end when the source says that it is restored and does not give it", async () => {
    const world = new TransferWorld({
      options: { archived: "restore" },
      faults: [{ on: "source.open", times: FOREVER, effect: { kind: "fail", code: "ARCHIVED" } }],
    });
    world.given("a", SMALL_BYTES, { ...COLD, restore: "restored" });

    const [record] = await world.copy();

    expect(record).toMatchObject({ outcome: "failed", code: "SOURCE_ARCHIVED" });
    expect(record?.detail).toContain("although the source says that it is restored");
    expect(world.script.count("source.restore")).toBe(1);
  });

  it.for([
    ["ACCESS_DENIED", "failed", "SOURCE_ACCESS_DENIED"],
    ["INVALID_REQUEST", "failed", "SOURCE_REJECTED"],
    ["ARCHIVED", "failed", "SOURCE_ARCHIVED"],
    ["NOT_FOUND", "vanished", "SOURCE_VANISHED"],
  ] as const)(
    "ends, when its restore is answered with %s, as %s with %s",
    async ([code, outcome, recorded]) => {
      const world = new TransferWorld({
        options: { archived: "restore" },
        faults: [{ on: "source.restore", effect: { kind: "fail", code } }],
      });
      world.given("a", SMALL_BYTES, COLD);

      expect(await world.copy()).toMatchObject([{ outcome, code: recorded }]);
      expect(world.script.calls).toEqual(["source.restore a"]);
    },
  );

  it("has its restore asked for again when the source is throttling", async () => {
    const world = new TransferWorld({
      options: { archived: "restore" },
      faults: [{ on: "source.restore", times: 3, effect: { kind: "fail", code: "THROTTLED" } }],
    });
    world.given("a", SMALL_BYTES, COLD);

    expect(await world.copy()).toMatchObject([{ outcome: "failed", code: "SOURCE_RESTORING" }]);
    expect(world.script.count("source.restore")).toBe(4);
  });
});
