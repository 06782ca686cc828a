import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { styleText } from "node:util";
import { formatBytes, formatCount, formatDuration } from "../../cli/format.ts";
import { createProgressReader, type Progress } from "../../cli/read-progress.ts";
import { screenOn, watchJob } from "../../cli/watch-job.ts";
import { EXIT } from "../../core/exit-codes.ts";
import { systemClock } from "../../core/clock.ts";
import { ALIBABA_VARIABLES, AWS_VARIABLES, staticCredentials } from "../../storage/credentials/static.ts";
import { openControl } from "../../storage/open-stores.ts";
import { RequestMeter } from "../../storage/request-meter.ts";
import { startLocalCloud } from "../cloud.ts";
import { HELP, readDemoOptions } from "./options.ts";
import { fillSource } from "./fill-source.ts";
import { printReport } from "./print-report.ts";
import { startWorker, type DemoWorker } from "./start-workers.ts";

const MEGA = 1_000_000;
const JOB_ID = "demo";
const SOURCE = "source-bucket";
const DESTINATION = "destination-bucket";
const CONTROL = "control-bucket";
/** A killed worker is missed after this long; short, because the demonstration is. */
const LEASE_SECONDS = 4;
/** The share of the source after which one worker is killed. */
const KILL_AT = 0.3;

const read = readDemoOptions(process.argv.slice(2));
if (read.kind === "help") {
  process.stdout.write(HELP);
  process.exit(EXIT.complete);
}
if (read.kind === "wrong") {
  process.stderr.write(`${read.problem}\n`);
  process.exit(EXIT.usage);
}
const { options } = read;
const bytesPerSecond = (options.megabitsPerSecond * MEGA) / 8;
const say = (text = ""): void => void process.stdout.write(`${text}\n`);

const logs = await mkdtemp(join(tmpdir(), "oss-ferry-demo-"));
const cloud = await startLocalCloud({ region: "cn-hongkong", sourceRegion: "ap-northeast-1" });
const workers: DemoWorker[] = [];
try {
  process.exitCode = await demonstrate();
  if (options.keep) await keepRunning();
} finally {
  for (const worker of workers) worker.process.kill("SIGKILL");
  await cloud.close();
  if (!options.keep) await rm(logs, { recursive: true, force: true });
}

async function demonstrate(): Promise<number> {
  const source = await fillSource(cloud, SOURCE, {
    directory: options.directory,
    maxObjects: options.maxObjects,
    giantBytes: options.giantMegabytes * MEGA,
  });
  cloud.oss.createBucket(DESTINATION);
  cloud.oss.createBucket(CONTROL);
  say(
    `Local cloud: S3 at ${cloud.s3.endpoint} holds ${formatCount(source.objects)} objects, ${formatBytes(source.bytes)}, of ${options.directoryName}`,
  );
  say(
    `OSS at ${cloud.oss.endpoint} is empty. ${options.workers} workers, ${options.megabitsPerSecond} Mbit/s each.\n`,
  );
  cloud.counters.reset();

  const startedMs = systemClock.monotonicMs();
  for (let number = 0; number < options.workers; number++) workers.push(addWorker(`worker-${number}`));
  const killed = await watchAndKill(source.bytes, source.objects);
  const codes = await Promise.all(workers.map((worker) => worker.ended));
  const elapsedMs = systemClock.monotonicMs() - startedMs;

  const ends = workers.map(
    ({ name }, index) => `${name} ${name === killed ? "was killed (SIGKILL)" : describeEnd(codes[index])}`,
  );
  say(`\n${styleText("bold", "Done")} in ${formatDuration(elapsedMs)}: ${ends.join(", ")}`);
  const isRight = await printReport({
    cloud,
    buckets: { source: SOURCE, destination: DESTINATION, control: CONTROL },
    jobId: JOB_ID,
    control: controlStore(),
    source,
    elapsedMs,
    say,
  });
  return isRight ? 0 : 1;
}

function describeEnd(code: number | NodeJS.Signals | undefined): string {
  if (code === EXIT.complete) return "done";
  return code === EXIT.objectsFailed ? "done, with failures reported" : `ended with ${code ?? "nothing"}`;
}

