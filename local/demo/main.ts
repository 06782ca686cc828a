import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleText } from "node:util";
import { formatBytes, formatCount, formatDuration } from "../../cli/format.ts";
import { createProgressReader, type Progress } from "../../cli/read-progress.ts";
import { screenOn, watchJob } from "../../cli/watch-job.ts";
import { EXIT } from "../../core/exit-codes.ts";
import { systemClock } from "../../core/clock.ts";
import { staticCredentials } from "../../storage/credentials/static.ts";
import { openControl } from "../../storage/open-stores.ts";
import { RequestMeter } from "../../storage/request-meter.ts";
import { startLocalCloud } from "../cloud.ts";
import { keepRunning } from "./keep-running.ts";
import { HELP, readDemoOptions } from "./options.ts";
import { fillSource } from "./fill-source.ts";
import { printReport } from "./print-report.ts";
import type { DemoFleet } from "./demo-fleet.ts";
import { deployFleet, hasTerraform } from "./deploy-fleet.ts";
import { startWorkers } from "./start-workers.ts";

const MEGA = 1_000_000;
const BUCKETS = { source: "source-bucket", destination: "destination-bucket", control: "control-bucket" };
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

const directory = await mkdtemp(join(tmpdir(), "oss-ferry-demo-"));
const cloud = await startLocalCloud({ region: "cn-hongkong", sourceRegion: "ap-northeast-1" });
try {
  process.exitCode = await demonstrate();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = EXIT.unexpected;
} finally {
  await cloud.close();
  if (!options.keep) await rm(directory, { recursive: true, force: true });
}

/** Fill, migrate, kill one on the way, prove. Resolves to the exit code. */
async function demonstrate(): Promise<number> {
  const source = await fillSource(cloud, BUCKETS.source, {
    directory: options.directory,
    maxObjects: options.maxObjects,
    giantBytes: options.giantMegabytes * MEGA,
  });
  say(
    `Local cloud: S3 at ${cloud.s3.endpoint} holds ${formatCount(source.objects)} objects, ${formatBytes(source.bytes)}, of ${options.directoryName};`,
  );
  say(
    `OSS at ${cloud.oss.endpoint} is empty. ${options.workers} workers, ${options.megabitsPerSecond} Mbit/s each.\n`,
  );
  const fleet = await openFleet();
  try {
    cloud.counters.reset();
    const beganMs = systemClock.monotonicMs();
    const ends = await watchAndKill(fleet, source.bytes, source.objects);
    const elapsedMs = systemClock.monotonicMs() - beganMs;
    say(`\n${styleText("bold", "Done")} in ${formatDuration(elapsedMs)}: ${ends}`);
    const { jobId } = fleet;
    const control = controlStore();
    const isRight = await printReport({ cloud, buckets: BUCKETS, jobId, control, source, elapsedMs, say });
    if (options.keep) await keepRunning({ cloud, buckets: BUCKETS, jobId, directory, say });
    return isRight ? EXIT.complete : EXIT.unexpected;
  } finally {
    await fleet.stop();
  }
}

async function openFleet(): Promise<DemoFleet> {
  const { workers } = options;
  if (await hasTerraform()) {
    return deployFleet(cloud, BUCKETS, { workers, bytesPerSecond, directory, clock: systemClock, say });
  }
  say("Terraform is not on this machine: the workers are started as processes, without cdktf deploy.\n");
  return startWorkers(cloud, BUCKETS, { workers, bytesPerSecond, logs: directory });
}

function controlStore(): ReturnType<typeof openControl> {
  const { accessKeyId, accessKeySecret } = cloud.oss.accessKey;
  return openControl(
    {
      bucket: BUCKETS.control,
      region: cloud.oss.region,
      network: "public",
      endpoint: cloud.oss.endpoint,
      credentials: staticCredentials({ accessKeyId, accessKeySecret }),
    },
    { clock: systemClock, meter: new RequestMeter() },
  );
}

/** Draws progress until the job is complete, and kills one worker that is at work on the way. Resolves to how they ended. */
async function watchAndKill(fleet: DemoFleet, bytes: number, objects: number): Promise<string> {
  const stop = new AbortController();
  const complete = Promise.withResolvers<void>();
  const control = controlStore();
  let killing: Promise<void> | undefined;
  const onLook = (progress: Progress): void => {
    if (progress.summary !== undefined) complete.resolve();
    const share = Math.min(progress.finishedBytes / bytes, progress.finished / objects);
    if (killing !== undefined || share < KILL_AT || options.workers < 2) return;
    const victim = progress.workers.find(
      ({ state, heartbeat }) => state === "working" && heartbeat.activeTransfers > 0,
    );
    if (victim === undefined) return;
    const name = victim.workerId.slice(0, victim.workerId.lastIndexOf("-"));
    killing = fleet.kill(name).then((what) => screen.note(`        ${what}`));
  };
  const screen = screenOn(process.stdout);
  const read = createProgressReader(control, fleet.jobId);
  const watching = watchJob({ read, screen, clock: systemClock, stop: stop.signal, onLook });
  const ends = await fleet.finish(complete.promise);
  stop.abort();
  await Promise.all([watching, killing]);
  await control.close();
  return ends;
}
