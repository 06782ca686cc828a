import { type Command, Option } from "commander";
import { FerryError } from "../core/errors.ts";
import type { ControlSettings } from "../core/protocol/control-settings.ts";
import { awaitObedience } from "./await-obedience.ts";
import { latestRound } from "../worker/find-round.ts";
import { changeControl } from "./change-control.ts";
import { controlCommand } from "./control-command.ts";
import { describeControl } from "./describe-control.ts";
import { createProgressReader } from "./read-progress.ts";
import type { CliSurroundings } from "./surroundings.ts";
import type { ThrottleOptions } from "./throttle-options.ts";

/** Those of `throttle` among them; the others have none of their own. */
type WishOptions = Readonly<Record<string, unknown>> &
  ThrottleOptions & {
    readonly replace?: true;
    /** Seconds; true means the usual time. */
    readonly wait?: string | true;
  };

/** Twice a heartbeat and a look of a worker with the usual lease, and a dead one's lease. */
const WAIT_SECONDS = 90;

/**
 * A command by which the operator tells the fleet of one job what to do, in `control.json`. `wish` reads the change
 * from the options, before anything is asked of the bucket; without a change what is in force is only shown.
 */
export function wishCommand(
  command: Command,
  surroundings: CliSurroundings,
  wish: (options: ThrottleOptions) => ((settings: ControlSettings) => ControlSettings) | undefined,
): Command {
  const { clock, stdout } = surroundings;
  command.addOption(
    new Option(
      "--wait [seconds]",
      `wait until every living worker shows that it obeys (default: ${WAIT_SECONDS})`,
    ),
  );
  command.option("--replace", "write control.json anew where what is there cannot be read");
  return controlCommand<WishOptions>(command, "job", surroundings, async (input) => {
    const { options, control, settings, signal } = input;
    const change = wish(options);
    const timeoutMs = waitMs(options.wait);
    const read = createProgressReader(control, await latestRound(settings.OSS_FERRY_JOB_ID, control, signal));
    const replace = options.replace === true;
    const revision =
      change === undefined
        ? (await read(signal)).control.revision
        : await changeControl(control, read, change, { replace, signal });
    const progress =
      timeoutMs === undefined
        ? await read(signal)
        : await awaitObedience({ read, revision, timeoutMs, clock, signal });
    stdout.write(`${describeControl(progress).join("\n")}\n`);
  });
}

function waitMs(wait: WishOptions["wait"]): number | undefined {
  if (wait === undefined) return undefined;
  const seconds = wait === true ? WAIT_SECONDS : Number(wait);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400) return seconds * 1000;
  throw new FerryError(
    "USAGE",
    `--wait ${JSON.stringify(wait)}: must be a whole number of seconds, from 1 to 86400`,
  );
}
