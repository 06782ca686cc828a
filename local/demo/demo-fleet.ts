/** What the demonstration needs of a fleet, however its workers came to be. */
export interface DemoFleet {
  /** The job that the workers work on. */
  readonly jobId: string;
  /** Ends the worker of this name at once, without any warning; resolves to what happened, for people. */
  kill(workerName: string): Promise<string>;
  /** Resolves when there is nothing more to wait for; `complete` says that the job is. Resolves to how the workers ended. */
  finish(complete: Promise<void>): Promise<string>;
  /** Takes down what is still there. */
  stop(): Promise<void>;
}

/** Names of the buckets of the demonstration. */
export interface DemoBuckets {
  readonly source: string;
  readonly destination: string;
  readonly control: string;
}

/** How the job of the demonstration differs from a real one: its partitions and its lease are short, as it is. */
export const DEMO_JOB = {
  leaseSeconds: 4,
  taskObjectCountLimit: 1000,
  taskObjectSizeLimitMB: 64,
} as const;
