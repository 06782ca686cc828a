/** A stretch of every day by the clocks of a time zone; one that ends before it begins crosses midnight. */
export interface DailyWindow {
  /** `HH:MM`, inclusive. */
  readonly from: string;
  /** `HH:MM`, exclusive. */
  readonly until: string;
  /** An IANA name (`Asia/Shanghai`) or `UTC`. */
  readonly timeZone: string;
}

const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

/** Whether this is a time of day, `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return TIME_OF_DAY.test(text);
}

/** Whether this names a time zone. */
export function isTimeZone(text: string): boolean {
  try {
    clockOf(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the window is open at this moment. */
export function isOpenAt({ from, until, timeZone }: DailyWindow, nowMs: number): boolean {
  // Times of one length compare as they are written.
  const time = clockOf(timeZone).format(nowMs);
  return from < until ? from <= time && time < until : from <= time || time < until;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
}
