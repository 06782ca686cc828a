import { expect, test } from "vitest";
import { readBoots } from "../../cli/read-boots.ts";
import type { BootEvent, BootStage } from "../../core/protocol/boot-event.ts";
import { encodeJson } from "../../core/protocol/codec.ts";
import { jobKeys } from "../../core/protocol/keys.ts";
import { MemoryBucket } from "../../storage/memory/bucket.ts";
import { MemoryControl } from "../../storage/memory/control.ts";

const keys = jobKeys("small-full");
const never = new AbortController().signal;

async function arrange(
  ...events: readonly (readonly [atSeconds: number, instanceId: string, stage: BootStage, more?: object])[]
): Promise<{ readonly control: MemoryControl; readonly gets: string[] }> {
  let nowMs = 0;
  const control = new MemoryControl(new MemoryBucket({ nowMs: () => nowMs }));
  for (const [atSeconds, instanceId, stage, more] of events) {
    nowMs = atSeconds * 1000;
    const event: BootEvent = {
      format: 1,
      stage,
      instanceId,
      worker: "worker-0",
      at: "2026-11-23T08:00:00Z",
      ...more,
    };
    await control.put(keys.bootEvent(instanceId, stage), encodeJson(event));
  }
  nowMs = 100_000;
  const gets: string[] = [];
  const get = control.get.bind(control);
  control.get = (key, signal) => {
    gets.push(key);
    return get(key, signal);
  };
  return { control, gets };
}

test("an instance stands where its newest event says", async () => {
  const { control, gets } = await arrange(
    [10, "i-a", "started"],
    [12, "i-a", "credentials"],
    [90, "i-b", "started"],
    [20, "i-a", "downloaded"],
  );

  const boots = await readBoots(control, "small-full", never);

  expect(boots).toEqual([
    { instanceId: "i-a", stage: "downloaded", sinceMs: 80_000 },
    { instanceId: "i-b", stage: "started", sinceMs: 10_000 },
  ]);
  expect(gets).toEqual([]);
});

test("a failed boot says why", async () => {
  const { control } = await arrange(
    [10, "i-a", "started"],
    [70, "i-a", "failed", { code: "ACCESS_DENIED", reason: "the worker's role may not do this" }],
  );

  const [boot] = await readBoots(control, "small-full", never);

  expect(boot).toMatchObject({
    stage: "failed",
    event: { code: "ACCESS_DENIED", reason: "the worker's role may not do this" },
  });
});

test("a failure that was overcome is not shown", async () => {
  const { control } = await arrange(
    [10, "i-a", "failed", { code: "NETWORK", reason: "it did not answer" }],
    [40, "i-a", "started"],
    [50, "i-a", "verified"],
  );

  const [boot] = await readBoots(control, "small-full", never);

  expect(boot).toEqual({ instanceId: "i-a", stage: "verified", sinceMs: 50_000 });
});

test("of the stages of one second the last counts", async () => {
  const { control } = await arrange(
    [10, "i-a", "verified"],
    [10, "i-a", "started"],
    [10, "i-a", "credentials"],
  );

  const [boot] = await readBoots(control, "small-full", never);

  expect(boot?.stage).toBe("verified");
});

test("an event that somebody edited still says its stage", async () => {
  const { control } = await arrange([10, "i-a", "stopped"]);
  await control.put(keys.bootEvent("i-a", "stopped"), Buffer.from("{"));

  const [boot] = await readBoots(control, "small-full", never);

  expect(boot).toEqual({ instanceId: "i-a", stage: "stopped", sinceMs: 0 });
});

test("any number of instances is read page by page", async () => {
  const events = Array.from(
    { length: 700 },
    (_, index) => [index % 60, `i-${String(index).padStart(4, "0")}`, "started"] as const,
  );
  const { control } = await arrange(
    ...events,
    ...events.map(([at, id]) => [at + 1, id, "verified"] as const),
  );

  const boots = await readBoots(control, "small-full", never);

  expect(boots).toHaveLength(700);
  expect(boots.every(({ stage }) => stage === "verified")).toBe(true);
});
