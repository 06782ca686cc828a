import { FerryError, storeErrorOf } from "../../core/errors.ts";
import { EXIT, exitCodeOf, type ExitCode } from "../../core/exit-codes.ts";

/** `fail` stands in the way; `warn` is for somebody to decide about; `pass` is proved. */
export type Verdict = "pass" | "warn" | "fail";

/** What was found out about one thing. */
export interface Finding {
  readonly verdict: Verdict;
  /** What is so, in one line. */
  readonly says: string;
  /** What to do about it. */
  readonly todo?: string;
  /** How a program that failed for this alone would end. */
  readonly exitCode?: ExitCode;
}

/** A finding and what it is about. */
export interface NamedFinding extends Finding {
  readonly name: string;
}

export function pass(says: string): Finding {
  return { verdict: "pass", says };
}

export function warn(says: string, todo: string): Finding {
  return { verdict: "warn", says, todo };
}

export function fail(says: string, todo: string): Finding {
  return { verdict: "fail", says, todo, exitCode: EXIT.refused };
}

/**
 * What an error says about the thing that was asked for. A right that is missing is `denied`, since it depends
 * on the check how much that matters. Rethrows what is no error of ours.
 */
export function findingOf(error: unknown, denied: Verdict): Finding {
  if (!(error instanceof FerryError)) throw error;
  const isDenied = storeErrorOf(error, "ACCESS_DENIED") !== undefined;
  return {
    verdict: isDenied ? denied : "fail",
    says: `${isDenied && denied === "warn" ? "not proved: " : ""}${error.code}: ${error.message}`,
    exitCode: exitCodeOf(error),
  };
}

/** `0` when nothing failed, else the exit code of the first failure. */
export function exitCodeFor(findings: readonly Finding[]): ExitCode {
  const failed = findings.find(({ verdict }) => verdict === "fail");
  return failed === undefined ? EXIT.complete : (failed.exitCode ?? EXIT.refused);
}
