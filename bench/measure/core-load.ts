import { readFileSync } from "node:fs";

/** Linux counts times in hundredths of a second for everyone (USER_HZ). */
const TICKS_PER_SECOND = 100;
const IDLE = 3;
const IOWAIT = 4;

/** For how many seconds since boot this core, or all together, were busy; 0 where the system does not tell. */
export function coreBusySeconds(core: number | "all"): number {
  try {
    const line =
      new RegExp(`^cpu${core === "all" ? " " : core} (.*)$`, "m").exec(
        readFileSync("/proc/stat", "latin1"),
      )?.[1] ?? "";
    const ticks = line.split(" ").map(Number);
    // The ninth and tenth figure, guests, are contained in the first two.
    const busy = ticks.slice(0, 8).filter((_, index) => index !== IDLE && index !== IOWAIT);
    return busy.reduce((sum, value) => sum + value, 0) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}
