/** The only place that builds keys of the control bucket. README.md beside this file says what each object is. */

const PARTITION_ID = /^[0-9a-f]{12}$/u;
const WORKER_ID = /^[a-z0-9][a-z0-9-]{0,62}$/u;
const JOB_ID = /^[A-Za-z0-9_-]{1,128}$/u;

const EPOCH_DIGITS = 6;

/** Below it lies every job. */
export const JOBS_PREFIX = "jobs/";

/** Builds the keys of one job. */
export interface JobKeys {
  readonly root: string;
  readonly job: string;
  readonly control: string;
  readonly summary: string;
  readonly openPrefix: string;
  readonly workersPrefix: string;
  readonly bootPrefix: string;
  manifest(partitionId: string): string;
  open(partitionId: string): string;
  claimsPrefix(partitionId: string): string;
  claim(partitionId: string, epoch: number): string;
  worker(workerId: string): string;
  split(partitionId: string): string;
  ledger(partitionId: string, epoch: number): string;
  done(partitionId: string): string;
  /** `name` is `uploadRecordName` of the source's key. */
  upload(partitionId: string, epoch: number, name: string): string;
  /** `name` is `sharingName` of the upload's id. */
  sharing(partitionId: string, name: string): string;
  /** A key of its own for each start-up self-test. */
  selfTest(nonce: string): string;
  /** Where an instance reports a stage of its boot; see `BOOT_STAGES`. */
  bootEvent(instanceId: string, stage: string): string;
}

/** The keys of the job with this id. The id must match `isJobId`. */
export function jobKeys(jobId: string): JobKeys {
  const root = `${JOBS_PREFIX}${jobId}/`;
  return {
    root,
    job: `${root}job.json`,
    control: `${root}control.json`,
    summary: `${root}summary.json`,
    openPrefix: `${root}open/`,
    workersPrefix: `${root}workers/`,
    bootPrefix: `${root}boot/`,
    manifest: (partitionId) => `${root}manifest/${partitionId}.json`,
    open: (partitionId) => `${root}open/${partitionId}`,
    claimsPrefix: (partitionId) => `${root}claims/${partitionId}/`,
    claim: (partitionId, epoch) =>
      `${root}claims/${partitionId}/${String(epoch).padStart(EPOCH_DIGITS, "0")}`,
    worker: (workerId) => `${root}workers/${workerId}`,
    split: (partitionId) => `${root}splits/${partitionId}.json`,
    ledger: (partitionId, epoch) => `${root}ledger/${partitionId}.${epoch}.jsonl.gz`,
    done: (partitionId) => `${root}done/${partitionId}.json`,
    upload: (partitionId, epoch, name) => `${root}uploads/${partitionId}/${epoch}/${name}.json`,
    sharing: (partitionId, name) => `${root}shared/${partitionId}/${name}.json`,
    selfTest: (nonce) => `${root}self-test/${nonce}`,
    bootEvent: (instanceId, stage) => `${root}boot/${instanceId}/${stage}.json`,
  };
}

/** Whether this may be a job id: 1 to 128 letters, digits, `_` or `-`. */
export function isJobId(text: string): boolean {
  return JOB_ID.test(text);
}

/** Whether this may be a partition id: 12 hex digits, random, so that keys spread over the bucket's index. */
export function isPartitionId(text: string): boolean {
  return PARTITION_ID.test(text);
}

/** Whether this may be a worker id. */
export function isWorkerId(text: string): boolean {
  return WORKER_ID.test(text);
}

/** The last segment of a control key: the partition or worker id it is about. */
export function lastSegment(key: string): string {
  return key.slice(key.lastIndexOf("/") + 1);
}

/** The epoch that a claim's key names, or undefined when it is no claim's key. */
export function epochOfClaim(key: string): number | undefined {
  const digits = lastSegment(key);
  return /^\d{6,}$/u.test(digits) ? Number(digits) : undefined;
}
