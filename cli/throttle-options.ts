import { isTimeOfDay, isTimeZone } from "../core/daily-window.ts";
import { FerryError } from "../core/errors.ts";
import type { LimitChange, ThrottleChange } from "./change-limits.ts";
import { BYTES_PER_MBIT } from "./format.ts";

/** Options of `throttle` as they were typed. */
export interface ThrottleOptions {
  readonly mbps?: string;
  readonly rps?: string;
  readonly window?: string;
  readonly timeZone?: string;
  readonly off?: true;
}

const NO_LIMIT = "unlimited";

/** The change that the options ask for; undefined when they ask for none. USAGE when they make no sense. */
export function throttleChange(options: ThrottleOptions): ThrottleChange | undefined {
  const { mbps, rps, off } = options;
  const window = windowOf(options);
  const limits: LimitChange = {
    ...(mbps === undefined ? {} : { bytesPerSecond: limitOf("--mbps", mbps, BYTES_PER_MBIT) }),
    ...(rps === undefined ? {} : { requestsPerSecond: limitOf("--rps", rps, 1) }),
  };
  const isLimited = Object.keys(limits).length > 0;
  if (off === true && isLimited)
    throw new FerryError("USAGE", "--off takes limits away: leave --mbps and --rps out");
  if (off !== true && !isLimited) {
    if (window === undefined) return undefined;
    throw new FerryError(
      "USAGE",
      "--window: say with --mbps or --rps what holds in it, or with --off that it goes",
    );
  }
  return { limits: off === true ? "off" : limits, ...(window === undefined ? {} : { window }) };
}

function limitOf(option: string, text: string, perUnit: number): number | null {
  if (text === NO_LIMIT) return null;
  const limit = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) * perUnit : 0;
  if (limit > 0 && Number.isFinite(limit)) return limit;
  throw new FerryError(
    "USAGE",
    `${option} ${JSON.stringify(text)}: must be a number above 0, or \`${NO_LIMIT}\`; \`oss-ferry pause\` stops the fleet`,
  );
}

function windowOf({ window, timeZone }: ThrottleOptions): ThrottleChange["window"] {
  if (window === undefined) {
    if (timeZone === undefined) return undefined;
    throw new FerryError("USAGE", "--time-zone is of a window: give --window too");
  }
  const [from = "", until = "", ...more] = window.split("-");
  if (!isTimeOfDay(from) || !isTimeOfDay(until) || from === until || more.length > 0) {
    throw new FerryError(
      "USAGE",
      `--window ${JSON.stringify(window)}: must be two different times of day, for instance 22:00-06:00`,
    );
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new FerryError(
      "USAGE",
      `--time-zone ${JSON.stringify(timeZone)}: must be UTC or a name such as Asia/Shanghai`,
    );
  }
  return { from, until, timeZone: timeZone ?? "UTC" };
}
