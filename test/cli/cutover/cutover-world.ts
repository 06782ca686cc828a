import { checkCutover } from "../../../cli/cutover/check-cutover.ts";
import { countLateWriters } from "../../../cli/cutover/count-late-writers.ts";
import { type CutoverContext, once } from "../../../cli/cutover/gate.ts";
import type { NamedFinding } from "../../../cli/checks/finding.ts";
import { systemClock } from "../../../core/clock.ts";
import { EMPTY_TALLY, type Tally } from "../../../core/outcome.ts";
import { type JobRecord, jobSpecSchema, type JobSpec } from "../../../core/protocol/job.ts";
import type { JobWork } from "../../../core/protocol/job-work.ts";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import type { NewMirror } from "../../../local/oss/mirror/one-rule.ts";
import { staticCredentials } from "../../../storage/credentials/static.ts";
import { openBuckets, type OpenBuckets } from "../../../storage/open-stores.ts";
import { RequestMeter } from "../../../storage/request-meter.ts";
import { forever } from "../../support/protocol-world.ts";
import { send } from "../../local/raw-client.ts";

const MINUTE_MS = 60_000;

/** What a test changes about a check that would be a go. */
export interface CheckChange extends Partial<Omit<CutoverContext, "job" | "summary" | "buckets">> {
  readonly spec?: Partial<JobSpec>;
  readonly work?: JobWork;
  /** Undefined: the job is not complete. */
  readonly tally?: Partial<Tally> | undefined;
  /** How long ago the last round began, and how long it took. */
  readonly ageMinutes?: number;
  readonly tookMinutes?: number;
  readonly lateWritersMs?: number;
}

/** Two buckets of the local cloud at the moment before the switch, and a last delta that was small and recent. */
export class CutoverWorld implements AsyncDisposable {
  readonly cloud: LocalCloud;
  readonly #buckets: OpenBuckets;

  constructor(cloud: LocalCloud) {
    this.cloud = cloud;
    cloud.s3.createBucket("source");
    cloud.oss.createBucket("destination");
    const { s3, oss } = cloud;
    this.#buckets = openBuckets(
      {
        source: {
          bucket: "source",
          region: s3.region,
          endpoint: s3.endpoint,
          credentials: staticCredentials(s3.accessKey),
        },
        destination: {
          bucket: "destination",
          region: oss.region,
          network: "public",
          endpoint: oss.endpoint,
          credentials: staticCredentials(oss.accessKey),
        },
      },
      { clock: systemClock, meter: new RequestMeter() },
    );
  }

  /** The back-to-source rule that `cutover` deploys. */
  mirror(change: Partial<NewMirror> = {}): void {
    const { endpoint, region, accessKey } = this.cloud.s3;
    const redirect = { mirror_allow_head_object: true, ...change.redirect };
    const sign = { region, accessKey };
    this.cloud.oss.switchMirrorOn("destination", { url: `${endpoint}/source/`, sign, ...change, redirect });
  }

  /** Puts a setting of the destination as it is in XML. */
  async put(setting: string, body: string): Promise<void> {
    const answer = await send(this.cloud.oss, {
      method: "PUT",
      bucket: "destination",
      query: { [setting]: "" },
      body,
    });
    if (answer.status !== 200) throw new Error(answer.text);
  }

  /** What the check finds, by gate. */
  async check(change: CheckChange = {}): Promise<Readonly<Record<string, NamedFinding | undefined>>> {
    const { findings } = await this.checkAll(change);
    return Object.fromEntries(findings.map((finding) => [finding.name, finding]));
  }

  checkAll(change: CheckChange = {}): ReturnType<typeof checkCutover> {
    const { ageMinutes = 5, tookMinutes = 2 } = change;
    const sourceNowMs = this.cloud.s3.clock.nowMs();
    const startedAtSourceMs = sourceNowMs - ageMinutes * MINUTE_MS;
    const { s3, oss } = this.cloud;
    const spec = jobSpecSchema.parse({
      jobId: "delta-2",
      source: { kind: "s3", bucket: "source", region: s3.region, endpoint: s3.endpoint },
      destination: { bucket: "destination", region: oss.region },
      work: change.work ?? { kind: "delta", baseJobId: "delta-1" },
      ...change.spec,
    });
    const job: JobRecord = {
      protocol: 1,
      spec,
      roots: [],
      startedAtSourceMs,
      leaseMs: 60_000,
    };
    const isIncomplete = "tally" in change && change.tally === undefined;
    const { source, destinationConfiguration } = this.#buckets;
    const limitMs = change.lateWritersMs;
    return checkCutover(
      {
        job,
        summary: isIncomplete
          ? undefined
          : {
              jobId: "delta-2",
              partitions: 1,
              tally: { ...EMPTY_TALLY, ...change.tally },
              startedAtSourceMs,
              completedAtMs: startedAtSourceMs + tookMinutes * MINUTE_MS,
              provedBy: "worker-1",
            },
        buckets: this.#buckets,
        limits: { mostChanged: 1_000, mostFailed: 0, mostMinutes: 15, mostAgeMinutes: 60 },
        canaryKey: undefined,
        canaryCleanup: false,
        sourceNowMs,
        mirrorRules: once(() => destinationConfiguration.mirrorRules()),
        lateWriters: once(async () =>
          limitMs === undefined
            ? undefined
            : countLateWriters(job, source, { limitMs, clock: systemClock }, forever),
        ),
        ...change,
      },
      forever,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#buckets.close();
    await this.cloud.close();
  }
}

export async function openCutoverWorld(): Promise<CutoverWorld> {
  return new CutoverWorld(await startLocalCloud());
}
