import { EXIT, type ExitCode } from "../../core/exit-codes.ts";
import type { Tally } from "../../core/outcome.ts";
import type { JobKind } from "../../core/protocol/job-work.ts";
import { counted } from "../format.ts";

/** What is to be made of a job, in one word, one sentence and one exit code. */
export interface Verdict {
  readonly kind: "clean" | "failures" | "partial" | "damaged";
  readonly sentence: string;
  readonly exitCode: ExitCode;
}

/** The worst of what was found decides: damage, then what is not covered, then failures. */
export function verdictOn(found: {
  readonly kind: JobKind;
  readonly tally: Tally;
  readonly damageCount: number;
  readonly missingPartitions: number;
}): Verdict {
  const { kind, tally, damageCount, missingPartitions } = found;
  if (damageCount > 0) {
    return {
      kind: "damaged",
      sentence: `Do not rely on this report: ${counted(damageCount, "object")} of the job in the control bucket ${damageCount === 1 ? "is" : "are"} missing or damaged.`,
      exitCode: EXIT.refused,
    };
  }
  const { failed } = tally.outcomes;
  const open =
    kind === "audit"
      ? `${counted(failed, "object")} ${failed === 1 ? "is" : "are"} missing or different at the destination`
      : `${counted(failed, "object")} failed`;
  if (missingPartitions > 0) {
    return {
      kind: "partial",
      sentence: `Partial: the job is not complete. ${counted(missingPartitions, "partition")} known so far ${missingPartitions === 1 ? "has" : "have"} no completion marker, and nothing is known of ${missingPartitions === 1 ? "its" : "their"} keys${failed > 0 ? `; so far ${open}` : ""}.`,
      exitCode: EXIT.drained,
    };
  }
  return failed > 0
    ? { kind: "failures", sentence: `Complete, but ${open}.`, exitCode: EXIT.objectsFailed }
    : {
        kind: "clean",
        sentence: `Complete: every key has an outcome, and ${kind === "audit" ? "none is missing or different" : "none failed"}.`,
        exitCode: EXIT.complete,
      };
}
