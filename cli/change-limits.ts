import { FerryError } from "../core/errors.ts";
import { type ControlSettings, type LimitWindow, MOST_WINDOWS } from "../core/protocol/control-settings.ts";
import { nameOfWindow } from "./describe-control.ts";

/** A limit by its unit per second; null takes it off. Absent leaves it as it is. */
export interface LimitChange {
  readonly bytesPerSecond?: number | null;
  readonly requestsPerSecond?: number | null;
}

/** What `throttle` is to do: to what holds outside windows, or to one window; `off` takes it away altogether. */
export interface ThrottleChange {
  readonly window?: Pick<LimitWindow, "from" | "until" | "timeZone">;
  readonly limits: LimitChange | "off";
}

/** These settings with the change made; whether the job is paused stays as it is. USAGE when there is no such window. */
export function changeLimits(settings: ControlSettings, { window, limits }: ThrottleChange): ControlSettings {
  const { paused, windows } = settings;
  if (window === undefined) {
    if (limits === "off") return { paused, windows: [] };
    const { bytesPerSecond = settings.bytesPerSecond, requestsPerSecond = settings.requestsPerSecond } =
      limits;
    return {
      paused,
      windows,
      ...(typeof bytesPerSecond === "number" ? { bytesPerSecond } : {}),
      ...(typeof requestsPerSecond === "number" ? { requestsPerSecond } : {}),
    };
  }
  const at = windows.findIndex((each) => isSame(each, window));
  if (limits === "off") {
    if (at === -1) throw new FerryError("USAGE", `--window: there is no such window; ${those(windows)}`);
    return { ...settings, windows: windows.toSpliced(at, 1) };
  }
  if (at !== -1) return { ...settings, windows: windows.with(at, { ...windows[at], ...window, ...limits }) };
  if (windows.length === MOST_WINDOWS) {
    throw new FerryError("USAGE", `--window: ${MOST_WINDOWS} windows are the most; take one off first`);
  }
  return { ...settings, windows: [...windows, { ...window, ...limits }] };
}

function isSame(a: ThrottleChange["window"], b: ThrottleChange["window"]): boolean {
  return a?.from === b?.from && a?.until === b?.until && a?.timeZone === b?.timeZone;
}

function those(windows: readonly LimitWindow[]): string {
  return windows.length === 0 ? "there are none" : `there are ${windows.map(nameOfWindow).join(", ")}`;
}
