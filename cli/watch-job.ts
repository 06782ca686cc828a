import { createLogUpdate } from "log-update";
import type { Clock } from "../core/clock.ts";
import { createPacer, progressLine, progressPanel } from "./draw-progress.ts";
import type { Progress } from "./read-progress.ts";

/** Where progress is drawn. */
export interface Screen {
  readonly isTty: boolean;
  readonly columns: number;
  /** Replaces what was drawn before; on anything but a terminal, adds a line. */
  draw(text: string): void;
  /** Adds a line that stays, above what is drawn from then on. */
  note(line: string): void;
  /** Leaves what was drawn where it is. */
  done(): void;
}

/** Draws in place on a terminal, line by line anywhere else. */
export function screenOn(stream: NodeJS.WriteStream): Screen {
  const isTty = stream.isTTY;
  const update = isTty ? createLogUpdate(stream) : undefined;
  return {
    isTty,
    get columns() {
      return stream.columns ?? 100;
    },
    draw: (text) => (update === undefined ? void stream.write(`${text}\n`) : update(text)),
    note: (line) => {
      update?.clear();
      stream.write(`${line}\n`);
    },
    done: () => update?.done(),
  };
}

/**
 * Draws a job's progress until `stop` aborts: a panel several times a second on a terminal, a plain line every
 * few seconds elsewhere. `onLook` sees every look. Resolves once nothing is drawn any more; a look that fails is
 * skipped, for a watcher must not end what it watches.
 */
export async function watchJob(options: {
  readonly read: (signal: AbortSignal) => Promise<Progress>;
  readonly screen: Screen;
  readonly clock: Clock;
  readonly stop: AbortSignal;
  readonly onLook?: (progress: Progress) => void;
}): Promise<void> {
  const { read, screen, clock, stop, onLook } = options;
  const pace = createPacer();
  let lineAtMs = Number.NEGATIVE_INFINITY;
  while (!stop.aborted) {
    const progress = await read(stop).catch(() => undefined);
    if (progress !== undefined) {
      onLook?.(progress);
      const nowMs = clock.monotonicMs();
      const now = pace(progress, nowMs);
      if (screen.isTty) screen.draw(progressPanel(progress, now, screen.columns));
      else if (nowMs - lineAtMs >= LINE_EVERY_MS) {
        screen.draw(progressLine(progress, now));
        lineAtMs = nowMs;
      }
    }
    await clock.sleep(LOOK_EVERY_MS, stop).catch(() => undefined);
  }
  screen.done();
}

const LOOK_EVERY_MS = 500;
const LINE_EVERY_MS = 2_000;
