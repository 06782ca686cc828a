import type { PartSharing } from "../copy-engine.ts";
import type { JobContext } from "../job-context.ts";
import type { HeldPartition } from "../work-partition.ts";
import { gatherSpans } from "./gather-spans.ts";
import { shareUpload } from "./share-upload.ts";

/** What sharing needs of the worker besides the job. */
export interface SharingDeps {
  /** How many workers there are, this one included. */
  readonly liveWorkers: () => Promise<number>;
  /** Works on this very partition to its end, if it may be claimed now; says whether it was. */
  readonly workOn: (partitionId: string) => Promise<boolean>;
}

/** How the holder of a partition shares the huge objects in it with the fleet: one after the other. */
export function sharePartsOf(context: JobContext, held: HeldPartition, deps: SharingDeps): PartSharing {
  let last: Promise<void> = Promise.resolve();
  return {
    fromBytes: context.job.spec.hugeObjectSizeBytes,
    gather(upload, onParts, signal) {
      const gathered = last.then(async () => {
        const sharing = await shareUpload(context, held, upload, deps.liveWorkers, signal);
        await gatherSpans(context, sharing, deps.workOn, onParts, signal);
      });
      last = gathered.catch(() => undefined);
      return gathered;
    },
  };
}
