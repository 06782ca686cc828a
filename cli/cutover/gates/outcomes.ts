import type { RecordCode } from "../../../core/record-codes.ts";
import { counted, formatCount } from "../../format.ts";
import { fail, pass, warn } from "../../checks/finding.ts";
import type { Gate } from "../gate.ts";

/** Nothing may be left that could not be copied. */
export const failures: Gate = {
  name: "failures",
  async ask({ summary }) {
    if (summary === undefined) return undefined;
    const { failed } = summary.tally.outcomes;
    return failed === 0
      ? pass("no object failed")
      : fail(
          `${counted(failed, "object")} failed`,
          "docs/runbook.md says what to do about their codes; then oss-ferry redrive and one more delta",
        );
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
