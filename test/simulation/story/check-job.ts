import { heldVersionOf, type ObjectRecord, type Outcome } from "../../../core/outcome.ts";
import { checkCompletedJob } from "../check-invariants.ts";
import type { SimObject } from "../sim-source.ts";
import { checkRecord } from "./check-record.ts";
import type { Version } from "./site.ts";
import { destinationKeyOf, sourceKeyOf, type StoryJob, type StoryWorld } from "./story-world.ts";

/** What must hold once a job is complete: no key forgotten, all sums right, and every line of its ledgers true. */
export function checkJob(
  world: StoryWorld,
  job: StoryJob,
  records: ReadonlyMap<string, ObjectRecord>,
  to: number,
): string[] {
  const { jobId, work } = job.spec;
  const isSample = work.kind === "copy" && work.sample !== undefined;
  const keys = keysOf(world, job).map(({ key, isSteady }) => objectOf(key, isSteady && !isSample));
  const problems = checkCompletedJob(world.control, jobId, keys, ({ key, destinationEtag }) =>
    world.destination
      .ever(destinationKeyOf(job.spec, key))
      .some(({ object }) => object !== undefined && object.etag === destinationEtag),
  );
  for (const record of records.values()) problems.push(...checkRecord(world, job, record, to));
  return problems.map((problem) => `${jobId}: ${problem}`);
}

/** Every key that a job's ledgers may have, and whether they must. */
function keysOf(
  { source, destination, steps }: StoryWorld,
  { spec, base, from }: StoryJob,
): { readonly key: string; readonly isSteady: boolean }[] {
  const { kind } = spec.work;
  const must = new Map<string, boolean>();
  const add = (key: string, isSteady: boolean): void =>
    void must.set(key, isSteady || must.get(key) === true);
  const isAlways = (versions: readonly Version[]): boolean =>
    versions.every(({ object }) => object !== undefined);
  const followsBaseAlone = kind === "redrive" || kind === "prune";
  for (const [key, record] of base) add(key, followsBaseAlone || heldVersionOf(record) !== undefined);
  if (followsBaseAlone) return entriesOf(must);
  for (const key of source.keys()) {
    if (key.startsWith(spec.srcPrefix)) add(key, isAlways(source.during(key, from, steps.now)));
  }
  if (kind === "audit") {
    for (const key of destination.keys()) {
      if (key.startsWith(spec.destPrefix))
        add(sourceKeyOf(spec, key), isAlways(destination.during(key, from, steps.now)));
    }
  }
  return entriesOf(must);
}

function entriesOf(must: ReadonlyMap<string, boolean>): { key: string; isSteady: boolean }[] {
  return [...must].map(([key, isSteady]) => ({ key, isSteady }));
}

function objectOf(key: string, isSteady: boolean): SimObject {
  const object = { key, sizeBytes: 0, etag: "", lastModifiedMs: 0, storageClass: "STANDARD" };
  return isSteady ? object : { ...object, vanishesAtMs: 0 };
}

/** Outcomes that say why a key is not at the destination as it is at the source. */
const EXPLANATIONS: ReadonlySet<Outcome> = new Set<Outcome>(["failed", "kept", "vanished"]);

/**
 * What the users find at the destination after the final delta: what they put there themselves, else what the source
 * held last while it ran. Says of every other key that no line of the ledgers explains why. What a pilot copied, and
 * what a worker copied that died, may have none: no job is based on it.
 */
export function checkDestination(
  world: StoryWorld,
  job: StoryJob,
  records: ReadonlyMap<string, ObjectRecord>,
  to: number,
): string[] {
  const problems: string[] = [];
  for (const key of world.source.keys()) {
    if (!key.startsWith(job.spec.srcPrefix)) continue;
    const past = world.destination.ever(destinationKeyOf(job.spec, key)).filter(({ step }) => step <= to);
    // What becomes of keys that others write, too, is judged at every single write.
    if (past.some(({ author }) => author !== "ferry" && author !== "nobody")) continue;
    const expected = world.source.during(key, job.from, to);
    const last = past.at(-1);
    const found = last?.object;
    const isUnwritten = last !== undefined && (last.step <= world.pilotTo || world.hadDeaths);
    if (isUnwritten && !records.has(key) && expected.some(({ object }) => object === undefined)) continue;
    const isAsExpected = expected.some(({ object }) =>
      found === undefined || (object === undefined && last?.author === "nobody")
        ? object === undefined
        : object?.bytes.equals(found.bytes),
    );
    const record = records.get(key);
    const outcome = record?.outcome ?? "missing";
    const isExplained =
      record !== undefined && (EXPLANATIONS.has(record.outcome) || record.code === "FILTERED_SIZE");
    if (!isAsExpected && !isExplained) {
      problems.push(`${JSON.stringify(key)} is not at the destination as expected, and is ${outcome}`);
    }
  }
  return problems;
}
