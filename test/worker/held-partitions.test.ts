import { expect, it } from "vitest";
import { EMPTY_TALLY } from "../../core/outcome.ts";
import { createHeldPartitions } from "../../worker/held-partitions.ts";
import { FakeClock } from "../support/fake-clock.ts";

const [A, B] = [
  { partitionId: "00000000000a", epoch: 1 },
  { partitionId: "00000000000b", epoch: 2 },
];

it("shows of each partition how long it is held and, once it is listed, how far it is", async () => {
  const clock = new FakeClock();
  const held = createHeldPartitions(clock);
  held.add(A);
  await clock.advance(2_000);
  held.add(B);
  held.listed(A, { objects: 3, bytes: 30, settled: 1 });
  held.finished(A);
  await clock.advance(1_000);

  expect(held.snapshot()).toMatchObject({
    held: [
      { ...A, heldMs: 3_000, listed: 3, finished: 2 },
      { ...B, heldMs: 1_000 },
    ],
    inProgress: { listed: 3, listedBytes: 30 },
    finishedObjects: 2,
  });
  expect(held.snapshot().held[1]).not.toHaveProperty("listed");
});

it("counts what is finished beyond the partition's end, and completed partitions only once they are", () => {
  const held = createHeldPartitions(new FakeClock());
  held.add(A);
  held.finished(A);
  held.remove(A, { ...EMPTY_TALLY, listed: 1 });
  held.add(B);
  held.remove(B);

  expect(held.snapshot()).toMatchObject({
    held: [],
    completedPartitions: 1,
    completed: { listed: 1 },
    finishedObjects: 1,
  });
});
