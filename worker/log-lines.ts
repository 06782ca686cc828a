import { pino } from "pino";
import type { EventName, Log, LogFields } from "../core/log.ts";

/** A log that writes one JSON line for each event to `stream`, with its name in `event`. */
export function logLines(
  stream: { write(line: string): unknown },
  options: { readonly level: "debug" | "info" | "warn" | "error"; readonly base: LogFields },
): Log {
  const lines = pino(
    {
      level: options.level,
      base: options.base,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      messageKey: "event",
    },
    { write: (line) => void stream.write(line) },
  );
  return {
    debug: (event: EventName, fields = {}) => lines.debug(fields, event),
    info: (event, fields = {}) => lines.info(fields, event),
    warn: (event, fields = {}) => lines.warn(fields, event),
    error: (event, fields = {}) => lines.error(fields, event),
  };
}
