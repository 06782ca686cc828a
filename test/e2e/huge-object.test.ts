import { describe, expect, test } from "vitest";
import type { SeenRequest } from "../../local/http/server.ts";
import { seedOne } from "../support/bucket-seeds.ts";
import { DESTINATION, type FerryWorld, openFerryWorld, type Settings } from "../support/ferry-world.ts";
import { expectMigrated } from "../support/migrated.ts";
import { until } from "../support/until.ts";

const MIB = 1024 * 1024;
const NEVER_MS = 600_000;

/** Five parts of 32 MiB and a bit. */
const PARTS = 6;
const HUGE_BYTES = (PARTS - 1) * 32 * MIB + 12_345;

/** Every part is a span of its own. */
const HUGE: Settings = { OSS_FERRY_HUGE_OBJECT_SIZE: String(100 * MIB) };

interface HugeWorld {
  readonly world: FerryWorld;
  /** Who had how many parts stored, by access key id. */
  readonly partsBy: Map<string, number>;
  /** How often an upload was completed. */
  readonly completions: () => number;
}

async function openHugeWorld(): Promise<HugeWorld> {
  const partsBy = new Map<string, number>();
  let completions = 0;
  const onRequest = ({ operation, status, client = "", bucket }: SeenRequest): void => {
    if (bucket !== DESTINATION || status !== 200) return;
    if (operation === "UploadPart") partsBy.set(client, (partsBy.get(client) ?? 0) + 1);
    if (operation === "CompleteMultipartUpload") completions++;
  };
  const world = await openFerryWorld({ onRequest });
  await seedOne(world, "huge", HUGE_BYTES);
  return { world, partsBy, completions: () => completions };
}

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

describe.concurrent("a huge object", { timeout: 240_000 }, () => {
  test("is sent by several workers, each part once, and completed once", async () => {
    const { world, partsBy, completions } = await openHugeWorld();
    await using _ = world;
    world.script({
      match: { service: "s3", operation: "GetObject", key: "^huge$" },
      fault: { kind: "latency", ms: 500 },
    });

    const workers = ["one", "two", "three"].map((name) =>
      world.startWorker(name, { ...HUGE, ...world.ownKeys().settings }),
    );
    const ends = await Promise.all(workers.map((each) => each.end()));

    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    await expectMigrated(world);
    expect(partsBy.size).toBeGreaterThan(1);
    expect(sum(partsBy)).toBe(PARTS);
    expect(completions()).toBe(1);
  });

  test("whose holder is killed goes on from the parts that all have sent", async () => {
    const { world, partsBy, completions } = await openHugeWorld();
    await using _ = world;
    const keys = world.ownKeys();
    const match = {
      service: "s3",
      operation: "GetObject",
      key: "^huge$",
      client: keys.s3.accessKeyId,
    } as const;
    const stall = { kind: "stall", ms: NEVER_MS, afterBytes: 1_000 } as const;
    const second = world.script({ match, nth: 2, fault: stall });
    const third = world.script({ match, nth: 3, fault: stall });

    const victim = world.startWorker("victim", { ...HUGE, ...keys.settings });
    await Promise.all([victim.waitFor("span.completed"), second.hit(), third.hit()]);
    const helperKeys = world.ownKeys();
    const helper = world.startWorker("helper", { ...HUGE, ...helperKeys.settings });
    await until("all but the two that stall are sent", () => sum(partsBy) === PARTS - 2);
    await victim.kill();
    const ofVictim = partsBy.get(keys.oss.accessKeyId) ?? 0;

    expect(await helper.end()).toMatchObject({ code: 0, errors: [] });
    expect((await expectMigrated(world)).highestEpoch).toBeGreaterThan(1);
    expect(ofVictim).toBeGreaterThan(0);
    expect(partsBy.get(helperKeys.oss.accessKeyId)).toBe(PARTS - ofVictim);
    expect(helper.events("object.resumed")).toMatchObject([{ key: "huge" }]);
    expect(sum(partsBy)).toBe(PARTS);
    expect(completions()).toBe(1);
    expect(world.cloud.oss.bucket(DESTINATION).uploads.size).toBe(0);
    expect(world.controlKeys("uploads/")).toEqual([]);
    expect(world.controlKeys("open/")).toEqual([]);
  });
});
