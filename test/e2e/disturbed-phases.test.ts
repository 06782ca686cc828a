import { describe, expect, test } from "vitest";
import type { FaultMatch } from "../../local/faults.ts";
import { seedSmall } from "../support/bucket-seeds.ts";
import type { FerryProcess } from "../support/ferry-process.ts";
import { DESTINATION, type FerryWorld, openFerryWorld, SOURCE } from "../support/ferry-world.ts";
import { outcomesOf } from "../support/job-records.ts";

const NEVER_MS = 600_000;

/** A job of the migration that all of these tests go through. */
interface Phase {
  readonly jobId: string;
  readonly settings: Readonly<Record<string, string>>;
  /** The first of these requests is when the disturbance comes. */
  readonly amid: FaultMatch;
  /** What cannot be reached when the network is cut: for certain something that the job is not done with by then. */
  readonly cut: FaultMatch;
  /** 3 where objects fail, disturbed or not. */
  readonly code: 0 | 3;
  /** What the application does before it. */
  readonly before?: (world: FerryWorld) => Promise<void>;
}

const AT_SOURCE = { service: "s3", bucket: SOURCE } as const;
const AT_DESTINATION = { service: "oss", bucket: DESTINATION } as const;

function basedOn(kind: string, baseJobId: string): Phase["settings"] {
  return { OSS_FERRY_JOB_KIND: kind, OSS_FERRY_BASE_JOB_ID: baseJobId };
}

const PHASES: readonly Phase[] = [
  {
    jobId: "full",
    settings: {},
    amid: { ...AT_SOURCE, operation: "GetObject", key: "^small-01" },
    cut: AT_SOURCE,
    code: 3,
    before: async (world) => {
      await seedSmall(world, 24);
      world.script({
        match: { ...AT_SOURCE, operation: "GetObject", key: "^small-009$" },
        fault: { kind: "error", status: 403, code: "AccessDenied" },
      });
    },
  },
  {
    jobId: "redrive",
    settings: basedOn("redrive", "full"),
    amid: { ...AT_SOURCE, operation: "GetObject" },
    cut: { service: "oss" },
    code: 0,
    before: async ({ cloud }) => {
      cloud.faults.clear();
    },
  },
  {
    jobId: "delta",
    settings: basedOn("delta", "redrive"),
    amid: { ...AT_DESTINATION, operation: "PutObject" },
    cut: AT_DESTINATION,
    code: 0,
    before: async ({ cloud: { s3, oss } }) => {
      for (const key of ["small-002", "small-012", "small-022", "small-new"]) {
        await s3.putObject(SOURCE, key, Buffer.from(`second ${key}`));
      }
      for (const key of ["small-003", "small-013"]) s3.deleteObject(SOURCE, key);
      await oss.putObject(DESTINATION, "small-004", Buffer.from("the application's"));
      oss.deleteObject(DESTINATION, "small-014");
    },
  },
  {
    jobId: "prune",
    settings: { ...basedOn("prune", "delta"), OSS_FERRY_MOST_DELETES: "2" },
    amid: { ...AT_DESTINATION, operation: "DeleteObject" },
    cut: AT_DESTINATION,
    code: 0,
  },
  {
    jobId: "audit",
    settings: basedOn("audit", "prune"),
    amid: { ...AT_SOURCE, operation: "ListObjectsV2" },
    cut: AT_SOURCE,
    code: 0,
  },
];

/** Runs one job to its end; resolves to the exit code. */
type Run = (world: FerryWorld, phase: Phase) => Promise<unknown>;

function start(world: FerryWorld, { jobId, settings }: Phase, name: string, more = {}): FerryProcess {
  return world.startWorker(name, { OSS_FERRY_JOB_ID: jobId, ...settings, ...more });
}

const undisturbed: Run = async (world, phase) => (await start(world, phase, "only").end()).code;

