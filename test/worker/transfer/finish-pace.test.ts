import { expect, it } from "vitest";
import { FinishPace } from "../../../worker/transfer/finish-pace.ts";
import { FakeClock } from "../../support/fake-clock.ts";

it("expects as many in the next seconds as in the last ones", async () => {
  const clock = new FakeClock();
  const pace = new FinishPace(clock);
  expect(pace.within(10_000)).toBe(0);

  for (let n = 0; n < 1_000; n++) {
    await clock.advance(10);
    pace.finished();
  }
  expect(pace.within(1_000)).toBeGreaterThan(95);
  expect(pace.within(1_000)).toBeLessThan(105);

  await clock.advance(10_000);
  expect(pace.within(1_000)).toBe(0);
});
