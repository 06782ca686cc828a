import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readMigration } from "../../../core/config/read-migration.ts";

const SMALL = await readFile(new URL("../../../examples/small.yaml", import.meta.url), "utf8");

function problemsOf(text: string): readonly string[] {
  const read = readMigration(text, "migration.yaml");
  return read.ok ? [] : read.problems;
}

function small(replace: string, by: string): string {
  if (!SMALL.includes(replace)) throw new Error(`examples/small.yaml has no ${replace}`);
  return SMALL.replace(replace, by);
}

test.each(["small", "article"])("the example %s.yaml is a migration", async (name) => {
  const text = await readFile(new URL(`../../../examples/${name}.yaml`, import.meta.url), "utf8");

  expect(problemsOf(text)).toEqual([]);
});

test("what the file leaves out has its default", () => {
  const read = readMigration(SMALL, "migration.yaml");

  expect(read).toMatchObject({
    ok: true,
    migration: {
      srcPrefix: "",
      destination: { existing: false, storageClass: "Standard", redundancy: "LRS" },
      copy: { taskObjectCountLimit: 10_000, taskObjectSizeLimit: 2 ** 30, tags: false },
      worker: { taskThreadNum: 128, maxBytesInFlight: 96 * 2 ** 20 },
      state: { local: { directory: "state" } },
    },
  });
});

