import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc64Nvme, crc64ToBase64, crc64Xz } from "../../../core/crc64.ts";
import { storeErrorOf } from "../../../core/errors.ts";
import { type ObjectRecord, tallyAddsUp, tallyOf } from "../../../core/outcome.ts";
import type { Effect, Fault } from "../../support/faulty-stores.ts";
import { MULTIPART_BYTES, PART_BYTES, STREAMED_BYTES, TransferWorld } from "../../support/transfer-world.ts";

const KEYS = ["a", "b", "c/d", "c//d", "e", "f g", "ü"];
const FOREVER = Number.POSITIVE_INFINITY;

interface GivenObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly storageClass: string;
}

/** A fault, or somebody who writes to the source or deletes from it while it is being copied. */
interface GivenFault {
  readonly on: string;
  readonly key: string | undefined;
  readonly skip: number;
  readonly times: number;
  readonly effect: Effect | { readonly kind: "change" } | { readonly kind: "delete" };
}

describe("any mix of objects, sizes and faults", () => {
  it("ends in one record per object, in order, and every copied one holds what its record names", async () => {
    await fc.assert(
      fc.asyncProperty(anyObjects(), fc.array(anyFault(), { maxLength: 6 }), async (objects, faults) => {
        const { world, bytesByEtag } = arrange(objects, faults);
        const listed = world.listed();

        const records = await world.copy().catch((error: unknown) => storeErrorOf(error)?.code);

        expect(world.engine.figures().activeTransfers).toBe(0);
        if (records === "STORE_UNAVAILABLE") return;
        if (!Array.isArray(records)) throw new TypeError(`the batch was given up for ${String(records)}`);
        expect(records.map(({ key }) => key)).toEqual(listed.map(({ key }) => key));
        expect(tallyAddsUp(tallyOf(records))).toBe(true);
        expect(records.flatMap((record) => lieOf(record, world, bytesByEtag))).toEqual([]);
        expect(world.destinationStore.uploads.size).toBe(0);
        expect(world.controlKeys()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** What is not true of a record; nothing for an honest one. */
function lieOf(
  record: ObjectRecord,
  world: TransferWorld,
  bytesByEtag: ReadonlyMap<string, Buffer>,
): string[] {
  if (record.outcome !== "copied") return record.code === undefined ? [`${record.key} has no code`] : [];
  const bytes = bytesByEtag.get(record.sourceEtag);
  const copy = world.destination.objects.get(record.key);
  const lies: string[] = [];
  if (bytes === undefined || copy === undefined || !copy.bytes.equals(bytes)) lies.push("other bytes");
  if (record.sizeBytes !== bytes?.length) lies.push("another size");
  if (record.destinationEtag !== copy?.etag) lies.push("another ETag");
  if (record.crc64 !== crc64Xz.update(0n, bytes ?? Buffer.alloc(0)).toString()) lies.push("another CRC-64");
  return lies.map((lie) => `${record.key} has ${lie}`);
}

function arrange(
  objects: readonly GivenObject[],
  faults: readonly GivenFault[],
): { readonly world: TransferWorld; readonly bytesByEtag: Map<string, Buffer> } {
  const bytesByEtag = new Map<string, Buffer>();
  let editions = 0;
  const give = (key: string, sizeBytes: number, storageClass: string): void => {
    const bytes = Buffer.alloc(sizeBytes, `${key} ${editions}`);
    const etag = `edition-${editions++}-1`;
    // The source states a CRC-64, so that nothing that happens on the way can go unnoticed.
    const crc64nvme = crc64ToBase64(crc64Nvme.update(0n, bytes));
    const checksums = { type: "FULL_OBJECT", values: { crc64nvme } } as const;
    world.source.put(key, bytes, { etag, storageClass, checksums });
    bytesByEtag.set(etag, bytes);
  };
  const effectOf = ({ effect, key }: GivenFault): Effect => {
    const target = key ?? objects[0]?.key ?? "a";
    if (effect.kind === "change")
      return { kind: "after", event: () => give(target, 10 + editions, "STANDARD") };
    if (effect.kind === "delete") return { kind: "after", event: () => world.source.objects.delete(target) };
    return effect;
  };
  const scripted: Fault[] = faults.map((fault) => ({
    on: fault.on,
    skip: fault.skip,
    times: fault.times,
    effect: effectOf(fault),
    ...(fault.key === undefined ? {} : { key: fault.key }),
  }));
  const world = new TransferWorld({ faults: scripted, options: { maxBytesInFlight: 64 * 1024 } });
  for (const { key, sizeBytes, storageClass } of objects) give(key, sizeBytes, storageClass);
  return { world, bytesByEtag };
}

function anyObjects(): fc.Arbitrary<GivenObject[]> {
  const sizeBytes = fc.oneof(
    fc.constantFrom(0, 1, STREAMED_BYTES, 8_192, 8_193, PART_BYTES * 3, MULTIPART_BYTES),
    fc.nat(5 * PART_BYTES),
  );
  const storageClass = fc.constantFrom("STANDARD", "STANDARD", "STANDARD_IA", "GLACIER");
  const object = fc.record({ key: fc.constantFrom(...KEYS), sizeBytes, storageClass });
  return fc.uniqueArray(object, { selector: ({ key }) => key, minLength: 1, maxLength: KEYS.length });
}

function anyFault(): fc.Arbitrary<GivenFault> {
  const failure: fc.Arbitrary<Effect> = fc.constantFrom(
    ...(["THROTTLED", "SERVICE_ERROR", "NETWORK", "TIMEOUT", "BAD_RESPONSE"] as const).map(
      (code) => ({ kind: "fail", code }) as const,
    ),
    ...(["ACCESS_DENIED", "INVALID_REQUEST"] as const).map((code) => ({ kind: "fail", code }) as const),
  );
  const read = fc.oneof(
    failure,
    fc.constantFrom({ kind: "corrupt" } as const, { kind: "change" } as const, { kind: "delete" } as const),
    fc.nat(9_000).map((atBytes) => ({ kind: "truncate", atBytes }) as const),
  );
  const write = fc.oneof(
    failure,
    fc.constantFrom(
      { kind: "corrupt" } as const,
      { kind: "lose-answer" } as const,
      { kind: "wrong-checksum" } as const,
      { kind: "delay" } as const,
    ),
  );
  const where = {
    key: fc.option(fc.constantFrom(...KEYS), { nil: undefined }),
    skip: fc.nat(4),
    times: fc.constantFrom(1, 1, 2, 9, 20, FOREVER),
  };
  return fc.oneof(
    fc.record({ ...where, on: fc.constant("source.open"), effect: read }),
    fc.record({ ...where, on: fc.constantFrom("source.stat", "source.list"), effect: failure }),
    fc.record({
      ...where,
      on: fc.constantFrom("destination.put", "destination.putPart", "destination.completeUpload"),
      effect: write,
    }),
    fc.record({
      ...where,
      on: fc.constantFrom("destination.createUpload", "destination.stat"),
      effect: failure,
    }),
  );
}
