import { describe, expect, it } from "vitest";
import { encodeJson } from "../../core/protocol/codec.ts";
import type { Child } from "../../core/protocol/partition.ts";
import type { Summary } from "../../core/protocol/summary.ts";
import { completePartition } from "../../worker/complete-partition.ts";
import { createSummarizer } from "../../worker/summarize-job.ts";
import { createFleetWatch } from "../../worker/watch-fleet.ts";
import {
  forever,
  LEASE_MS,
  protocolWorld,
  ROOT,
  watched,
  type ProtocolWorld,
} from "../support/protocol-world.ts";

interface Summarizing extends ProtocolWorld {
  readonly requests: string[];
  summarizeAs(workerId: string): Promise<Summary | undefined>;
  completeRoot(): Promise<void>;
  claimed(workerId: string): void;
}

const OTHER = "00000000000b";

function summarizing(roots?: readonly Child[]): Summarizing {
  const requests: string[] = [];
  const world = protocolWorld({
    ...(roots === undefined ? {} : { roots }),
    control: (store) =>
      watched(store, (operation, key) => void requests.push(`${operation} ${key.slice(9)}`)),
  });
  const { context, clock } = world;
  return {
    ...world,
    requests,
    summarizeAs: async (workerId) => {
      const view = await clock.runUntilSettled(createFleetWatch(context).workers(0, forever));
      requests.length = 0;
      const progress = await clock.runUntilSettled(
        createSummarizer(context, workerId).summarize(view, forever),
      );
      return progress.kind === "complete" ? progress.summary : undefined;
    },
    completeRoot: async () => {
      const root = { partitionId: ROOT, range: { after: null, upTo: null }, parentId: null };
      await clock.runUntilSettled(completePartition(context, "w", root, 1, undefined, [], 0, forever));
    },
    claimed: (workerId) =>
      void world.bucket.put(
        context.keys.claim(ROOT, 1),
        encodeJson({ partitionId: ROOT, epoch: 1, workerId, nonce: "n" }),
      ),
  };
}

describe("an idle worker", () => {
  it("writes the summary once it has proved the job complete", async () => {
    const world = summarizing();
    world.beat("a", { state: "idle" });
    await world.completeRoot();
    expect(await world.summarizeAs("a")).toMatchObject({ jobId: "job", partitions: 1, provedBy: "a" });
    expect(world.stored()).toContain("summary.json");
  });

  it("takes another's summary as it stands", async () => {
    const world = summarizing();
    world.beat("a", { state: "idle" });
    await world.completeRoot();
    const first = await world.summarizeAs("a");
    expect(await world.summarizeAs("b")).toEqual(first);
  });

  it.for(["idle", "working", "draining"] as const)(
    "does not walk while a worker that is %s comes before it in the order of ids",
    async (state) => {
      const world = summarizing();
      world.beat("a", { state });
      world.beat("b", { state: "idle" });
      await world.completeRoot();
      expect(await world.summarizeAs("b")).toBeUndefined();
      expect(world.requests).toEqual(["get summary.json", "get workers/a"]);
    },
  );

  it("walks at once when all who come before it have left", async () => {
    const world = summarizing();
    for (const id of ["a", "b", "c"]) world.beat(id, { state: "left" });
    world.beat("d", { state: "idle" });
    await world.completeRoot();
    expect(await world.summarizeAs("d")).toMatchObject({ provedBy: "d" });
  });

  it("walks in place of one that stood first and died", async () => {
    const world = summarizing();
    world.beat("a", { state: "idle" });
    await world.clock.advance(LEASE_MS + 1_000);
    world.beat("b", { state: "idle" });
    await world.completeRoot();
    expect(await world.summarizeAs("b")).toMatchObject({ provedBy: "b" });
  });

  it("asks for the summary alone, when it is one of a thousand", async () => {
    const world = summarizing();
    for (let n = 0; n < 1_000; n++) world.beat(`w${String(n).padStart(4, "0")}`, { state: "idle" });
    await world.summarizeAs("w0999");
    expect(world.requests).toEqual(["get summary.json"]);
  });
});

describe("a partition that fell through the net", () => {
  it("is opened again when nobody ever claimed it", async () => {
    const world = summarizing();
    world.beat("a", { state: "idle" });
    expect(await world.summarizeAs("a")).toBeUndefined();
    expect(world.stored()).toContain(`open/${ROOT}`);
  });

  it("is opened again when its holder is dead", async () => {
    const world = summarizing();
    world.claimed("dead");
    world.beat("a", { state: "idle" });
    await world.summarizeAs("a");
    expect(world.stored()).toContain(`open/${ROOT}`);
  });

  it("is left to its holder while that one lives", async () => {
    const world = summarizing();
    world.claimed("holder");
    world.beat("holder");
    world.beat("a", { state: "idle" });
    await world.summarizeAs("a");
    expect(world.stored()).not.toContain(`open/${ROOT}`);
  });

  it("ends the walk when its claims cannot be read and nothing else is missing", async () => {
    const world = summarizing();
    world.bucket.put(world.context.keys.claim(ROOT, 1), Buffer.from("nonsense"));
    world.beat("a", { state: "idle" });
    await expect(world.summarizeAs("a")).rejects.toMatchObject({ code: "CONTROL_OBJECT_UNREADABLE" });
  });

  it("does not end the walk while others are missing that can be worked on", async () => {
    const world = summarizing([
      { partitionId: ROOT, range: { after: null, upTo: "m" } },
      { partitionId: OTHER, range: { after: "m", upTo: null } },
    ]);
    world.bucket.put(world.context.keys.claim(ROOT, 1), Buffer.from("nonsense"));
    world.beat("a", { state: "idle" });
    expect(await world.summarizeAs("a")).toBeUndefined();
    expect(world.stored()).toContain(`open/${OTHER}`);
  });
});

describe("the first worker in the order of ids", () => {
  it("proves the job beside its work, so that the end finds it done", async () => {
    const world = summarizing();
    world.beat("a");
    await world.completeRoot();
    const summarizer = createSummarizer(world.context, "a");
    await world.clock.runUntilSettled(summarizer.prepare({ live: ["a", "b"], silent: [] }, forever));
    expect(await world.summarizeAs("b")).toMatchObject({ partitions: 1, provedBy: "a" });
    expect(world.requests).toEqual(["get summary.json"]);
  });

  it("is the only one that does", async () => {
    const world = summarizing();
    world.beat("a");
    const summarizer = createSummarizer(world.context, "b");
    await world.clock.runUntilSettled(summarizer.prepare({ live: ["a", "b"], silent: [] }, forever));
    expect(world.requests).toEqual(["get workers/a"]);
  });

  it("opens a partition that fell through the net, although it is busy itself", async () => {
    const world = summarizing();
    const summarizer = createSummarizer(world.context, "a");
    await world.clock.runUntilSettled(summarizer.prepare({ live: ["a"], silent: [] }, forever));
    expect(world.stored()).toContain(`open/${ROOT}`);
  });

  it("does not end over a proof that fails before it is due, but with it when it is", async () => {
    const world = summarizing();
    world.bucket.put(world.context.keys.done(ROOT), Buffer.from("nonsense"));
    const summarizer = createSummarizer(world.context, "a");
    const view = { live: ["a"], silent: [] };
    await world.clock.runUntilSettled(summarizer.prepare(view, forever));
    const due = world.clock.runUntilSettled(summarizer.summarize(view, forever));
    await expect(due).rejects.toMatchObject({ code: "CONTROL_OBJECT_UNREADABLE" });
  });
});
