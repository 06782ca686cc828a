import { describe, expect, it } from "vitest";
import { decodeJson } from "../../core/protocol/codec.ts";
import { jobRecordSchema, type JobRecord, type JobSpec } from "../../core/protocol/job.ts";
import type { ListPage, SourceStore } from "../../storage/ports.ts";
import { joinJob } from "../../worker/join-job.ts";
import { forever, protocolWorld, specOf, type ProtocolWorld } from "../support/protocol-world.ts";

const LEASE_MS = 60_000;

const join = (world: ProtocolWorld, spec: Partial<JobSpec> = {}): Promise<JobRecord> =>
  world.clock.runUntilSettled(joinJob(specOf(spec), LEASE_MS, world.context, forever));

/** A source that answers with these pages, whatever it is asked. */
const pagesOf = (pages: readonly ListPage[]) => (): Pick<SourceStore, "list"> => {
  let index = 0;
  return { list: async () => pages[index++] ?? { objects: [], serverDateMs: 0 } };
};

const OBJECT = { key: "a", sizeBytes: 1, etag: "e", lastModifiedMs: 0, storageClass: "STANDARD" };

describe("the first worker", () => {
  it("creates the job: the manifest of its root, then job.json, then the hint that the root is open", async () => {
    const world = protocolWorld({ sourceKeys: ["a"] });
    const job = await join(world);
    const root = job.roots[0]?.partitionId ?? "";
    expect(world.stored()).toEqual(["job.json", `manifest/${root}.json`, `open/${root}`]);
    expect(job.roots).toEqual([{ partitionId: root, range: { after: null, upTo: null } }]);
    expect(world.logged.map(({ event }) => event)).toEqual(["job.created"]);
  });

  it("takes T1 from the source's clock at its first answer, not from its own", async () => {
    const pages = [
      { objects: [], nextToken: "1", serverDateMs: 5_000 },
      { objects: [OBJECT], serverDateMs: 9_000 },
    ];
    const job = await join(protocolWorld({ source: pagesOf(pages) }));
    expect(job.startedAtSourceMs).toBe(5_000);
  });

  it("does not take empty pages that go on for an empty source", async () => {
    const pages = [
      { objects: [], nextToken: "1", serverDateMs: 0 },
      { objects: [], nextToken: "2", serverDateMs: 0 },
      { objects: [OBJECT], serverDateMs: 0 },
    ];
    await expect(join(protocolWorld({ source: pagesOf(pages) }))).resolves.toMatchObject({
      leaseMs: LEASE_MS,
    });
  });

  it("creates nothing when the prefix matches nothing, and says what to do", async () => {
    const world = protocolWorld({ sourceKeys: ["photos/1.jpg"] });
    const joining = join(world, { srcPrefix: "photo/" });
    await expect(joining).rejects.toMatchObject({ code: "SOURCE_EMPTY" });
    await expect(joining).rejects.toThrow('no object in source begins with "photo/"; check the prefix');
    expect(world.stored()).toEqual([]);
  });

  it("takes empty pages at the end for an empty source all the same", async () => {
    const pages = [
      { objects: [], nextToken: "1", serverDateMs: 0 },
      { objects: [], serverDateMs: 0 },
    ];
    await expect(join(protocolWorld({ source: pagesOf(pages) }))).rejects.toMatchObject({
      code: "SOURCE_EMPTY",
    });
  });

  it("creates the job of an empty source when that is allowed", async () => {
    const world = protocolWorld();
    await join(world, { allowEmpty: true });
    expect(world.stored()).toContain("job.json");
  });

  it("gives up on a source that says for ever that there is more", async () => {
    const world = protocolWorld({
      source: () => ({ list: async () => ({ objects: [], nextToken: "again", serverDateMs: 0 }) }),
    });
    await expect(join(world)).rejects.toMatchObject({
      code: "STORE_UNAVAILABLE",
      detail: { store: "source" },
    });
  });
});

describe("two first workers at once", () => {
  it("end up in one job, with one root that is open", async () => {
    const world = protocolWorld({ sourceKeys: ["a"] });
    const both = Promise.all([
      joinJob(specOf(), LEASE_MS, world.context, forever),
      joinJob(specOf(), 2 * LEASE_MS, world.context, forever),
    ]);
    const [one, other] = await world.clock.runUntilSettled(both);
    expect(one).toEqual(other);
    const root = one.roots[0]?.partitionId ?? "";
    expect(world.stored().filter((key) => key.startsWith("open/"))).toEqual([`open/${root}`]);
    expect(world.logged.map(({ event }) => event).toSorted()).toEqual(["job.created", "job.joined"]);
  });
});

describe("a later worker", () => {
  it("gets the job's record as it was created, its own lease notwithstanding", async () => {
    const world = protocolWorld({ sourceKeys: ["a"] });
    const created = await join(world);
    const joined = await world.clock.runUntilSettled(joinJob(specOf(), 5 * LEASE_MS, world.context, forever));
    expect(joined).toEqual(created);
    const stored = world.bucket.objects.get(world.context.keys.job)?.bytes ?? Buffer.alloc(0);
    expect(decodeJson(jobRecordSchema, "job.json", stored)).toEqual(created);
  });

  it("joins although the source is empty by now", async () => {
    const world = protocolWorld({ sourceKeys: ["a"] });
    await join(world);
    world.sourceBucket.objects.delete("a");
    await expect(join(world)).resolves.toBeDefined();
  });

  it.for([
    [{ srcPrefix: "b/" }, 'another srcPrefix ("", not "b/")'],
    [
      { destination: { bucket: "other", region: "cn-hongkong" } },
      'another destination.bucket ("destination", not "other")',
    ],
    [{ tags: true }, "another tags (false, not true)"],
    [{ serverSideEncryption: "KMS" }, "another serverSideEncryption"],
  ] as const)(
    "with other settings is refused by the name of the first that differs: %o",
    async ([spec, text]) => {
      const world = protocolWorld({ sourceKeys: ["a"] });
      await join(world);
      const joining = join(world, spec);
      await expect(joining).rejects.toMatchObject({ code: "JOB_MISMATCH" });
      await expect(joining).rejects.toThrow(text);
    },
  );

  it("refuses a job.json that it cannot read, naming it", async () => {
    const world = protocolWorld({ sourceKeys: ["a"] });
    world.bucket.put(world.context.keys.job, Buffer.from('{"protocol":2}'));
    const joining = join(world);
    await expect(joining).rejects.toMatchObject({ code: "CONTROL_OBJECT_UNREADABLE" });
    await expect(joining).rejects.toThrow(/^jobs\/job\/job\.json .*protocol/u);
  });
});
