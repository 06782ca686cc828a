import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDead } from "../../../core/protocol/heartbeat.ts";

const LEASE_MS = 60_000;
const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

describe("isDead", () => {
  it("never buries a worker whose heartbeat is younger than the lease, however the stamps were rounded", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: LEASE_MS }), (beatAtMs, ageMs) => {
        const stamps = {
          lastModifiedMs: wholeSeconds(beatAtMs),
          serverDateMs: wholeSeconds(beatAtMs + ageMs),
        };
        expect(isDead({ ...stamps, state: "working", leaseMs: LEASE_MS })).toBe(false);
      }),
    );
  });

  it("buries it no later than two seconds and a bit after the lease", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (beatAtMs) => {
        const stamps = {
          lastModifiedMs: wholeSeconds(beatAtMs),
          serverDateMs: wholeSeconds(beatAtMs + LEASE_MS + 2_001),
        };
        expect(isDead({ ...stamps, state: undefined, leaseMs: LEASE_MS })).toBe(true);
      }),
    );
  });

  it.for(["working", "idle", "draining", undefined] as const)(
    "takes %s for alive while the lease runs",
    (state) => {
      expect(isDead({ state, lastModifiedMs: 0, serverDateMs: 0, leaseMs: LEASE_MS })).toBe(false);
    },
  );

  it("takes a worker at its word that it left", () => {
    expect(isDead({ state: "left", lastModifiedMs: 0, serverDateMs: 0, leaseMs: LEASE_MS })).toBe(true);
  });
});
