import { describe, expect, it } from "vitest";
import { compareKeys } from "../../../core/object-key.ts";
import { MemoryBucket } from "../../../storage/memory/bucket.ts";
import { MemoryControl } from "../../../storage/memory/control.ts";
import { crc64Of } from "../../../storage/memory/crc64.ts";
import { MemoryDestination } from "../../../storage/memory/destination.ts";
import { SortedMap } from "../../../storage/memory/sorted-map.ts";
import { MemorySource } from "../../../storage/memory/source.ts";
import { describeControlStore } from "../../contract/control-store.ts";
import { describeDestinationStore } from "../../contract/destination-store.ts";
import { describeSourceStore } from "../../contract/source-store.ts";

const clock = { nowMs: () => Date.UTC(2026, 10, 23, 7, 3, 0, 789) };

describeSourceStore("in memory", async () => {
  const bucket = new MemoryBucket(clock);
  return {
    source: new MemorySource(bucket),
    seed: async (key, bytes, { headers = {}, user = {}, tags = {}, storageClass = "STANDARD" } = {}) => {
      bucket.put(key, bytes, { metadata: { headers, user }, tags, storageClass });
    },
    remove: async (key) => {
      bucket.objects.delete(key);
    },
    archiveListed: ["archived", "restoring", "restored"],
    finishRestore: async (key) => {
      const object = bucket.objects.get(key);
      if (object !== undefined) bucket.objects.set(key, { ...object, restore: "restored" });
    },
    close: async () => undefined,
  };
});

describeDestinationStore("in memory", async () => {
  const bucket = new MemoryBucket(clock);
  return {
    destination: new MemoryDestination(bucket),
    read: async (key) => bucket.objects.get(key),
    close: async () => undefined,
  };
});

describeControlStore("in memory", async () => {
  const bucket = new MemoryBucket(clock);
  return {
    control: new MemoryControl(bucket),
    setVersioning: async (state) => {
      bucket.versioning = state;
    },
    close: async () => undefined,
  };
});

describe("the memory bucket", () => {
  it("keeps thousands of keys in byte order while they come and go", () => {
    const map = new SortedMap<number>();
    const keys = Array.from({ length: 5_000 }, (_, index) => `key-${(index * 7919) % 5_000}`);
    for (const [index, key] of keys.entries()) map.set(key, index);
    for (const key of keys.filter((_, index) => index % 3 === 0)) map.delete(key);
    const left = keys.filter((_, index) => index % 3 !== 0).sort(compareKeys);
    expect([...map].map(([key]) => key)).toEqual(left);
    expect(map.size).toBe(left.length);
    expect(map.entriesFrom("key-25").next().value?.[0]).toBe(
      left.find((key) => compareKeys(key, "key-25") >= 0),
    );
  });

  it("computes CRC-64/XZ", () => {
    expect(crc64Of(Buffer.from("123456789"))).toBe(0x995dc9bbdf1939fan);
    expect(crc64Of(Buffer.alloc(0))).toBe(0n);
  });
});
