import { describe, expect, it } from "vitest";
import type { ObjectRecord } from "../../core/outcome.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import { completionMarkerSchema, type CompletionMarker } from "../../core/protocol/completion-marker.ts";
import { decodeLedger } from "../../core/protocol/ledger.ts";
import { completePartition } from "../../worker/complete-partition.ts";
import { forever, protocolWorld, ROOT, watched, type ProtocolWorld } from "../support/protocol-world.ts";

const PARTITION = { partitionId: ROOT, range: { after: null, upTo: "z" }, parentId: null };
const RECORDS: readonly ObjectRecord[] = [
  { key: "a", outcome: "copied", sizeBytes: 3, sourceEtag: "e", sourceLastModifiedMs: 0 },
  {
    key: "b",
    outcome: "failed",
    code: "KEY_TOO_LONG",
    sizeBytes: 4,
    sourceEtag: "f",
    sourceLastModifiedMs: 0,
  },
];

const complete = (
  world: ProtocolWorld,
  epoch = 1,
  records = RECORDS,
): Promise<CompletionMarker | undefined> =>
  world.clock.runUntilSettled(
    completePartition(
      world.context,
      `w${epoch}`,
      PARTITION,
      epoch,
      undefined,
      records,
      world.clock.nowMs() - 5_000,
      forever,
    ),
  );

describe("completePartition", () => {
  it("writes the ledger before the completion marker that names it", async () => {
    const writes: string[] = [];
    const world = protocolWorld({
      control: (store) =>
        watched(store, (operation, key) => void writes.push(`${operation} ${key.slice(9)}`)),
    });
    const marker = await complete(world);
    expect(writes).toEqual([`put ledger/${ROOT}.1.jsonl.gz`, `create done/${ROOT}.json`]);
    const ledger = world.bucket.objects.get(world.context.keys.ledger(ROOT, 1))?.bytes ?? Buffer.alloc(0);
    expect(marker && decodeLedger(ledger, marker.ledger)).toEqual(RECORDS);
  });

  it("counts in the marker what is in the ledger", async () => {
    expect(await complete(protocolWorld())).toMatchObject({
      range: PARTITION.range,
      cut: null,
      children: [],
      tally: { listed: 2, listedBytes: 7, copiedBytes: 3, outcomes: { copied: 1, failed: 1 } },
      ledger: { lines: 2 },
    });
  });

  it("says in the marker when it began and when it had every outcome, for people", async () => {
    const world = protocolWorld();
    const nowMs = world.clock.nowMs();
    expect(await complete(world)).toMatchObject({ startedAtMs: nowMs - 5_000, completedAtMs: nowMs });
  });

  it("leaves the first marker standing, whatever a second holder has to say", async () => {
    const world = protocolWorld();
    await complete(world, 2);
    expect(await complete(world, 1, [])).toBeUndefined();
    const key = world.context.keys.done(ROOT);
    const stored = decodeJson(
      completionMarkerSchema,
      key,
      world.bucket.objects.get(key)?.bytes ?? Buffer.alloc(0),
    );
    expect(stored).toMatchObject({ epoch: 2, workerId: "w2", tally: { listed: 2 } });
    expect(world.logged.map(({ event }) => event)).toContain("partition.conflict");
    // And the ledger that the standing marker names is still its own.
    const ledger = world.bucket.objects.get(stored.ledger.key)?.bytes ?? Buffer.alloc(0);
    expect(decodeLedger(ledger, stored.ledger)).toHaveLength(2);
  });

  it("writes nothing when the records are out of order", async () => {
    const world = protocolWorld();
    await expect(complete(world, 1, RECORDS.toReversed())).rejects.toMatchObject({
      code: "LEDGER_UNORDERED",
    });
    expect(world.stored()).toEqual([]);
  });
});
