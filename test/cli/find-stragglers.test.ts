import { expect, it } from "vitest";
import { findStragglers } from "../../cli/find-stragglers.ts";
import type { WorkerProgress } from "../../cli/read-progress.ts";
import type { Heartbeat } from "../../core/protocol/heartbeat.ts";
import { emptyHeartbeat } from "../support/protocol-world.ts";

const MINUTE_MS = 60_000;
const MOVING: Heartbeat["pace"] = { overMs: MINUTE_MS, bytesPerSecond: 10, objectsPerSecond: 0 };
const STILL: Heartbeat["pace"] = { overMs: MINUTE_MS, bytesPerSecond: 0, objectsPerSecond: 0 };

/** A worker that holds partitions for so long each. */
function holder(workerId: string, pace: Heartbeat["pace"], ...heldMs: readonly number[]): WorkerProgress {
  const held = heldMs.map((ms, n) => ({
    partitionId: `${workerId}-${n}`,
    epoch: 1,
    heldMs: ms,
    listed: 100,
    finished: 40,
  }));
  const heartbeat = { ...emptyHeartbeat(workerId), held, ...(pace === undefined ? {} : { pace }) };
  return { workerId, state: "working", sinceHeartbeatMs: 0, heartbeat };
}

it("calls slow what is held several times as long as the median", () => {
  const fleet = [
    holder("a", MOVING, MINUTE_MS, 2 * MINUTE_MS),
    holder("b", MOVING, 2 * MINUTE_MS, 40 * MINUTE_MS),
    holder("c", MOVING, 7 * MINUTE_MS),
  ];
  expect(findStragglers(fleet)).toEqual([
    {
      partitionId: "b-1",
      workerId: "b",
      heldMs: 40 * MINUTE_MS,
      listed: 100,
      finished: 40,
      why: "slow",
    },
  ]);
});

it("calls nothing slow that is held for a few minutes, nor all of a job whose partitions take long", () => {
  expect(findStragglers([holder("a", MOVING, 1_000, 1_000, 1_000, 4 * MINUTE_MS)])).toEqual([]);
  expect(findStragglers([holder("a", MOVING, 50 * MINUTE_MS, 60 * MINUTE_MS, 70 * MINUTE_MS)])).toEqual([]);
  expect(findStragglers([holder("a", MOVING, 70 * MINUTE_MS)])).toEqual([]);
});

it("calls stalled what a worker that moves nothing has held all the while", () => {
  const fleet = [holder("a", STILL, 2 * MINUTE_MS, 10_000), holder("b", MOVING, 2 * MINUTE_MS)];
  expect(findStragglers(fleet)).toMatchObject([{ partitionId: "a-0", why: "stalled" }]);
});

it("says nothing of a worker that has only begun", () => {
  const young: Heartbeat["pace"] = { overMs: 5_000, bytesPerSecond: 0, objectsPerSecond: 0 };
  expect(findStragglers([holder("a", young, 5_000), holder("b", undefined, 5_000)])).toEqual([]);
});
