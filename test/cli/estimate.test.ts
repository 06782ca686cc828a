import { mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seedSmall } from "../support/bucket-seeds.ts";
import { startCommand } from "../support/ferry-process.ts";
import { openFerryWorld } from "../support/ferry-world.ts";

interface Said {
  readonly code: number | NodeJS.Signals;
  readonly lines: readonly string[];
  readonly errors: readonly string[];
}

/** What the command says to these options, where there is such a migration.yaml or none. */
async function estimateOf(args: readonly string[], migration?: string): Promise<Said> {
  await using directory = await mkdtempDisposable(join(tmpdir(), "oss-ferry-"));
  if (migration !== undefined) await writeFile(join(directory.path, "migration.yaml"), migration);
  await using process = startCommand(["estimate", ...args], { environment: {}, directory: directory.path });
  const { code, stdout, errors } = await process.end();
  return { code, lines: stdout.split("\n").slice(0, -1), errors };
}

const ARTICLE = await readFile(new URL("../../examples/article.yaml", import.meta.url), "utf8");

describe.concurrent("oss-ferry estimate", { timeout: 240_000 }, () => {
  test("says from options how many instances, how long, what binds and what has no price", async () => {
    const options = ["--volume", "500TB", "--objects", "50000000", "--days", "7", "--mbps", "200"];

    expect(await estimateOf(options)).toEqual({
      code: 0,
      errors: [],
      lines: [
        "Volume     500.0 TB in 50,000,000 objects of 10.0 MB",
        "Instances  36 = ceil(500 TB / 7 days / (200 Mbit/s / 100)); 33.1 at full use, 41.3 at 80 %",
        "           more than 25 gain nothing until the limit that binds is raised",
        "Time       9 d 6 h with 36 instances, at 5.00 Gbit/s and 63 objects/s; not within 7 days",
        "Limits       5.00 Gbit/s  ecs-region: pay-by-traffic instances of a region  ← binds",
        "             5.00 Gbit/s  oss-upload: uploads to OSS in the region  ← binds",
        "             7.20 Gbit/s  instance-bandwidth: 36 × 200 Mbit/s",
        "           800.00 Gbit/s  oss-requests: 10,000 requests/s to OSS",
        "           1843.20 Gbit/s  worker-requests: 36 × 128 at once, 200 ms each",
        "Requests   source 50,000,000 GET and 50,000 LIST; OSS 50,000,000 PUT",
        "           for each 1,000 objects: 1,000 GET, 1 LIST, 1,000 PUT",
        "Cost       instances: 8,000 instance-hours; no price: set prices.instanceHour",
        "           traffic out of the source: 500,000 GB; no price: set prices.sourceEgressGB",
        "           GETs at the source: 5,000 × 10,000; no price: set prices.sourceGets10000",
        "           LISTs at the source: 5 × 10,000; no price: set prices.sourceLists10000",
        "           PUTs at OSS: 5,000 × 10,000; no price: set prices.ossPuts10000",
      ],
    });
  });

  test("takes phase, limits and prices from migration.yaml, as JSON if asked", async () => {
    const migration = `${ARTICLE}
limits: { ecsRegionMbit: 10000, ossUploadMbit: 8000 }
prices: { currency: XYZ, instanceHour: 1, sourceEgressGB: 0.1 }
`;

    const { code, lines } = await estimateOf(["--json"], migration);

    expect(code).toBe(0);
    expect(JSON.parse(lines.join("\n"))).toMatchObject({
      region: "cn-hongkong",
      input: { volumeBytes: 500e12, days: 7, mbitPerInstance: 200 },
      estimate: {
        fleet: { formula: 36 },
        mbit: 7_200,
        inTime: true,
        costs: [{ setting: "prices.instanceHour", price: 1 }, { amount: 50_000 }],
      },
    });
  });

  test("takes the pace of one instance from a finished job", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 30, 10_000);
    const job = world.settings;
    await world.startCommand(["run"], job).end();

    const options = ["--volume", "1TB", "--objects", "100000000", "--days", "1", "--pilot-job", world.jobId];
    const { code, stdout, errors } = await world.startCommand(["estimate", "--json", ...options], job).end();

    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    const { pilot, input } = JSON.parse(stdout) as {
      readonly pilot: { readonly mbitPerInstance: number };
      readonly input: unknown;
    };
    expect(pilot).toMatchObject({ jobId: world.jobId, instances: 1, objectBytes: 10_000 });
    expect(pilot.mbitPerInstance).toBeGreaterThan(0);
    expect(input).toMatchObject({ mbitPerInstance: pilot.mbitPerInstance });
  });

  const mistakes: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      "values that are none, all of them at once",
      ["--volume", "500", "--objects", "1.5", "--days", "0", "--workers", "many", "--mbps", "-1"],
      [
        '--volume "500": must be a number with a unit, for instance 500 TB or 1 GiB',
        '--objects "1.5": must be a whole number above 0',
        '--days "0": must be a number above 0, at most 3650',
        '--workers "many": must be a whole number above 0, at most 1000',
        '--mbps "-1": must be a number above 0',
      ],
    ],
    [
      "nothing to reckon with",
      [],
      [
        "USAGE: migration.yaml: cannot be read (ENOENT); name a migration.yaml with --config, or use --volume",
      ],
    ],
    [
      "no pace",
      ["--volume", "1 TB", "--days", "7"],
      ["USAGE: nobody says how fast one instance is; use --mbps 200 or --pilot-job"],
    ],
    [
      "no time",
      ["--volume", "1 TB", "--mbps", "9"],
      ["USAGE: nobody says how long it may take; use --days 7 or --workers"],
    ],
    [
      "two paces",
      ["--volume", "1 TB", "--mbps", "9", "--pilot-job", "small-pilot"],
      ["--mbps and --pilot-job: both say how fast an instance is; leave one out"],
    ],
    [
      "a pilot that is nowhere",
      ["--volume", "1 TB", "--days", "7", "--pilot-job", "small-pilot"],
      [
        "--destination-region (OSS_FERRY_DESTINATION_REGION) is not set: Region of the destination and the control bucket, for instance `cn-hongkong`.",
        "--control-bucket (OSS_FERRY_CONTROL_BUCKET) is not set: OSS bucket in that region which keeps the jobs; it must never have been versioned.",
      ],
    ],
  ];

  test.each(mistakes)("refuses %s with one line each", async (_, args, errors) => {
    expect(await estimateOf(args)).toEqual({ code: 2, lines: [], errors });
  });

  test("refuses a phase that the file does not have, and mistakes in the file", async () => {
    const unknown = await estimateOf(["--phase", "ful"], ARTICLE);
    const broken = await estimateOf([], ARTICLE.replace("volume: 500 TB", "volume: 500"));

    expect(unknown.errors).toEqual([
      "USAGE: migration.yaml has no phase ful; name one of its own with --phase: pilot, full, delta-1, delta-final",
    ]);
    expect(broken.errors).toEqual([
      "migration.yaml:35: phases.full.volume must be a text; quote it if need be",
    ]);
  });
});
