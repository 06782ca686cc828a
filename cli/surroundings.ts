import type { Clock, Random } from "../core/clock.ts";
import type { ExitCode } from "../core/exit-codes.ts";

/** What commands get from the process they run in. */
export interface CliSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly clock: Clock;
  readonly random: Random;
  readonly residentBytes: () => number;
  /** Calls `act` at the first such signal; a second one ends the process at once. */
  readonly onSignal: (name: NodeJS.Signals, act: () => void) => void;
}

/** Ends the program with this exit code; everything worth saying has been said. */
export class CliEnd extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super(`exit ${exitCode}`);
    this.exitCode = exitCode;
  }
}
