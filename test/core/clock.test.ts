import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../core/clock.ts";

describe("the machine's clock", () => {
  it("ends a sleep with the signal's reason as soon as the signal aborts", async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(3_600_000, controller.signal);
    controller.abort(new Error("drained"));
    await expect(sleep).rejects.toThrow("drained");
  });

  it("does not begin to sleep once the signal has aborted", async () => {
    await expect(systemClock.sleep(3_600_000, AbortSignal.abort(new Error("drained")))).rejects.toThrow(
      "drained",
    );
  });

  it("leaves no listener behind on a signal that outlives the sleep", async () => {
    const { signal } = new AbortController();
    await Promise.all([systemClock.sleep(0, signal), systemClock.sleep(1, signal)]);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
