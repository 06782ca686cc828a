import type { Random } from "../../../core/clock.ts";
import { heldVersionOf, type ObjectRecord } from "../../../core/outcome.ts";
import type { JobSpec } from "../../../core/protocol/job.ts";
import { MemoryDestination } from "../../../storage/memory/destination.ts";
import { ControlBucket } from "../control-bucket.ts";
import { VirtualTime } from "../virtual-time.ts";
import { holdSame, Site, type Version } from "./site.ts";

/** A job of the story, as far as it has come. */
export interface StoryJob {
  readonly spec: JobSpec;
  /** What its base's ledgers say, by key; empty for a job without a base. */
  readonly base: ReadonlyMap<string, ObjectRecord>;
  /** The step at which its base ended; 0 without a base. */
  readonly baseTo: number;
  /** The step at which it began. */
  readonly from: number;
}

/** How long nobody else changes a key that a worker looked at to write it next; its request is over by then. */
const LOOK_MS = 30_000;

/** The two buckets, the control bucket, the job that runs, and a watch on everything that is written. */
export class StoryWorld {
  readonly time = new VirtualTime();
  readonly control = new ControlBucket(this.time);
  readonly steps = { now: 0 };
  readonly source: Site;
  readonly destination: Site;
  readonly destinationStore: MemoryDestination;
  /** What was found to be wrong, in words. */
  readonly problems: string[] = [];
  readonly random: Random;
  job: StoryJob | undefined;
  /** Whether requests have failed so far. */
  hadTrouble = false;
  /** Whether a worker has ended before its time so far, so that what it wrote may stand in no ledger. */
  hadDeaths = false;
  /** The step at which the pilot ended; what only it copied is in no base. */
  pilotTo = 0;
  readonly #looks = new Map<string, number>();

  constructor(random: Random) {
    this.random = random;
    const clock = this.time.clock();
    this.source = new Site(clock, this.steps);
    this.destination = new Site(clock, this.steps);
    this.destination.onFerry = (key, before, after) => {
      const problem = this.#wrongdoing(key, before, after);
      if (problem !== undefined) this.problems.push(`${this.job?.spec.jobId}: ${key} ${problem}`);
    };
    this.destinationStore = new MemoryDestination(this.destination.bucket, { minPartBytes: 10 });
  }

  /** A number from `low` to `high`. */
  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)] as Item;
  }

  /**
   * A worker looked at a key and writes it at once if it is as expected. OSS has no conditional write that could
   * close this gap, so nothing may happen in it here; `isLookedAt` keeps the application out.
   */
  look(destinationKey: string): void {
    this.#looks.set(destinationKey, this.time.nowMs);
  }

  unlook(destinationKey: string): void {
    this.#looks.delete(destinationKey);
  }

  isLookedAt(destinationKey: string): boolean {
    return this.time.nowMs - (this.#looks.get(destinationKey) ?? -Infinity) < LOOK_MS;
  }

  /** Why a worker had no right to do what it just did to a key of the destination. */
  #wrongdoing(destinationKey: string, before: Version, after: Version): string | undefined {
    if (this.job === undefined) return "was written although no job runs";
    const { spec, base, from } = this.job;
    const { kind } = spec.work;
    if (kind === "audit") return "was written by an audit";
    const key = sourceKeyOf(spec, destinationKey);
    const record = base.get(key);
    const ours = record === undefined ? undefined : heldVersionOf(record)?.destinationEtag;
    const atSource = this.source.during(key, from, this.steps.now);
    const isTheirs = before.object !== undefined && before.author !== "ferry" && before.object.etag !== ours;

    if (after.object === undefined) {
      if (kind !== "prune") return "was deleted by a job that is no prune";
      if (record?.code !== "SOURCE_GONE") return "was deleted although the base had not found it gone";
      if (isTheirs) return "was deleted although it was not ours";
      return atSource.some(({ object }) => object === undefined)
        ? undefined
        : "was deleted although the source has it";
    }
    if (!atSource.some((version) => holdSame(version, after))) {
      return "was overwritten with what the source no longer had when the job began";
    }
    if (before.object === undefined) {
      const wasThere = ours !== undefined || record?.outcome === "kept";
      return wasThere && before.author === "application"
        ? "was deleted by the application, and came back"
        : undefined;
    }
    const isReplacedAsAsked = kind === "copy" && (before.step <= from || spec.overwrite === "always");
    const isSame = holdSame(before, after);
    // What a mirror fetched is the source's older version, and nobody's work.
    const isOutdated = before.author === "mirror" && atSource.some((version) => holdSame(version, before));
    return isTheirs && !isReplacedAsAsked && !isSame && !isOutdated
      ? `was overwritten although ${before.author} had written it`
      : undefined;
  }
}

export function sourceKeyOf({ srcPrefix, destPrefix }: Prefixes, destinationKey: string): string {
  return srcPrefix + destinationKey.slice(destPrefix.length);
}

export function destinationKeyOf({ srcPrefix, destPrefix }: Prefixes, key: string): string {
  return destPrefix + key.slice(srcPrefix.length);
}

type Prefixes = Pick<JobSpec, "srcPrefix" | "destPrefix">;
