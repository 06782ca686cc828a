/**
 * Structured logs: one fixed event name per event, everything else in fields. The names are listed and
 * explained in docs/events.md; a test holds the two together. No secret, no object content.
 */
export const EVENT_NAMES = [
  "worker.started",
  "worker.refused",
  "worker.draining",
  "worker.finished",
  "worker.failed",
  "worker.fenced",
  "worker.idle",
  "job.created",
  "job.joined",
  "job.completed",
  "rounds.waiting",
  "rounds.ended",
  "control.changed",
  "control.unreadable",
  "control.retry",
  "partition.claimed",
  "partition.taken-over",
  "partition.listed",
  "partition.split",
  "partition.completed",
  "partition.abandoned",
  "partition.reopened",
  "partition.conflict",
  "upload.shared",
  "span.completed",
  "object.failed",
  "object.retried",
  "object.resumed",
  "transfer.slots",
  "store.outage",
  "store.recovered",
  "credentials.waiting",
  "spot.interruption",
] as const;

export type EventName = (typeof EVENT_NAMES)[number];
export type LogFields = Readonly<Record<string, unknown>>;

/** Where events go. `debug` is for what is only of interest when something is looked into. */
export interface Log {
  debug(event: EventName, fields?: LogFields): void;
  info(event: EventName, fields?: LogFields): void;
  warn(event: EventName, fields?: LogFields): void;
  error(event: EventName, fields?: LogFields): void;
}

/** A log that keeps nothing. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
