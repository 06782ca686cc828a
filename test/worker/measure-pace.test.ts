import { expect, it } from "vitest";
import { createPaceMeter } from "../../worker/measure-pace.ts";
import { FakeClock } from "../support/fake-clock.ts";

it("measures since the beginning at first, then over the last minute", async () => {
  const clock = new FakeClock();
  const measure = createPaceMeter(clock);
  expect(measure(0, 0)).toBeUndefined();

  await clock.advance(10_000);
  expect(measure(1_000, 5)).toEqual({ overMs: 10_000, bytesPerSecond: 100, objectsPerSecond: 0.5 });
  for (let second = 0; second < 60; second += 10) {
    await clock.advance(10_000);
    measure(1_000, 5);
  }

  expect(measure(1_000, 5)).toEqual({ overMs: 60_000, bytesPerSecond: 0, objectsPerSecond: 0 });
});

it("has a pace for those who look rarely", async () => {
  const clock = new FakeClock();
  const measure = createPaceMeter(clock);
  for (const bytes of [0, 600_000, 1_200_000]) {
    await clock.advance(600_000);
    measure(bytes, 0);
  }
  expect(measure(1_200_000, 0)).toMatchObject({ overMs: 600_000, bytesPerSecond: 1_000 });
});
