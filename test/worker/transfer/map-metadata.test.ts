import { describe, expect, it } from "vitest";
import type { ObjectMetadata } from "../../../core/object.ts";
import type { SourceObject } from "../../../storage/ports.ts";
import { mapMetadata } from "../../../worker/transfer/map-metadata.ts";
import { SMALL_BYTES, TransferWorld } from "../../support/transfer-world.ts";

const RULES = { storageClass: "map", maxUserMetadataBytes: 8192 } as const;

describe("mapMetadata", () => {
  it("keeps content headers and user metadata as they are", () => {
    const headers = {
      "cache-control": "max-age=60",
      "content-disposition": "attachment; filename=a.txt",
      "content-encoding": "gzip, br",
      "content-language": "de",
      "content-type": "text/plain; charset=utf-8",
      expires: "Wed, 21 Oct 2026 07:28:00 GMT",
    };
    const user = { owner: "a b", "x-1": "", rfc2047: "=?UTF-8?B?w6Q=?=" };

    const mapped = mapMetadata(sourceWith({ headers, user }), undefined, RULES);

    expect(mapped).toEqual({ metadata: { headers, user, storageClass: "Standard" }, unmappable: [] });
  });

  it.for([
    ["aws-chunked", undefined],
    ["gzip,aws-chunked", "gzip"],
    ["AWS-chunked, gzip, br", "gzip, br"],
  ] as const)("leaves aws-chunked out of the content encoding %s", ([encoding, expected]) => {
    const mapped = mapMetadata(withHeaders({ "content-encoding": encoding }), undefined, RULES);

    expect(mapped.metadata.headers["content-encoding"]).toBe(expected);
    expect(mapped.unmappable).toEqual([]);
  });

  it.for([
    ["an underscore", { a_b: "1" }, ["a_b"]],
    ["a dot", { "a.b": "1" }, ["a.b"]],
    ["a value beyond ASCII", { name: "ä" }, ["name"]],
    ["a control character", { name: "a\tb" }, ["name"]],
  ] as const)("names user metadata with %s as unmappable", ([, user, unmappable]) => {
    const mapped = mapMetadata(sourceWith({ headers: {}, user: { ok: "1", ...user } }), undefined, RULES);

    expect(mapped.metadata.user).toEqual({ ok: "1" });
    expect(mapped.unmappable).toEqual(unmappable);
  });

  it("names the content header that cannot be sent", () => {
    const mapped = mapMetadata(withHeaders({ "content-disposition": "filename=ä" }), undefined, RULES);

    expect(mapped.unmappable).toEqual(["content-disposition"]);
  });

  it("takes no more user metadata than OSS holds", () => {
    const user = { a: "x".repeat(8000), b: "y".repeat(192), c: "z" };

    const mapped = mapMetadata(sourceWith({ headers: {}, user }), undefined, RULES);

    expect(Object.keys(mapped.metadata.user)).toEqual(["a", "c"]);
    expect(mapped.unmappable).toEqual(["b"]);
  });

  it("counts entries that the source could not put into headers", () => {
    const mapped = mapMetadata({ ...sourceWith(), missingMetadata: 2 }, undefined, RULES);

    expect(mapped.unmappable).toEqual(["2 entries that the source cannot put into headers"]);
  });

  it.for([
    ["STANDARD", "Standard"],
    ["REDUCED_REDUNDANCY", "Standard"],
    ["INTELLIGENT_TIERING", "Standard"],
    ["EXPRESS_ONEZONE", "Standard"],
    ["STANDARD_IA", "IA"],
    ["ONEZONE_IA", "IA"],
    ["GLACIER_IR", "IA"],
    ["SOMETHING_NEW", undefined],
  ] as const)("maps the class %s to %s", ([storageClass, expected]) => {
    const source = { ...sourceWith(), storageClass };

    expect(mapMetadata(source, undefined, RULES).metadata.storageClass).toBe(expected);
    const byBucket = mapMetadata(source, undefined, { ...RULES, storageClass: "bucket" });
    expect(byBucket.metadata.storageClass).toBeUndefined();
  });
});

describe("metadata of a copied object", () => {
  const metadata = { headers: { "content-type": "text/plain" }, user: { owner: "me", bad_name: "1" } };

  it.for([0, SMALL_BYTES, 20 * SMALL_BYTES, 60 * SMALL_BYTES])(
    "goes with it (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld();
      const mappable = { headers: metadata.headers, user: { owner: "me" } };
      world.given("a", sizeBytes, { metadata: mappable, storageClass: "STANDARD_IA" });

      await world.copy();

      expect(world.destination.objects.get("a")).toMatchObject({ metadata: mappable, storageClass: "IA" });
    },
  );

  it.for([SMALL_BYTES, 20 * SMALL_BYTES, 60 * SMALL_BYTES])(
    "that OSS cannot hold fails the object by name (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld();
      world.given("a", sizeBytes, { metadata });

      const records = await world.copy();

      expect(records).toMatchObject([{ outcome: "failed", code: "METADATA_UNREPRESENTABLE" }]);
      expect(records[0]?.detail).toContain("bad_name");
      expect(world.copyOf("a")).toBeUndefined();
      expect(world.destinationStore.uploads.size).toBe(0);
    },
  );

  it("is left out where the job says so, and the record names what", async () => {
    const world = new TransferWorld({ options: { unmappableMetadata: "drop" } });
    world.given("a", SMALL_BYTES, { metadata, missingMetadata: 1 });

    const records = await world.copy();

    expect(records).toMatchObject([{ outcome: "copied", code: "METADATA_DROPPED" }]);
    expect(records[0]?.detail).toContain("bad_name, 1 entries");
    expect(world.destination.objects.get("a")?.metadata.user).toEqual({ owner: "me" });
  });
});

describe("tags", () => {
  const tags = { project: "x", "cost center": "1/2" };

  it.for([SMALL_BYTES, 20 * SMALL_BYTES, 60 * SMALL_BYTES])(
    "go with the object when asked (%d bytes)",
    async (sizeBytes) => {
      const world = new TransferWorld({ options: { tags: true } });
      world.given("a", sizeBytes, { tags });
      world.given("b", SMALL_BYTES);

      await world.copy();

      expect(world.destination.objects.get("a")?.tags).toEqual(tags);
      expect(world.script.count("source.tags")).toBe(1);
    },
  );

  it("cost no request otherwise", async () => {
    const world = new TransferWorld();
    world.given("a", SMALL_BYTES, { tags });

    await world.copy();

    expect(world.destination.objects.get("a")?.tags).toEqual({});
    expect(world.script.count("source.tags")).toBe(0);
  });

  it("that we may not read fail the object", async () => {
    const world = new TransferWorld({
      options: { tags: true },
      faults: [{ on: "source.tags", effect: { kind: "fail", code: "ACCESS_DENIED" } }],
    });
    world.given("a", 20 * SMALL_BYTES, { tags });

    expect(await world.copy()).toMatchObject([{ outcome: "failed", code: "SOURCE_ACCESS_DENIED" }]);
  });
});

function sourceWith(metadata: ObjectMetadata = { headers: {}, user: {} }): SourceObject {
  return {
    sizeBytes: 0,
    etag: "e",
    lastModifiedMs: 0,
    storageClass: "STANDARD",
    metadata,
    missingMetadata: 0,
    tagCount: 0,
    etagMayBeMd5: false,
  };
}

function withHeaders(headers: Record<string, string>): SourceObject {
  return sourceWith({ headers, user: {} });
}
