import { Command } from "commander";
import type { Settings, VariableName } from "../../core/protocol/environment.ts";
import { ALIBABA_VARIABLES, environmentCredentials } from "../../storage/credentials/static.ts";
import { openControl } from "../../storage/open-stores.ts";
import type { ControlStore } from "../../storage/ports.ts";
import { RequestMeter } from "../../storage/request-meter.ts";
import { describeSummary } from "../describe-summary.ts";
import { createPacer, progressPanel } from "../draw-progress.ts";
import { createProgressReader, type Progress } from "../read-progress.ts";
import { settingsFrom, settingsOptions } from "../settings-options.ts";
import { CliEnd, type CliSurroundings } from "../surroundings.ts";
import { screenOn, watchJob } from "../watch-job.ts";
import { EXIT } from "../../core/exit-codes.ts";

type StatusOptions = Readonly<Record<string, string | true | undefined>> & {
  readonly watch?: true;
  readonly json?: true;
};

const VARIABLES: readonly VariableName[] = [
  "OSS_FERRY_JOB_ID",
  "OSS_FERRY_CONTROL_BUCKET",
  "OSS_FERRY_DESTINATION_REGION",
  "OSS_FERRY_OSS_NETWORK",
  "OSS_FERRY_OSS_ENDPOINT",
];

/** Settings that the table requires and this command has no use for. */
const DEFAULTS: Readonly<Partial<Record<VariableName, string>>> = {
  OSS_FERRY_OSS_NETWORK: "public",
  OSS_FERRY_SOURCE_BUCKET: "unused",
  OSS_FERRY_SOURCE_REGION: "unused",
  OSS_FERRY_DESTINATION_BUCKET: "unused",
};

/** `oss-ferry status`: how a job is doing, from its control bucket alone. */
export function statusCommand(surroundings: CliSurroundings): Command {
  const command = new Command("status")
    .description("Show how a job is doing, from its control bucket alone: progress, pace and every worker.")
    .option("--watch", "keep drawing until the job is complete")
    .option("--json", "print what is known as one JSON object");
  for (const option of settingsOptions(VARIABLES, DEFAULTS)) command.addOption(option);
  return command.action(async (options: StatusOptions) => {
    const settings = settingsFrom(options, DEFAULTS, surroundings);
    const control = controlOf(settings, surroundings);
    try {
      await show(settings, control, options, surroundings);
    } finally {
      await control.close();
    }
  });
}

async function show(
  settings: Settings,
  control: ControlStore,
  options: StatusOptions,
  { clock, stdout, onSignal }: CliSurroundings,
): Promise<void> {
  const stop = new AbortController();
  onSignal("SIGINT", () => stop.abort(new Error("interrupted")));
  const read = createProgressReader(control, settings.OSS_FERRY_JOB_ID);
  let progress = await read(stop.signal);
  if (options.watch === true && progress.summary === undefined) {
    const onLook = (seen: Progress): void => {
      progress = seen;
      if (seen.summary !== undefined) stop.abort(new Error("complete"));
    };
    await watchJob({ read, screen: screenOn(stdout), clock, stop: stop.signal, onLook });
  }
  if (options.json === true) {
    stdout.write(`${JSON.stringify(progress)}\n`);
  } else if (progress.summary === undefined) {
    const pace = createPacer()(progress, clock.monotonicMs());
    if (options.watch !== true) stdout.write(`${progressPanel(progress, pace, stdout.columns ?? 120)}\n`);
  } else {
    stdout.write(`${describeSummary(progress.summary, settings)}\n`);
  }
  if ((progress.summary?.tally.outcomes.failed ?? 0) > 0) throw new CliEnd(EXIT.objectsFailed);
}

function controlOf(settings: Settings, { environment, clock }: CliSurroundings): ControlStore {
  return openControl(
    {
      bucket: settings.OSS_FERRY_CONTROL_BUCKET,
      region: settings.OSS_FERRY_DESTINATION_REGION,
      network: settings.OSS_FERRY_OSS_NETWORK,
      ...(settings.OSS_FERRY_OSS_ENDPOINT === undefined ? {} : { endpoint: settings.OSS_FERRY_OSS_ENDPOINT }),
      credentials: environmentCredentials(environment, ALIBABA_VARIABLES),
    },
    { clock, meter: new RequestMeter() },
  );
}
