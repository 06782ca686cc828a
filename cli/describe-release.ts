import { counted } from "./format.ts";
import { isAlive, type Progress } from "./read-progress.ts";

/** Whether a fleet can be released, in words for whoever is about to. */
export interface Release {
  readonly working: boolean;
  readonly sentence: string;
}

/** What releasing the fleet of this job would mean now. */
export function describeRelease({ job, summary, workers, ...progress }: Progress): Release {
  const { jobId } = job.spec;
  if (summary !== undefined) return { working: false, sentence: `${jobId} is complete.` };
  const alive = workers.filter(isAlive).length;
  if (alive === 0) return { working: false, sentence: `${jobId} is not complete, but nobody works on it.` };
  const open = `${progress.openPartitions}${progress.moreOpen ? " or more" : ""}`;
  return {
    working: true,
    sentence:
      `${jobId} is still being worked on: ${counted(alive, "worker")}, ${counted(progress.heldPartitions, "partition")} held, ${open} open. ` +
      "Nothing is lost when the fleet goes; the next deploy goes on where it stopped. " +
      "To destroy it now, set FERRY_RELEASE=working and repeat the command.",
  };
}
