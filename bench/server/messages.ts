/** What the bench tells its server, and what the server reports back; sent over the child's IPC channel. */

import type { JobSpec } from "../../core/protocol/job.ts";

/** Objects of one size under one prefix: `<prefix>/<directory>/<number>`, a thousand to a directory. */
export interface ObjectGroup {
  readonly prefix: string;
  readonly count: number;
  readonly sizeBytes: number;
}

/** What the source holds and how the server behaves. */
export interface ServerScenario {
  /** In the order of their prefixes. */
  readonly groups: readonly ObjectGroup[];
  /** How long every answer is held back. */
  readonly latencyMs: number;
  /**
   * Bandwidth of one client (one access key id) from the source; absent = unlimited. The way to the other buckets
   * is not limited: an instance pays for its public bandwidth, and reaches OSS over the intranet.
   */
  readonly bytesPerSecondPerClient?: number;
  /** A full copy that is complete: the destination has all objects, the control bucket this job. */
  readonly copiedBefore?: JobSpec;
}

export const BUCKETS = ["source", "destination", "control"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** What happened since the scenario was set. */
export interface ServerReport {
  /** Requests by bucket and operation, for instance `requests.source.GetObject`. */
  readonly requests: Readonly<Record<Bucket, Readonly<Record<string, number>>>>;
  /** Distinct objects of the source that are whole in the destination, and their bytes. */
  readonly storedObjects: number;
  readonly storedBytes: number;
  /** From the first request of any client to the answer to the last write of an object. */
  readonly transferSeconds: number;
  /** From the first request of any client to the last one. */
  readonly activeSeconds: number;
  /** From the first request of any client to the last answer to a LIST of the source. */
  readonly listingSeconds: number;
  /** Keys in the answers to LISTs of the source. */
  readonly listedKeys: number;
  /** Share of one core that the server itself used while objects were listed or transferred. */
  readonly serverBusyShare: number;
  /** Bytes of the source that each client received, by access key id. */
  readonly sourceBytesByClient: Readonly<Record<string, number>>;
  /** Requests that the server could not make sense of; a run with any is void. */
  readonly problems: readonly string[];
}

export type ToServer =
  | { readonly kind: "scenario"; readonly scenario: ServerScenario }
  | { readonly kind: "report" };

export type FromServer =
  | { readonly kind: "listening"; readonly sourcePort: number; readonly destinationPort: number }
  | { readonly kind: "ready" }
  | { readonly kind: "report"; readonly report: ServerReport };