function addWorker(name: string): DemoWorker {
  const s3Key = cloud.s3.keys.create();
  const ossKey = cloud.oss.keys.create();
  // Each worker has its own keys and with them its own line, as each instance has.
  cloud.s3.limitBandwidth(s3Key.accessKeyId, bytesPerSecond);
  return startWorker({
    name,
    bundle: resolve("dist/worker.mjs"),
    logs,
    settings: {
      OSS_FERRY_JOB_ID: JOB_ID,
      OSS_FERRY_SOURCE_BUCKET: SOURCE,
      OSS_FERRY_SOURCE_REGION: cloud.s3.region,
      OSS_FERRY_SOURCE_ENDPOINT: cloud.s3.endpoint,
      OSS_FERRY_DESTINATION_BUCKET: DESTINATION,
      OSS_FERRY_DESTINATION_REGION: cloud.oss.region,
      OSS_FERRY_CONTROL_BUCKET: CONTROL,
      OSS_FERRY_OSS_ENDPOINT: cloud.oss.endpoint,
      OSS_FERRY_OSS_CREDENTIALS: "environment",
      OSS_FERRY_LEASE_SECONDS: String(LEASE_SECONDS),
      OSS_FERRY_TASK_OBJECT_COUNT_LIMIT: "1000",
      OSS_FERRY_TASK_OBJECT_SIZE_LIMIT: String(64 * MEGA),
      [AWS_VARIABLES.accessKeyId]: s3Key.accessKeyId,
      [AWS_VARIABLES.accessKeySecret]: s3Key.accessKeySecret,
      [ALIBABA_VARIABLES.accessKeyId]: ossKey.accessKeyId,
      [ALIBABA_VARIABLES.accessKeySecret]: ossKey.accessKeySecret,
    },
  });
}

function controlStore(): ReturnType<typeof openControl> {
  const { accessKeyId, accessKeySecret } = cloud.oss.accessKey;
  return openControl(
    {
      bucket: CONTROL,
      region: cloud.oss.region,
      network: "public",
      endpoint: cloud.oss.endpoint,
      credentials: staticCredentials({ accessKeyId, accessKeySecret }),
    },
    { clock: systemClock, meter: new RequestMeter() },
  );
}

/** Draws progress until all workers have ended, and kills one that is at work on the way. Resolves to its name. */
async function watchAndKill(bytes: number, objects: number): Promise<string | undefined> {
  const stop = new AbortController();
  const control = controlStore();
  let killed: string | undefined;
  const killOne = (progress: Progress): void => {
    const share = Math.min(progress.finishedBytes / bytes, progress.finished / objects);
    if (killed !== undefined || share < KILL_AT || workers.length < 2) return;
    const victim = workers.find((worker) =>
      progress.workers.some(
        ({ workerId, state, heartbeat }) =>
          workerId.startsWith(`${worker.name}-`) && state === "working" && heartbeat.activeTransfers > 0,
      ),
    );
    if (victim === undefined) return;
    victim.process.kill("SIGKILL");
    killed = victim.name;
    if (!process.stdout.isTTY) say(`        ${victim.name} is killed in the middle of its work (SIGKILL)`);
  };
  const watching = watchJob({
    read: createProgressReader(control, JOB_ID),
    screen: screenOn(process.stdout),
    clock: systemClock,
    stop: stop.signal,
    onLook: killOne,
  });
  await Promise.all(workers.map((worker) => worker.ended));
  stop.abort();
  await watching;
  await control.close();
  return killed;
}

async function keepRunning(): Promise<void> {
  say(`\nThe local cloud keeps running; stop it with Ctrl+C. Its admin endpoint: ${cloud.admin.endpoint}`);
  say(`  curl '${cloud.admin.endpoint}/inventory?service=oss&bucket=${CONTROL}&prefix=jobs/${JOB_ID}/'`);
  say(`  curl '${cloud.admin.endpoint}/counters'`);
  say(`Logs of the workers: ${logs}`);
  await new Promise<void>((wake) => {
    process.once("SIGINT", wake);
    process.once("SIGTERM", wake);
  });
}
