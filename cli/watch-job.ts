import { createLogUpdate } from "log-update";
import type { Clock } from "../core/clock.ts";
import { progressLine, progressPanel } from "./draw-progress.ts";
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

/** Draws in place on a terminal, unless it is not to, and line by line anywhere else. */
export function screenOn(stream: NodeJS.WriteStream, inPlace = true): Screen {
  const isTty = stream.isTTY && inPlace;
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

/** What is drawn of one look. */
export interface Drawing<Look> {
  /** For a terminal of so many columns. */
  readonly panel: (look: Look, columns: number) => string;
  /** For anything else; may be several lines. */
  readonly plain: (look: Look) => string;
}

export interface WatchOptions<Look> {
  readonly read: (signal: AbortSignal) => Promise<Look>;
  readonly drawing: Drawing<Look>;
  readonly screen: Screen;
  readonly clock: Clock;
  readonly stop: AbortSignal;
  readonly onLook?: (look: Look) => void;
}

/**
 * Looks and draws until `stop` aborts: a panel several times a second on a terminal, plain text every few seconds
 * elsewhere. `onLook` sees every look. Resolves once nothing is drawn any more; a look that fails is skipped, for a
 * watcher must not end what it watches.
 */
export async function watch<Look>(options: WatchOptions<Look>): Promise<void> {
  const { read, drawing, screen, clock, stop, onLook } = options;
  let plainAtMs = Number.NEGATIVE_INFINITY;
  while (!stop.aborted) {
    const look = await read(stop).catch(() => undefined);
    if (look !== undefined) {
      onLook?.(look);
      const nowMs = clock.monotonicMs();
      if (screen.isTty) screen.draw(drawing.panel(look, screen.columns));
      else if (nowMs - plainAtMs >= PLAIN_EVERY_MS) {
        screen.draw(drawing.plain(look));
        plainAtMs = nowMs;
      }
    }
    await clock.sleep(LOOK_EVERY_MS, stop).catch(() => undefined);
  }
  screen.done();
}

/** Watches one job's progress. */
export function watchJob(options: Omit<WatchOptions<Progress>, "drawing">): Promise<void> {
  return watch({ ...options, drawing: { panel: progressPanel, plain: progressLine } });
}

const LOOK_EVERY_MS = 500;
const PLAIN_EVERY_MS = 2_000;
