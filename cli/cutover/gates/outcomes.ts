import type { RecordCode } from "../../../core/record-codes.ts";
import { counted, formatCount } from "../../format.ts";
import { fail, pass, warn } from "../../checks/finding.ts";
import type { Gate } from "../gate.ts";

/** What no other try can copy as it is. */
const HOPELESS: readonly RecordCode[] = [
  "KEY_LEADING_SLASH",
  "KEY_TOO_LONG",
  "KEY_NOT_UTF8",
  "KEY_EMPTY",
  "OBJECT_TOO_LARGE",
];

/** Nothing may be left that could not be copied, but for what nobody needs. */
export const failures: Gate = {
  name: "failures",
  async ask({ job, limits, summary }) {
    if (summary === undefined) return undefined;
    const { codes, outcomes } = summary.tally;
    const { failed } = outcomes;
    if (failed === 0) return pass("no object failed");
    const says = `${counted(failed, "object")} failed`;
    const look = `oss-ferry report --job-id ${job.spec.jobId} names them and says what to do`;
    const hopeless = HOPELESS.reduce((sum, code) => sum + (codes[code] ?? 0), 0);
    const retry = failed > hopeless ? ["then a redrive and one more delta"] : [];
    const rename =
      hopeless > 0 ? [`${formatCount(hopeless)} of them cannot be copied unless they are changed first`] : [];
    return failed > limits.mostFailed
      ? fail(
          says,
          `${[look, ...retry, ...rename].join("; ")}. What you can do without: --most-failed ${failed}`,
        )
      : warn(`${says}, at most ${formatCount(limits.mostFailed)} may`, look);
  },
};

const FOREIGN: readonly RecordCode[] = [
  "BOTH_CHANGED",
  "DESTINATION_CHANGED",
  "DESTINATION_DELETED",
  "DESTINATION_NOT_OURS",
  "DESTINATION_TAKEN",
];

/** Before the switch nobody but the fleet should write to the destination. */
export const foreignWrites: Gate = {
  name: "foreign writes",
  async ask({ summary }) {
    if (summary === undefined) return undefined;
    const found = FOREIGN.flatMap((code) => {
      const count = summary.tally.codes[code] ?? 0;
      return count === 0 ? [] : [`${formatCount(count)} ${code}`];
    });
    return found.length === 0
      ? pass("nobody but the fleet has written to the destination")
      : warn(
          `somebody else writes to the destination: ${found.join(", ")}; theirs is kept`,
          "find out who does before the switch; after it, it is the application",
        );
  },
};
