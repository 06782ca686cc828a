import { describe, expect, it } from "vitest";
import { backoffMs, RetryBudget } from "../../core/retry.ts";
import { FakeClock } from "../support/fake-clock.ts";

describe("backoffMs", () => {
  it("doubles its ceiling from 0.2 s to 30 s", () => {
    const ceilings = Array.from({ length: 10 }, (_, index) => backoffMs(index + 1, () => 1));

    expect(ceilings).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000]);
  });

  it("may be anything below the ceiling", () => {
    expect(backoffMs(3, () => 0)).toBe(0);
    expect(backoffMs(3, () => 0.25)).toBe(200);
  });

  it("adds what the service asked for, up to 30 s", () => {
    expect(backoffMs(1, () => 0.5, 5_000)).toBe(5_100);
    expect(backoffMs(1, () => 0.5, 3_600_000)).toBe(30_100);
  });
});

describe("RetryBudget", () => {
  const { signal } = new AbortController();

  it("lets a burst pass, then one a second", async () => {
    const clock = new FakeClock();
    const budget = new RetryBudget(clock);
    let spent = 0;
    const spend = async (): Promise<void> => {
      await budget.spend(signal);
      spent++;
    };

    for (let n = 0; n < 100; n++) void spend();
    await clock.advance(0);
    expect(spent).toBe(64);

    await clock.advance(10_000);
    expect(spent).toBe(74);
  });

  it("earns one retry with ten successes", async () => {
    const clock = new FakeClock();
    const budget = new RetryBudget(clock);
    for (let n = 0; n < 64; n++) await budget.spend(signal);

    for (let n = 0; n < 20; n++) budget.succeeded();
    await budget.spend(signal);
    await clock.advance(10);
    await clock.runUntilSettled(budget.spend(signal));

    expect(clock.monotonicMs()).toBeLessThan(100);
  });

  it("stops waiting when the signal aborts", async () => {
    const clock = new FakeClock();
    const budget = new RetryBudget(clock);
    for (let n = 0; n < 64; n++) await budget.spend(signal);
    const aborted = new AbortController();

    const waiting = budget.spend(aborted.signal);
    aborted.abort(new Error("drained"));

    await expect(waiting).rejects.toThrow("drained");
  });
});
