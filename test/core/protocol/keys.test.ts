import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  epochOfClaim,
  isJobId,
  isPartitionId,
  isWorkerId,
  jobKeys,
  lastSegment,
} from "../../../core/protocol/keys.ts";

const anyJobId = fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/u);
const anyPartitionId = fc.stringMatching(/^[0-9a-f]{12}$/u);
const anyWorkerId = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/u);
const anyEpoch = fc.integer({ min: 1, max: 999_999 });

describe("control keys", () => {
  it("give partition, worker and epoch back", () => {
    fc.assert(
      fc.property(anyJobId, anyPartitionId, anyWorkerId, anyEpoch, (jobId, partitionId, workerId, epoch) => {
        const keys = jobKeys(jobId);
        expect(lastSegment(keys.open(partitionId))).toBe(partitionId);
        expect(lastSegment(keys.worker(workerId))).toBe(workerId);
        expect(epochOfClaim(keys.claim(partitionId, epoch))).toBe(epoch);
        expect(keys.claim(partitionId, epoch).startsWith(keys.claimsPrefix(partitionId))).toBe(true);
      }),
    );
  });

  it("list the claims of a partition in the order of their epochs", () => {
    fc.assert(
      fc.property(anyEpoch, anyEpoch, (a, b) => {
        const keys = jobKeys("j");
        expect(keys.claim("0123456789ab", a) < keys.claim("0123456789ab", b)).toBe(a < b);
      }),
    );
  });

  it("never name two things the same", () => {
    const args = fc.tuple(anyPartitionId, anyEpoch, anyWorkerId);
    const all = ([partitionId, epoch, workerId]: [string, number, string]): string[] => {
      const keys = jobKeys("j");
      return [
        keys.job,
        keys.control,
        keys.summary,
        keys.manifest(partitionId),
        keys.open(partitionId),
        keys.claim(partitionId, epoch),
        keys.worker(workerId),
        keys.split(partitionId),
        keys.ledger(partitionId, epoch),
        keys.done(partitionId),
        keys.upload(partitionId, epoch, "0".repeat(32)),
        keys.sharing(partitionId, "0".repeat(32)),
        keys.selfTest(partitionId),
      ];
    };
    fc.assert(
      fc.property(args, (each) => {
        const names = all(each);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it("keep everything of a job below its root, so that a role can be limited to it", () => {
    const keys = jobKeys("j");
    const names = [
      keys.job,
      keys.control,
      keys.summary,
      keys.openPrefix,
      keys.workersPrefix,
      keys.done("0".repeat(12)),
    ];
    expect(names.every((name) => name.startsWith("jobs/j/"))).toBe(true);
  });

  it("know an epoch from anything else that lies beside it", () => {
    expect(
      ["claims/p/000001", "claims/p/1000000", "claims/p/1", "claims/p/x", "claims/p/"].map(epochOfClaim),
    ).toEqual([1, 1_000_000, undefined, undefined, undefined]);
  });
});

describe("ids", () => {
  it.for([
    [isJobId, ["2026-11_full", "J"], ["", "a/b", "a b", "é", "x".repeat(129)]],
    [isPartitionId, ["0123456789ab"], ["0123456789a", "0123456789AB", "0123456789abc", ""]],
    [isWorkerId, ["w", "worker-0-1a2b"], ["-w", "W", "w/x", "", "w".repeat(64)]],
  ] as const)("are only what a key can hold", ([isId, good, bad]) => {
    expect(good.map(isId)).toEqual(good.map(() => true));
    expect(bad.map(isId)).toEqual(bad.map(() => false));
  });
});
