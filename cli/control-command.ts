import { type Command, Option } from "commander";
import type { Settings, VariableName } from "../core/protocol/environment.ts";
import type { ControlStore } from "../storage/ports.ts";
import { configOption, controlOfMigration, OF_MIGRATION } from "./control-of-migration.ts";
import { openControlBucket } from "./open-control-bucket.ts";
import { settingsFrom, settingsOptions } from "./settings-options.ts";
import type { CliSurroundings } from "./surroundings.ts";

/** Where a control bucket is. */
export const BUCKET_VARIABLES: readonly VariableName[] = [
  "OSS_FERRY_CONTROL_BUCKET",
  "OSS_FERRY_DESTINATION_REGION",
  "OSS_FERRY_OSS_NETWORK",
  "OSS_FERRY_OSS_ENDPOINT",
];

/** Settings that the table requires and commands about the control bucket have no use for. */
const DEFAULTS: Readonly<Partial<Record<VariableName, string>>> = {
  OSS_FERRY_OSS_NETWORK: "public",
  OSS_FERRY_SOURCE_BUCKET: "unused",
  OSS_FERRY_SOURCE_REGION: "unused",
  OSS_FERRY_DESTINATION_BUCKET: "unused",
};

/** Whether a command is about one job, about one or all, or about the bucket. */
type About = "job" | "jobs" | "bucket";

/** What a command about the control bucket works with. */
export interface ControlCommandInput<Options> {
  readonly settings: Settings;
  /** The job that is meant; undefined when the command is about the bucket, or about all jobs. */
  readonly jobId: string | undefined;
  readonly control: ControlStore;
  readonly options: Options;
  /** Aborts at Ctrl+C. */
  readonly signal: AbortSignal;
}

/**
 * A command that needs nothing but the control bucket: its options say where that is, `act` gets it opened and
 * it is closed afterwards.
 */
export function controlCommand<Options extends Readonly<Record<string, unknown>>>(
  command: Command,
  about: About,
  surroundings: CliSurroundings,
  act: (input: ControlCommandInput<Options>) => Promise<void>,
): Command {
  const names = about === "job" ? (["OSS_FERRY_JOB_ID", ...BUCKET_VARIABLES] as const) : BUCKET_VARIABLES;
  if (about === "jobs") command.addOption(new Option("--job-id <id>", "One job; without it, all of them."));
  command.addOption(configOption());
  const help = { notes: OF_MIGRATION };
  for (const option of settingsOptions(names, defaultsFor(about), help)) command.addOption(option);
  return command.action(async (options: Options) => {
    const { environment } = surroundings;
    const isOne = about !== "bucket" && (options["jobId"] ?? environment["OSS_FERRY_JOB_ID"] ?? "") !== "";
    const settings = await controlSettings(options, about, surroundings);
    const control = openControlBucket(settings, surroundings);
    const stop = new AbortController();
    surroundings.onSignal("SIGINT", () => stop.abort(new Error("interrupted")));
    try {
      const jobId = isOne ? settings.OSS_FERRY_JOB_ID : undefined;
      await act({ settings, jobId, control, options, signal: stop.signal });
    } finally {
      await control.close();
    }
  });
}

/** Settings for a control bucket, and a job if it is about one. Ends the program with one line for each mistake. */
export async function controlSettings(
  options: Readonly<Record<string, unknown>>,
  about: About,
  surroundings: CliSurroundings,
): Promise<Settings> {
  const ofMigration = await controlOfMigration(options, surroundings);
  return settingsFrom(options, { ...ofMigration, ...defaultsFor(about) }, surroundings);
}

function defaultsFor(about: About): Readonly<Partial<Record<VariableName, string>>> {
  return about === "job" ? DEFAULTS : { ...DEFAULTS, OSS_FERRY_JOB_ID: "unused" };
}