describe("each mistake is one line that says where it is, what it is and what to do", () => {
  const mistakes: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      "a misspelt setting",
      "region: cn-hongkong",
      "regoin: cn-hongkong",
      [
        "migration.yaml:1: region is missing: Of the destination, the control bucket and the instances.",
        "migration.yaml:4: regoin is not a setting; did you mean region?",
      ],
    ],
    [
      "a misspelt setting further in",
      "  type: ecs.c7.large",
      "  type: ecs.c7.large\n  bandwith: 100",
      ["migration.yaml:21: instances.bandwith is not a setting; did you mean bandwidth?"],
    ],
    [
      "a missing setting",
      "  bucket: my-photos\n",
      "",
      [
        "migration.yaml:6: source.bucket is missing: Bucket to copy from. It is only read, but for restores that are asked for.",
      ],
    ],
    [
      "a region that is none",
      "region: cn-hongkong",
      "region: Hong Kong",
      ["migration.yaml:4: region must be a region such as cn-hongkong"],
    ],
    [
      "a bucket name that OSS refuses",
      "my-photos-hk\n",
      "My_Photos\n",
      [
        "migration.yaml:11: destination.bucket must be 3 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends",
      ],
    ],
    [
      "one bucket for data and control",
      "my-photos-hk-ferry",
      "my-photos-hk",
      ["migration.yaml:13: control.bucket must be another bucket than the destination"],
    ],
    [
      "too much bandwidth for a public address",
      "internetMaxBandwidthOut: 100",
      "internetMaxBandwidthOut: 200",
      [
        "migration.yaml:23: instances.bandwidth.internetMaxBandwidthOut must be at most 100; for more use eipBandwidth, up to 200",
      ],
    ],
    [
      "too much bandwidth for an EIP",
      "internetMaxBandwidthOut: 100",
      "eipBandwidth: 500",
      [
        "migration.yaml:23: instances.bandwidth.eipBandwidth must be at most 200, the most of a pay-by-traffic EIP",
      ],
    ],
    [
      "two kinds of bandwidth",
      "internetMaxBandwidthOut: 100",
      "internetMaxBandwidthOut: 100\n    eipBandwidth: 200",
      ["migration.yaml:22: instances.bandwidth needs either internetMaxBandwidthOut or eipBandwidth"],
    ],
    [
      "workers and volume at once",
      "workers: 2",
      "workers: 2\n    volume: 5 TB",
      ["migration.yaml:26: phases.full needs either workers, or volume with days"],
    ],
    [
      "a volume without days",
      "workers: 2",
      "volume: 5 TB",
      ["migration.yaml:26: phases.full needs either workers, or volume with days"],
    ],
    [
      "a volume without a unit",
      "workers: 2",
      "volume: 500\n    days: 7",
      ["migration.yaml:27: phases.full.volume must be a text; quote it if need be"],
    ],
    [
      "rounds of a full copy",
      "workers: 2",
      "workers: 2\n    repeat: { every: 1 h }",
      ["migration.yaml:28: phases.full.repeat is a setting of delta-… alone; full is done once"],
    ],
    [
      "rounds without an interval, with another time than there is and no unit",
      "workers: 2",
      "workers: 2\n  delta-1:\n    workers: 2\n    repeat: { until: tomorrow }\n  delta-2:\n    workers: 2\n    repeat: { every: 1 week }",
      [
        "migration.yaml:30: phases.delta-1.repeat.every is missing: From the beginning of one round to that of the next, for instance `1 h`; at once when a round takes longer.",
        "migration.yaml:30: phases.delta-1.repeat.until must be a UTC time such as 2026-12-24T18:00:00Z",
        "migration.yaml:33: phases.delta-2.repeat.every must be a whole number with a unit, for instance 90 min or 1 h (s, min, h, d)",
      ],
    ],
    [
      "a phase that is called as a round of another would be",
      "workers: 2",
      "workers: 2\n  delta-1:\n    workers: 2\n    repeat: { every: 1h }\n  delta-1-r2:\n    workers: 2",
      ["migration.yaml:31: phases.delta-1-r2 must not begin with delta-1-r, as the rounds of delta-1 do"],
    ],
    [
      "less memory than a few streams need",
      "region: cn-hongkong",
      "region: cn-hongkong\nworker: { maxBytesInFlight: 1 MiB }",
      ["migration.yaml:5: worker.maxBytesInFlight must be from 8 MiB to 2 GiB"],
    ],
    ["no workers", "workers: 2", "workers: 0", ["migration.yaml:27: phases.full.workers must be at least 1"]],
    [
      "too many workers",
      "workers: 2",
      "workers: 5000",
      ["migration.yaml:27: phases.full.workers must be at most 1000"],
    ],
    [
      "a phase that does not exist",
      "  full:",
      "  ful:",
      [
        "migration.yaml:26: phases.ful is not a phase; phases are pilot, full, delta-… and audit; did you mean full?",
      ],
    ],
    [
      "an image family in place of an image",
      "aliyun_3_x64_20G_alibase_20260615.vhd",
      "acs:alibaba_cloud_linux_3",
      [
        "migration.yaml:21: instances.image must be the id of one image, such as aliyun_3_x64_20G_alibase_20260615.vhd or m-…, not a family or a pattern",
      ],
    ],
    [
      "an Arm instance type",
      "ecs.c7.large",
      "ecs.g8y.large",
      ["migration.yaml:20: instances.type is an Arm instance type; the worker's runtime is for x86-64"],
    ],
    [
      "a release time that is no UTC time",
      "ecs.c7.large",
      "ecs.c7.large\n  autoReleaseTime: tomorrow",
      ["migration.yaml:21: instances.autoReleaseTime must be a UTC time such as 2026-12-24T18:00:00Z"],
    ],
    [
      "a network that is neither",
      "  new:\n    zones: [cn-hongkong-b]",
      "  {}",
      ["migration.yaml:15: network needs either new or existing"],
    ],
    [
      "a state directory outside the project",
      "phases:",
      "state:\n  local:\n    directory: /var/lib/state\nphases:",
      ["migration.yaml:27: state.local.directory must be a relative path without .."],
    ],
    [
      "a prefix that no key can have",
      "phases:",
      "destPrefix: /photos/\nphases:",
      ["migration.yaml:25: destPrefix must not begin with / or \\, as OSS refuses such keys"],
    ],
    [
      "a spot setting that is none",
      "workers: 2",
      "workers: 2\n    spot:\n      pricelimit: 1",
      ["migration.yaml:29: phases.full.spot.pricelimit is not a setting; did you mean priceLimit?"],
    ],
    [
      "a delta without anything before it",
      "  full:",
      "  delta-1:",
      [
        "migration.yaml:26: phases.delta-1 needs an earlier phase to be compared with: put full before it, or name its base",
      ],
    ],
    [
      "a base that comes later",
      "  full:",
      "  audit:\n    workers: 1\n    base: full\n  full:",
      [
        "migration.yaml:28: phases.audit.base must be an earlier full or delta-… phase of this file; full is not, there is none",
      ],
    ],
    [
      "a base that is no copy of everything",
      "  full:",
      "  pilot:\n    workers: 1\n  full:\n    workers: 1\n  delta-1:\n    base: pilot",
      [
        "migration.yaml:31: phases.delta-1.base must be an earlier full or delta-… phase of this file; pilot is not, there is full",
      ],
    ],
    [
      "a base for the first copy",
      "  full:",
      "  full:\n    base: pilot",
      [
        "migration.yaml:27: phases.full.base is a setting of delta-… and audit; full is compared with nothing",
      ],
    ],
    [
      "settings of another kind of phase",
      "workers: 2",
      "workers: 2\n    sample: { objects: 9 }\n    content: true",
      [
        "migration.yaml:28: phases.full.sample is a setting of pilot alone; every other phase takes all objects",
        "migration.yaml:29: phases.full.content is a setting of audit alone; every copy is verified as it is made",
      ],
    ],
    [
      "a sample of nothing",
      "  full:\n    workers: 2",
      "  pilot:\n    workers: 2\n    sample: {}",
      ["migration.yaml:28: phases.pilot.sample needs objects, size or both"],
    ],
    [
      "an overwrite policy that is none",
      "phases:",
      "copy:\n  overwrite: sometimes\nphases:",
      ["migration.yaml:26: copy.overwrite must be never or if-different or if-newer or always"],
    ],
    [
      "a time without a zone",
      "phases:",
      "copy:\n  importSince: 2026-12-24 18:00\nphases:",
      ["migration.yaml:26: copy.importSince must be a UTC time such as 2026-12-24T18:00:00Z"],
    ],
    [
      "times and sizes that leave nothing",
      "phases:",
      "copy:\n  importSince: 2026-12-24T18:00:00Z\n  modifiedBefore: 2026-12-24T18:00:00Z\n" +
        "  minSize: 2 MB\n  maxSize: 1 MB\nphases:",
      [
        "migration.yaml:27: copy.modifiedBefore must be later than copy.importSince, or nothing is left to copy",
        "migration.yaml:29: copy.maxSize must be at least copy.minSize, or nothing is left to copy",
      ],
    ],
    [
      "a glob that is no list",
      "phases:",
      "copy:\n  include: photos/**\nphases:",
      ["migration.yaml:26: copy.include must be a list"],
    ],
    [
      "a source key where it does not belong",
      "  region: ap-northeast-1",
      "  region: ap-northeast-1\n  accessKeySecret: hunter2",
      [
        "migration.yaml:9: source.accessKeySecret is not a setting; here are kind, preset, bucket, region, endpoint, pathStyle, requesterPays, etag",
      ],
    ],
  ];

  test.each(mistakes)("%s", (_, replace, by, expected) => {
    expect(problemsOf(small(replace, by))).toEqual(expected);
  });

  test("text that is not YAML", () => {
    expect(problemsOf("name: [small\nregion: x")).toEqual([expect.stringMatching(/^migration\.yaml:\d+: /u)]);
  });

  test("a file that is empty", () => {
    expect(problemsOf("")).toEqual([
      "migration.yaml:1: must be a map of settings; examples/ has some to begin with",
    ]);
  });

  test("several at once, in the order of the file", () => {
    const text = small("region: cn-hongkong", "region: 7").replace("workers: 2", "workers: many");

    expect(problemsOf(text)).toEqual([
      "migration.yaml:4: region must be a text; quote it if need be",
      "migration.yaml:27: phases.full.workers must be a number",
    ]);
  });
});
