import { expect, test } from "vitest";
import { describeBoots, troubledBoots } from "../../cli/describe-boots.ts";
import type { BootProgress } from "../../cli/read-boots.ts";
import type { WorkerProgress } from "../../cli/read-progress.ts";
import type { BootStage } from "../../core/protocol/boot-event.ts";
import { EMPTY_TALLY } from "../../core/outcome.ts";

/** The instance of a worker, and how it ended. */
function boot(worker: string, stage: BootStage, more: Partial<BootProgress["event"]> = {}): BootProgress {
  const instanceId = `i-${worker}`;
  const event = { format: 1 as const, stage, instanceId, worker, at: "2026-01-01T00:00:00Z", ...more };
  return { instanceId, stage, sinceMs: 61_000, ...(stage === "verified" ? {} : { event }) };
}

function worker(workerId: string, state: WorkerProgress["state"]): WorkerProgress {
  const none = { listed: 0, listedBytes: 0, finished: 0, finishedBytes: 0 };
  return {
    workerId,
    state,
    sinceHeartbeatMs: 0,
    heartbeat: {
      workerId,
      startedAtMs: 0,
      sentAtMs: 0,
      state: "working",
      held: [],
      completedPartitions: 0,
      completed: EMPTY_TALLY,
      inProgress: none,
      transferredBytes: 0,
      activeTransfers: 0,
      slots: 0,
      retries: 0,
      throttled: 0,
      requests: { source: 0, destination: 0, control: 0 },
      residentBytes: 0,
    },
  };
}

test("an instance without a worker is trouble when its boot failed or its worker ended in a way that it should not", () => {
  const boots = [
    boot("worker-0", "verified"),
    boot("worker-1", "failed", { code: "NETWORK", reason: "no answer" }),
    boot("worker-2", "stopped", { exit: 5 }),
    boot("worker-3", "stopped", { exit: "SIGKILL" }),
    boot("worker-4", "stopped", { exit: 6 }),
    boot("worker-5", "stopped", { exit: 0 }),
  ];

  const lines = describeBoots(troubledBoots(boots, [worker("worker-2-ab", "lost")]));

  expect(lines).toEqual([
    expect.stringMatching(/^instance i-worker-1 \(worker-1\) failed .* ago: NETWORK no answer$/u),
    expect.stringMatching(/^instance i-worker-2 \(worker-2\) stopped with 5 .* ago$/u),
    expect.stringMatching(/^instance i-worker-3 \(worker-3\) stopped with SIGKILL .* ago$/u),
  ]);
});

test("a worker that was started again, there or on another instance, is no trouble", () => {
  const boots = [boot("worker-1", "stopped", { exit: 5 }), boot("worker-10", "stopped", { exit: 5 })];

  const troubled = troubledBoots(boots, [worker("worker-1-cd", "working"), worker("worker-10-ef", "left")]);

  expect(troubled.map(({ instanceId }) => instanceId)).toEqual(["i-worker-10"]);
});
