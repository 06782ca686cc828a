import { systemClock } from "../../core/clock.ts";
import { silentLog } from "../../core/log.ts";
import { readSettings } from "../../core/protocol/environment.ts";
import { staticCredentials } from "../../storage/credentials/static.ts";
import { openStores, type OpenStores, type Surroundings } from "../../storage/open-stores.ts";
import { jobSpecOf } from "../../worker/job-of-settings.ts";
import { runWorker, type WorkerEnd } from "../../worker/run-worker.ts";
import { createCopyEngine } from "../../worker/transfer/engine.ts";
import { DEFAULT_TRANSFER_OPTIONS } from "../../worker/transfer/options.ts";
import type { FerryWorld } from "./ferry-world.ts";

/** The three stores of the world's job by their drivers, with these time-outs. */
export function openWorldStores(
  { cloud }: FerryWorld,
  transport: NonNullable<Surroundings["transport"]>,
): OpenStores {
  const { s3, oss } = cloud;
  const ofOss = {
    region: oss.region,
    network: "public",
    endpoint: oss.endpoint,
    credentials: staticCredentials(oss.accessKey),
  } as const;
  return openStores(
    {
      source: {
        bucket: "source-bucket",
        region: s3.region,
        endpoint: s3.endpoint,
        credentials: () => staticCredentials(s3.accessKey),
      },
      destination: { ...ofOss, bucket: "destination-bucket" },
      control: { ...ofOss, bucket: "control-bucket" },
    },
    { clock: systemClock, transport },
  );
}

/**
 * Runs one worker of the world's job in this process, all of it but its time-outs as in a process of its own:
 * the usual minute is too long for a test.
 */
export async function runWorkerHere(
  world: FerryWorld,
  transport: NonNullable<Surroundings["transport"]>,
): Promise<WorkerEnd> {
  const read = readSettings(
    Object.fromEntries(Object.entries(world.settings).filter(([name]) => name.startsWith("OSS_FERRY_"))),
  );
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const spec = jobSpecOf(read.settings);
  const stores = openWorldStores(world, transport);
  const clock = systemClock;
  const engine = createCopyEngine({
    ...stores,
    clock,
    random: Math.random,
    log: silentLog,
    options: { ...DEFAULT_TRANSFER_OPTIONS, keys: world.keys },
  });
  const { source, destination, control, meter } = stores;
  try {
    return await runWorker(
      { spec, leaseMs: 3_000, heldPartitions: 3, drainMs: 0, giveUpMs: 30_000 },
      {
        control,
        source,
        destination,
        engine,
        clock,
        random: Math.random,
        log: silentLog,
        name: "here",
        controlRequests: () => meter.total("control"),
        residentBytes: () => process.memoryUsage.rss(),
      },
      new AbortController().signal,
    );
  } finally {
    await stores.close();
  }
}
