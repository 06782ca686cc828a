import type { Outcome } from "../../core/outcome.ts";
import type { RecordCode } from "../../core/record-codes.ts";
import type { CopyAttempt } from "./copy-attempt.ts";
import { Judged } from "./object-trial.ts";

/** What became of an object that could not be read for its archive class. */
export type Treated =
  | { readonly kind: "readable" }
  | {
      readonly kind: "ended";
      readonly outcome: Outcome;
      readonly code: RecordCode;
      readonly detail: string;
    };

/**
 * Does with an archived object what the job says. A restore takes hours, so nobody waits for one: it is asked for,
 * and a later job copies the object. `readable` when the source says that it is restored already.
 */
export async function treatArchived(attempt: CopyAttempt, why: string): Promise<Treated> {
  const { context } = attempt.run;
  const { archived } = context.options;
  if (archived === "skip") {
    return { kind: "ended", outcome: "skipped", code: "SOURCE_ARCHIVED", detail: why };
  }
  if (attempt.version.archive === "restoring") return failed("SOURCE_RESTORING", UNDER_WAY);
  if (archived === "fail") return failed("SOURCE_ARCHIVED", `${why}; restore it first`);
  if (attempt.restoreAsked) {
    return failed("SOURCE_ARCHIVED", `${why}, although the source says that it is restored`);
  }
  attempt.restoreAsked = true;
  try {
    const state = await attempt.trial.run(attempt.run.signal, () => requestRestore(attempt));
    return state === "restored"
      ? { kind: "readable" }
      : failed("SOURCE_RESTORING", `a restore was asked for; ${LATER}`);
  } catch (error) {
    if (error instanceof Judged) return endOf(error, why);
    throw error;
  }
}

const LATER = "copy it in a later job, when it is done";
const UNDER_WAY = `a restore is under way; ${LATER}`;

async function requestRestore(attempt: CopyAttempt): Promise<"restoring" | "restored"> {
  const { context, signal } = attempt.run;
  const { key, storageClass } = attempt.version;
  const { restoreDays: days, restoreTier: tier } = context.options;
  await context.rate.mayBegin(1, signal);
  return context.source.restore({ key, storageClass, days, tier, signal });
}

/** A restore that is refused ends the object; one of an object that is gone, or that changed, too. */
function endOf({ verdict }: Judged, why: string): Treated {
  if (verdict.kind === "failed") return failed(verdict.code, verdict.detail);
  if (verdict.kind !== "vanished") return failed("SOURCE_ARCHIVED", `${why}; a restore of it is refused`);
  const detail = "deleted at the source after it was listed";
  return { kind: "ended", outcome: "vanished", code: "SOURCE_VANISHED", detail };
}

function failed(code: RecordCode, detail: string): Treated {
  return { kind: "ended", outcome: "failed", code, detail };
}
