import { describe, expect, it } from "vitest";
import { createIdleRest } from "../../worker/idle-rest.ts";

const LEASE_MS = 60_000;

describe("a worker without work looks for some again", () => {
  it.for([
    { live: 1, firstMs: 100 },
    { live: 8, firstMs: 100 },
    { live: 36, firstMs: 450 },
    { live: 1_000, firstMs: 1_000 },
  ])("after $firstMs ms at first where $live are alive", ({ live, firstMs }) => {
    expect(createIdleRest(LEASE_MS).next(live)).toBe(firstMs);
  });

  it("later each time, up to a quarter of the lease", () => {
    const rest = createIdleRest(LEASE_MS);
    const restsMs = Array.from({ length: 20 }, () => rest.next(8));
    expect(restsMs.slice(0, 3)).toEqual([100, 150, 225]);
    expect(restsMs.at(-1)).toBe(LEASE_MS / 4);
  });

  it("soon again once it had work", () => {
    const rest = createIdleRest(LEASE_MS);
    rest.next(8);
    rest.next(8);
    expect(rest.isFirst).toBe(false);
    rest.over();
    expect(rest.isFirst).toBe(true);
    expect(rest.next(8)).toBe(100);
  });

  it("never later at first than its lease allows", () => {
    expect(createIdleRest(6_000).next(1_000)).toBe(500);
  });
});
