import { expect, test } from "vitest";
import { checkRelease } from "../../cli/check-release.ts";
import { createProgressReader } from "../../cli/read-progress.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import type { Heartbeat } from "../../core/protocol/heartbeat.ts";
import { jobRecordSchema } from "../../core/protocol/job.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { emptyHeartbeat } from "../support/protocol-world.ts";

const keys = jobKeys("small-full");
const never = new AbortController().signal;

interface Said {
  readonly out: string;
  readonly exitCode: number | undefined;
}

/** Asks whether the fleet can go, `ageSeconds` after the workers' last heartbeats. */
async function ask(
  states: readonly Heartbeat["state"][],
  { ageSeconds = 1, environment = {} }: { ageSeconds?: number; environment?: Record<string, string> } = {},
): Promise<Said> {
  let nowMs = 0;
  const control = new MemoryControl(new MemoryBucket({ nowMs: () => nowMs }));
  if (states.length > 0) await control.put(keys.job, encodeJson(job()));
  for (const [index, state] of states.entries()) {
    await control.put(keys.worker(`worker-${index}`), encodeJson(heartbeat(`worker-${index}`, state)));
  }
  nowMs = ageSeconds * 1000;
  let out = "";
  const stream = {
    write: (text: string) => {
      out += text;
      return true;
    },
  } as unknown as NodeJS.WriteStream;
  const surroundings = { environment, stdout: stream, stderr: stream };
  const asked = checkRelease("small-full", createProgressReader(control, "small-full"), surroundings, never);
  const exitCode = await asked.then(
    () => undefined,
    (error: { readonly exitCode: number }) => error.exitCode,
  );
  return { out, exitCode };
}

function job(): unknown {
  return jobRecordSchema.parse({
    protocol: 1,
    spec: {
      jobId: "small-full",
      source: { kind: "s3", bucket: "source", region: "ap-northeast-1" },
      destination: { bucket: "destination", region: "cn-hongkong" },
    },
    roots: [{ partitionId: "0123456789ab", range: { after: null, upTo: null } }],
    startedAtSourceMs: 0,
    leaseMs: 60_000,
  });
}

function heartbeat(workerId: string, state: Heartbeat["state"]): Heartbeat {
  return { ...emptyHeartbeat(workerId), state, held: [{ partitionId: "0123456789ab", epoch: 1 }] };
}

test("a fleet that is still working does not go without a word", async () => {
  const { out, exitCode } = await ask(["working", "idle"]);

  expect(exitCode).toBe(4);
  expect(out).toBe(
    "small-full is still being worked on: 2 workers, 2 partitions held, 0 open. Nothing is lost when the fleet goes; " +
      "the next deploy goes on where it stopped. To destroy it now, set FERRY_RELEASE=working and repeat the command.\n",
  );
});

test("it goes when the operator says so", async () => {
  const { exitCode } = await ask(["working"], { environment: { FERRY_RELEASE: "working" } });

  expect(exitCode).toBeUndefined();
});

test("workers that left or that nobody has heard of are not in the way", async () => {
  expect(await ask(["left", "left"])).toEqual({
    out: "small-full is not complete, but nobody works on it.\n",
    exitCode: undefined,
  });
  expect((await ask(["working"], { ageSeconds: 3600 })).exitCode).toBeUndefined();
});

test("neither is a job that was never begun", async () => {
  expect(await ask([])).toEqual({ out: "small-full was never begun.\n", exitCode: undefined });
});
