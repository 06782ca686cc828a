import { counted, formatCount } from "../../format.ts";
import { fail, pass, warn } from "../../checks/finding.ts";
import type { Gate } from "../gate.ts";

const MOST_UPLOADS = 10_000;

const ONE_MORE = "oss-ferry cutover fence stops them after the switch; then one more delta";

/** H10: an upload that is open now can be completed at the source after the switch, and is dated before it. */
export const openUploads: Gate = {
  name: "open uploads",
  async ask({ job, buckets }, signal) {
    const { uploads, more } = await buckets.sourceConfiguration.openUploads({
      prefix: job.spec.srcPrefix,
      most: MOST_UPLOADS,
      signal,
    });
    if (uploads.length === 0) return pass("no multipart upload is open at the source");
    const oldest = uploads.reduce((a, b) => (b.initiatedMs < a.initiatedMs ? b : a));
    const count = `${more ? "more than " : ""}${formatCount(uploads.length)}`;
    return warn(
      `${count} multipart uploads are open at the source, the oldest since ${new Date(oldest.initiatedMs).toISOString()} (${oldest.key})`,
      "let them be completed or aborted, or fence the source; what is completed later is for one more delta",
    );
  },
};

/** H10: whoever writes to the source now may do so after the switch. */
export const lateWriters: Gate = {
  name: "late writers",
  async ask({ summary, limits, lateWriters: ask }) {
    if (summary === undefined) return undefined;
    const late = await ask();
    if (late === undefined) {
      const { copied } = summary.tally.outcomes;
      return copied === 0
        ? pass("the last round found nothing new at the source; --late-writers looks since then")
        : warn(
            `the last round found ${formatCount(copied)} new or changed objects: the source is being written to`,
            `--late-writers counts what came since then; ${ONE_MORE}`,
          );
    }
    const among = late.complete ? "" : ` among the first ${formatCount(late.listed)} keys`;
    const says = `${counted(late.objects, "object")} ${late.objects === 1 ? "was" : "were"} written at the source since the last round began${among}`;
    if (late.objects > limits.mostChanged) {
      return fail(
        `${says}, more than ${formatCount(limits.mostChanged)}`,
        "run another delta, then check again",
      );
    }
    if (late.objects > 0) return warn(says, ONE_MORE);
    return late.complete
      ? pass(says)
      : warn(says, "not all of the bucket was listed in time; allow more by --late-writers SECONDS");
  },
};
