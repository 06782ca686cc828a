import { FerryError } from "../core/errors.ts";
import { rangesAscend, rangesTile, WHOLE_KEY_SPACE } from "../core/key-range.ts";
import { addTallies, EMPTY_TALLY, tallyAddsUp, type Tally } from "../core/outcome.ts";
import { decodeJson } from "../core/protocol/codec.ts";
import { completionMarkerSchema, type CompletionMarker } from "../core/protocol/completion-marker.ts";
import type { JobRecord } from "../core/protocol/job.ts";
import type { JobKeys } from "../core/protocol/keys.ts";
import type { Child } from "../core/protocol/partition.ts";
import type { ReliableControl } from "./reliable-control.ts";

/** What a step of the walk found. */
export type WalkResult =
  | { readonly complete: true; readonly partitions: number; readonly tally: Tally }
  /** Partitions without a completion marker, as far as the step came across them. */
  | {
      readonly complete: false;
      readonly partitions: number;
      readonly tally: Tally;
      readonly missing: readonly string[];
      /** Whether the step stopped for its limit of requests, so that another may get further at once. */
      readonly more: boolean;
    };

/** When a step stops although there is more to ask for: after so many requests, or so many missing markers. */
export interface StepLimits {
  readonly gets: number;
  readonly missing: number;
}

/**
 * A proof in the making; it goes on where the last step stopped, and asks again only for completion markers that
 * were missing. One step at a time; after one that was rejected the walk is of no use any more.
 */
export interface CompletionWalk {
  step(signal: AbortSignal, limits?: StepLimits): Promise<WalkResult>;
}

const GETS_AT_ONCE = 32;

/**
 * Proves by GETs alone that the job is complete: from the roots in job.json, which must tile the key space,
 * every partition has a completion marker for exactly the range its parent gave it, its own part and its
 * children tile that range, and its tally adds up and counts as many objects as its ledger has lines.
 * COVERAGE_BROKEN names the first completion marker of which that is not so. Memory is bounded by the width of
 * the tree of splits along one path. `onMarker` sees every completion marker once, in no particular order.
 */
export function startCompletionWalk(options: {
  readonly job: JobRecord;
  readonly keys: JobKeys;
  readonly control: Pick<ReliableControl, "get">;
  readonly onMarker?: (completionMarker: CompletionMarker) => Promise<void> | void;
}): CompletionWalk {
  const { job, keys, control, onMarker } = options;
  checkRoots(job, keys);
  const stack: Child[] = [...job.roots].reverse();
  let partitions = 0;
  let tally = EMPTY_TALLY;

  return {
    async step(signal, limits = { gets: Infinity, missing: GETS_AT_ONCE }) {
      const missing: Child[] = [];
      let gets = 0;
      // Once enough is missing the job is not complete, and the rest of the walk can wait.
      while (stack.length > 0 && gets < limits.gets && missing.length < limits.missing) {
        const batch = stack.splice(-GETS_AT_ONCE);
        gets += batch.length;
        const markers = await Promise.all(
          batch.map(async (child) => {
            const key = keys.done(child.partitionId);
            const found = await control.get(key, signal);
            return found === undefined ? undefined : decodeJson(completionMarkerSchema, key, found.body);
          }),
        );
        for (const [index, child] of batch.entries()) {
          const completionMarker = markers[index];
          if (completionMarker === undefined) {
            missing.push(child);
            continue;
          }
          checkCompletionMarker(completionMarker, child, keys.done(child.partitionId));
          await onMarker?.(completionMarker);
          partitions++;
          tally = addTallies(tally, completionMarker.tally);
          stack.push(...completionMarker.children);
        }
      }
      const more = stack.length > 0 && missing.length < limits.missing;
      stack.unshift(...missing);
      if (stack.length === 0) return { complete: true, partitions, tally };
      const names = missing.map((child) => child.partitionId);
      return { complete: false, partitions, tally, missing: names, more };
    },
  };
}

/** COVERAGE_BROKEN unless the roots in job.json tile the key space; a sample's are what it is a sample of. */
export function checkRoots(job: JobRecord, keys: JobKeys): void {
  const { work } = job.spec;
  const ranges = job.roots.map((root) => root.range);
  const isSample = work.kind === "copy" && work.sample !== undefined;
  if (isSample ? !rangesAscend(ranges) : !rangesTile(WHOLE_KEY_SPACE, ranges)) {
    throw new FerryError("COVERAGE_BROKEN", `the roots in ${keys.job} do not tile the key space`);
  }
}

/** COVERAGE_BROKEN unless the completion marker is for the range its parent gave away, tiles it and adds up. */
export function checkCompletionMarker(completionMarker: CompletionMarker, child: Child, key: string): void {
  const { partitionId, range, cut, children, tally, ledger } = completionMarker;
  const broken = (problem: string): FerryError =>
    new FerryError("COVERAGE_BROKEN", `${key}: ${problem}; do not rely on this job, start a new one`);
  if (partitionId !== child.partitionId) throw broken(`it is about partition ${partitionId}`);
  if (range.after !== child.range.after || range.upTo !== child.range.upTo) {
    throw broken("it is for another range than its parent gave away");
  }
  const own = { after: range.after, upTo: cut ?? range.upTo };
  if (!rangesTile(range, [own, ...children.map((each) => each.range)])) {
    throw broken("its own part and its children do not tile its range");
  }
  if (!tallyAddsUp(tally)) throw broken("its outcomes do not add up to the objects it listed");
  if (tally.listed !== ledger.lines) throw broken("its ledger has not one line for each object listed");
}
