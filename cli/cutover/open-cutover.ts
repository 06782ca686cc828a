import type { Command } from "commander";
import { FerryError } from "../../core/errors.ts";
import { EXIT } from "../../core/exit-codes.ts";
import { decodeJson } from "../../core/protocol/codec.ts";
import type { Settings, VariableName } from "../../core/protocol/environment.ts";
import type { JobRecord } from "../../core/protocol/job.ts";
import { isJobId, jobKeys } from "../../core/protocol/keys.ts";
import { summarySchema } from "../../core/protocol/summary.ts";
import { environmentSourceCredentials } from "../../storage/credentials/environment-source.ts";
import { ALIBABA_VARIABLES, environmentCredentials } from "../../storage/credentials/static.ts";
import { openBuckets, type OpenBuckets } from "../../storage/open-stores.ts";
import { RequestMeter } from "../../storage/request-meter.ts";
import { latestRound } from "../../worker/find-round.ts";
import { destinationOptionsOf, sourceOptionsOf } from "../bucket-options.ts";
import { BUCKET_VARIABLES } from "../control-command.ts";
import { configOption, controlOfMigration, OF_MIGRATION } from "../control-of-migration.ts";
import { openControlBucket } from "../open-control-bucket.ts";
import { readJob } from "../read-job.ts";
import { settingsOfJob } from "../settings-of-job.ts";
import { settingsFrom, settingsOptions } from "../settings-options.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";
import { countLateWriters } from "./count-late-writers.ts";
import { type CutoverContext, once } from "./gate.ts";

/** What the job does not say: where the control bucket is, and how the buckets are reached from here. */
const VARIABLES: readonly VariableName[] = [
  ...BUCKET_VARIABLES,
  "OSS_FERRY_SOURCE_PATH_STYLE",
  "OSS_FERRY_SOURCE_REQUESTER_PAYS",
];

const DEFAULTS: Readonly<Partial<Record<VariableName, string>>> = {
  OSS_FERRY_OSS_NETWORK: "public",
  OSS_FERRY_JOB_ID: "unused",
  OSS_FERRY_SOURCE_BUCKET: "unused",
  OSS_FERRY_SOURCE_REGION: "unused",
  OSS_FERRY_DESTINATION_BUCKET: "unused",
};

const LATE_WRITERS_SECONDS = 60;

/** What the options of `cutover check` say. */
export interface CheckOptions extends Readonly<Record<string, unknown>> {
  readonly baseJobId: string;
  readonly mostChanged: number;
  readonly mostFailed: number;
  readonly mostMinutes: number;
  readonly mostAgeMinutes: number;
  readonly canaryKey?: string;
  readonly canaryCleanup?: true;
  /** Seconds, or true for the usual. */
  readonly lateWriters?: number | true;
  readonly json?: true;
}

/** Adds the options that say how the buckets are reached. */
export function withBucketOptions(command: Command): Command {
  command.addOption(configOption());
  for (const option of settingsOptions(VARIABLES, DEFAULTS, { notes: OF_MIGRATION }))
    command.addOption(option);
  return command;
}

/**
 * Opens what the gates ask, calls `act` and closes everything. Rejects with JOB_UNKNOWN when the control bucket
 * has no such job, and with the reason when a bucket cannot be reached at all.
 */
export async function openCutover(
  options: CheckOptions,
  surroundings: CliSurroundings,
  act: (context: CutoverContext, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { baseJobId } = options;
  if (!isJobId(baseJobId)) {
    throw new FerryError("USAGE", `--base-job-id: ${baseJobId} is no job id; give that of the last delta`);
  }
  const stop = new AbortController();
  surroundings.onSignal("SIGINT", () => stop.abort(new CliEnd(EXIT.drained)));
  const { signal } = stop;
  const ofMigration = await controlOfMigration(options, surroundings);
  const { job, summary } = await readBase(options, ofMigration, surroundings, signal);
  const settings = settingsOf(options, { ...ofMigration, ...settingsOfJob(job.spec) }, surroundings);
  const buckets = openJobsBuckets(settings, surroundings);
  try {
    // What is wrong with a bucket altogether is said once, not by every gate.
    await buckets.destination.list({ prefix: job.spec.destPrefix, maxKeys: 1, signal });
    const { serverDateMs } = await buckets.source.list({ prefix: job.spec.srcPrefix, maxKeys: 1, signal });
    const context: CutoverContext = {
      job,
      summary,
      buckets,
      limits: options,
      canaryKey: options.canaryKey,
      canaryCleanup: options.canaryCleanup === true,
      sourceNowMs: serverDateMs,
      mirrorRules: once(() => buckets.destinationConfiguration.mirrorRules(signal)),
      lateWriters: once(async () => {
        const { lateWriters } = options;
        if (lateWriters === undefined) return undefined;
        const limitMs = (lateWriters === true ? LATE_WRITERS_SECONDS : lateWriters) * 1000;
        return countLateWriters(job, buckets.source, { limitMs, clock: surroundings.clock }, signal);
      }),
    };
    await act(context, signal);
  } finally {
    await buckets.close();
  }
}

async function readBase(
  options: CheckOptions,
  ofMigration: Readonly<Partial<Record<VariableName, string>>>,
  surroundings: CliSurroundings,
  signal: AbortSignal,
): Promise<{ readonly job: JobRecord; readonly summary: CutoverContext["summary"] }> {
  const control = openControlBucket(settingsOf(options, ofMigration, surroundings), surroundings);
  try {
    const baseJobId = await latestRound(options.baseJobId, control, signal);
    const job = await readJob(control, baseJobId, signal);
    const key = jobKeys(baseJobId).summary;
    const found = await control.get(key, signal);
    return { job, summary: found === undefined ? undefined : decodeJson(summarySchema, key, found.body) };
  } finally {
    await control.close();
  }
}

function openJobsBuckets(settings: Settings, surroundings: CliSurroundings): OpenBuckets {
  const { environment, clock } = surroundings;
  const source = environmentSourceCredentials({
    ...surroundings,
    kind: settings.OSS_FERRY_SOURCE_KIND,
    region: settings.OSS_FERRY_SOURCE_REGION,
  });
  return openBuckets(
    {
      source: sourceOptionsOf(settings, source),
      destination: destinationOptionsOf(settings, environmentCredentials(environment, ALIBABA_VARIABLES)),
    },
    { clock, meter: new RequestMeter() },
  );
}

/** What is known of the job; of the environment's, those that say how its buckets are reached from here. */
function settingsOf(
  options: CheckOptions,
  known: Readonly<Partial<Record<VariableName, string>>>,
  surroundings: CliSurroundings,
): Settings {
  const reached = Object.entries(surroundings.environment).filter(
    ([name]) => !name.startsWith("OSS_FERRY_") || (VARIABLES as readonly string[]).includes(name),
  );
  const environment = Object.fromEntries(reached);
  const others = { ...options, baseJobId: undefined };
  return settingsFrom(others, { ...DEFAULTS, ...known }, { ...surroundings, environment });
}
