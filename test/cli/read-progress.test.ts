import { describe, expect, test } from "vitest";
import { progressLine, progressPanel } from "../../cli/draw-progress.ts";
import { createProgressReader, type Progress } from "../../cli/read-progress.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import { EMPTY_TALLY } from "../../core/outcome.ts";
import type { Heartbeat } from "../../core/protocol/heartbeat.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { forever, LEASE_MS, protocolWorld, type ProtocolWorld } from "../support/protocol-world.ts";

interface Look extends ProtocolWorld {
  readonly look: () => Promise<Progress>;
}

function job(): Look {
  const world = protocolWorld();
  const { job, keys } = world.context;
  world.bucket.put(keys.job, encodeJson(job));
  const read = createProgressReader(new MemoryControl(world.bucket), job.spec.jobId);
  return { ...world, look: () => read(forever) };
}

const MOVING: Partial<Heartbeat> = {
  inProgress: { listed: 100, listedBytes: 10_000, finished: 20, finishedBytes: 4_000 },
  pace: { overMs: 60_000, bytesPerSecond: 100, objectsPerSecond: 1 },
};

describe("one look", () => {
  test("has the pace of the living and what is left at that pace, by bytes or objects, whichever takes longer", async () => {
    const world = job();
    const { clock, look } = world;
    world.beat("lost", MOVING);
    await clock.advance(LEASE_MS + 5_000);
    world.beat("a", MOVING);
    world.beat("b", MOVING);
    world.beat("c", { ...MOVING, state: "left" });

    const seen = await look();

    expect(seen.pace).toEqual({ bytesPerSecond: 200, objectsPerSecond: 2 });
    // 160 objects at 2 a second; 12,000 bytes would take 60 s.
    expect(seen.remainingMs).toBe(80_000);
    expect(seen.elapsedMs).toBe(LEASE_MS + 5_000);
  });

  test("has no remaining time where nothing moves", async () => {
    const world = job();
    const { look } = world;
    world.beat("a", { inProgress: { listed: 100, listedBytes: 10_000, finished: 20, finishedBytes: 4_000 } });
    expect(await look()).not.toHaveProperty("remainingMs");
  });

  test("tells running, paused and unattended jobs apart", async () => {
    const world = job();
    const { bucket, clock, context, look } = world;
    const { control } = context.keys;
    expect((await look()).state).toBe("unattended");
    world.beat("a", { obeys: { revision: "0123456789ab", paused: true } });
    expect((await look()).state).toBe("running");
    bucket.put(control, encodeJson({ paused: true }));
    expect((await look()).state).toBe("paused");
    // One that cannot be read leaves in force what the workers read last.
    bucket.put(control, Buffer.from("{"));
    expect((await look()).state).toBe("paused");
    await clock.advance(LEASE_MS + 5_000);
    expect((await look()).state).toBe("unattended");
  });

  test("has no stragglers while the job is paused, for then nothing moves", async () => {
    const world = job();
    const { bucket, context, look } = world;
    const held = [{ partitionId: "0123456789ab", epoch: 1, heldMs: 100_000 }];
    world.beat("a", { held, pace: { overMs: 60_000, bytesPerSecond: 0, objectsPerSecond: 0 } });
    expect((await look()).stragglers).toMatchObject([{ workerId: "a", why: "stalled" }]);
    bucket.put(context.keys.control, encodeJson({ paused: true }));
    expect((await look()).stragglers).toEqual([]);
  });
});

describe("what is drawn", () => {
  test("shows limits, codes, stragglers, and of each worker its pace, what it holds and what it obeys", async () => {
    const world = job();
    const { bucket, clock, context, look } = world;
    bucket.put(context.keys.control, encodeJson({ bytesPerSecond: 250_000 }));
    world.beat("a", {
      ...MOVING,
      held: [{ partitionId: "0123456789ab", epoch: 1, heldMs: 400_000, listed: 100, finished: 20 }],
      completed: {
        ...EMPTY_TALLY,
        listed: 3,
        outcomes: { ...EMPTY_TALLY.outcomes, failed: 3 },
        codes: { SOURCE_ARCHIVED: 3 },
      },
      pace: { overMs: 60_000, bytesPerSecond: 0, objectsPerSecond: 0 },
      requests: { source: 1_000, destination: 200, control: 34 },
      residentBytes: 80_000_000,
      obeys: { revision: "0123456789ab", paused: false, bytesPerSecond: 125_000 },
    });
    world.beat("b", { held: [{ partitionId: "0123456789ac", epoch: 1, heldMs: 1_000 }] });
    await clock.advance(4_000);

    const lines = progressPanel(await look(), 200).split("\n");

    expect(lines[0]).toBe("job running   2 workers   for 4 s   at most 2 Mbit/s");
    expect(lines).toContain("          3  SOURCE_ARCHIVED");
    expect(lines).toContain("  straggler 0123456789ab of a: stalled, held for 6 min 40 s, 20 of 100 objects");
    expect(lines.find((line) => line.startsWith("  a "))).toMatch(
      /0 B\/s .* 1 held .* 1,234 requests {2}80\.0 MB memory {2}seen 4 s ago {2}at most 1 Mbit\/s$/u,
    );
    expect(progressLine(await look())).toMatch(
      / 2 workers {2}at most 2 Mbit\/s {2}1 straggler {2}3 failed$/u,
    );
  });

  test("stays small for a large fleet: the living first, and how many more there are", async () => {
    const world = job();
    const { clock, look } = world;
    for (let n = 0; n < 30; n++) world.beat(`a-lost-${n}`);
    await clock.advance(LEASE_MS + 5_000);
    for (let n = 0; n < 30; n++) world.beat(`b-alive-${n}`);

    const panel = progressPanel(await look(), 200);

    expect(panel.match(/b-alive-/gu)).toHaveLength(12);
    expect(panel).not.toContain("a-lost-");
    expect(panel).toContain("30 workers and 30 lost");
    expect(panel).toContain("and 48 more workers; --json has all");
  });
});
