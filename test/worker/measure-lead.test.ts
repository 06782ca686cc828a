import { expect, it } from "vitest";
import { createLeadMeter } from "../../worker/measure-lead.ts";
import { FakeClock } from "../support/fake-clock.ts";

it("is twice what the last partition took to be listed, at most half a minute", async () => {
  const clock = new FakeClock();
  const lead = createLeadMeter(clock);
  const list = async (ms: number): Promise<number> => {
    const listed = lead.claimed();
    await clock.advance(ms);
    listed();
    return lead.leadMs;
  };

  expect(lead.leadMs).toBe(1_000);
  expect(await list(3_000)).toBe(6_000);
  expect(await list(300_000)).toBe(30_000);
});

it("forgets a slow one only after several others", async () => {
  const clock = new FakeClock();
  const lead = createLeadMeter(clock);
  const slow = lead.claimed();
  await clock.advance(10_000);
  slow();

  lead.claimed()();
  expect(lead.leadMs).toBe(16_000);
  for (let partition = 0; partition < 20; partition++) lead.claimed()();
  expect(lead.leadMs).toBeLessThan(500);
});
