import { counted, formatCount, formatDuration } from "../../format.ts";
import { tookMs } from "../../../core/protocol/summary.ts";
import { fail, type Finding, pass, warn } from "../../checks/finding.ts";
import type { Gate } from "../gate.ts";

const MINUTE_MS = 60_000;

/** The proof that the last job is complete, and that it compared the whole bucket. */
export const lastJob: Gate = {
  name: "last job",
  async ask({ job, summary }) {
    const { jobId, work } = job.spec;
    if (summary === undefined) {
      return fail(
        `job ${jobId} is not proved complete`,
        "let it finish; oss-ferry status shows how far it is",
      );
    }
    const { listed } = summary.tally;
    const isSample = work.kind === "copy" && work.sample !== undefined;
    if (isSample || work.kind === "audit") {
      const what = isSample ? "copied only a sample" : "was an audit and copied nothing";
      return fail(`job ${jobId} ${what}`, "name the last delta by --base-job-id");
    }
    if (work.kind === "redrive" || work.kind === "prune") {
      return warn(
        `job ${jobId} is complete, but a ${work.kind} does not see what changed since its base ${work.baseJobId}`,
        "run a delta based on it, then check again",
      );
    }
    return pass(`${work.kind} ${jobId} is complete: ${formatCount(listed)} keys`);
  },
};

/** H2: what is overwritten at the source after the last round is read stale after the switch. */
export const small: Gate = {
  name: "small",
  async ask({ summary, limits }) {
    if (summary === undefined) return undefined;
    const changed = summary.tally.outcomes.copied;
    const durationMs = tookMs(summary);
    const says = `the last round copied ${counted(changed, "object")} in ${formatDuration(durationMs)}`;
    const isSmall = changed <= limits.mostChanged && durationMs <= limits.mostMinutes * MINUTE_MS;
    const most = `${counted(limits.mostChanged, "object")} and ${limits.mostMinutes} min`;
    return isSmall
      ? pass(`${says}, at most ${most} are allowed`)
      : fail(
          `${says}, more than ${most}`,
          "run another delta, or pause writes first, or allow more by --most-changed and --most-minutes",
        );
  },
};

/** H2 again: a small round of last week says nothing about today. */
export const recent: Gate = {
  name: "recent",
  async ask({ summary, limits, sourceNowMs }): Promise<Finding | undefined> {
    if (summary === undefined) return undefined;
    const ageMs = Math.max(0, sourceNowMs - summary.startedAtSourceMs);
    const says = `the last round began ${formatDuration(ageMs)} ago by the source's clock`;
    const isRecent = ageMs <= limits.mostAgeMinutes * MINUTE_MS;
    return isRecent
      ? pass(`${says}; what changes after that is for the rules and the final delta`)
      : fail(
          `${says}, more than ${limits.mostAgeMinutes} min`,
          "run another delta, then check again at once, or allow more by --most-age-minutes",
        );
  },
};