/** One of two workers is killed in the middle of a request; the other one ends the job. */
const withKill: Run = async (world, phase) => {
  const { s3, oss, settings } = world.ownKeys();
  const client = (phase.amid.service === "s3" ? s3 : oss).accessKeyId;
  const held = world.script({ match: { ...phase.amid, client }, fault: { kind: "stall", ms: NEVER_MS } });
  const victim = start(world, phase, "victim", settings);
  await held.hit();
  const other = start(world, phase, "other");
  await other.waitFor("worker.started");
  await victim.kill();
  return (await other.end()).code;
};

/** From the first such request on a store cannot be reached, until the worker gives up; then the same command again. */
const withCut: Run = async (world, phase) => {
  const fault = { kind: "reset-before" } as const;
  const first = world.script({ match: phase.amid, fault });
  const begun = start(world, phase, "worker", { OSS_FERRY_GIVE_UP_SECONDS: "10" });
  await first.hit();
  const cut = world.script({ match: phase.cut, fault });
  expect((await begun.end()).code).toBe(7);
  first.lift();
  cut.lift();
  return (await start(world, phase, "worker").end()).code;
};

/** What one who is killed has done, its successor finds done. */
const AS_FOUND: Readonly<Record<string, string>> = {
  copied: "skipped SAME_CONTENT",
  "vanished DELETED": "vanished GONE_EVERYWHERE",
};

/** What a job leaves: the outcome of every key, and every object at the destination. */
interface PhaseEnd {
  readonly jobId: string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly stored: Readonly<Record<string, string>>;
}

/** Runs one job after the other, each in the way that `runOf` says, up to the one named `last`. */
async function migrate(runOf: (phase: Phase) => Run, last = "audit"): Promise<readonly PhaseEnd[]> {
  await using world = await openFerryWorld();
  const ends: PhaseEnd[] = [];
  for (const phase of PHASES) {
    const { jobId } = phase;
    await phase.before?.(world);
    expect({ jobId, code: await runOf(phase)(world, phase) }).toEqual({ jobId, code: phase.code });
    const outcomes = Object.entries(outcomesOf(world.cloud, jobId)).map(
      ([key, outcome]) => [key, AS_FOUND[outcome] ?? outcome] as const,
    );
    const stored = Array.from(world.cloud.oss.bucket(DESTINATION).objectsFrom(""), ([key, { etag }]) => [
      key,
      etag,
    ]);
    ends.push({ jobId, outcomes: Object.fromEntries(outcomes), stored: Object.fromEntries(stored) });
    if (jobId === last) break;
  }
  return ends;
}

describe.concurrent("a migration", { timeout: 180_000 }, () => {
  const expected = migrate(() => undisturbed);

  test("of which nothing is disturbed has something to do in every job", async () => {
    expect(await expected).toMatchObject([
      { jobId: "full", outcomes: { "small-009": "failed SOURCE_ACCESS_DENIED" } },
      { jobId: "redrive", outcomes: { "small-009": "skipped SAME_CONTENT" } },
      {
        jobId: "delta",
        outcomes: { "small-002": "skipped SAME_CONTENT", "small-003": "vanished SOURCE_GONE" },
      },
      { jobId: "prune", outcomes: { "small-003": "vanished GONE_EVERYWHERE" } },
      {
        jobId: "audit",
        outcomes: { "small-002": "skipped AUDIT_SAME", "small-004": "kept DESTINATION_CHANGED" },
      },
    ]);
  });

  test("of which every job loses one of its two workers ends as if nothing had been", async () => {
    expect(await migrate(() => withKill)).toEqual(await expected);
  });

  test.for(PHASES)(
    "whose $jobId job is cut off from a store for too long ends so, too, by the same command again",
    async (cut) => {
      const ends = await migrate((phase) => (phase === cut ? withCut : undisturbed), cut.jobId);

      expect(ends).toEqual((await expected).slice(0, ends.length));
    },
  );
});
