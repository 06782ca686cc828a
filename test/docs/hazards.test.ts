import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const GUIDE = readFileSync("docs/migration-guide.md", "utf8");

/** The rows of the guide's table of hazards: what stands against each. */
const HAZARDS = new Map(
  [...GUIDE.matchAll(/^\| (H\d+) +\| [^|]+ \| ([^|]+) \|$/gmu)].map(
    ([, id = "", against = ""]) => [id, against.trim()] as const,
  ),
);

/** A test by its file and its name. */
type Held = readonly [file: string, name: string];

const CHECK = "test/cli/cutover/check-cutover.test.ts";
const DELTA = "test/worker/delta-jobs.test.ts";
const STORY = "test/deployment/migration-story.test.ts";
const SWITCHED = "test/e2e/after-the-switch.test.ts";

/** What holds each hazard off; where no test can, the words with which the guide refuses it. */
const HELD: Readonly<Record<string, { readonly tests?: readonly Held[]; readonly refusal?: string }>> = {
  H1: {
    tests: [
      [DELTA, "keeps what the application wrote, whatever became of the source"],
      [DELTA, "is kept where something was to be replaced, small, streamed or in parts"],
      [
        "test/stacks/cutover-stack.test.ts",
        "from then on no fleet but the final delta's can overwrite anything",
      ],
      [
        SWITCHED,
        "a fleet that OSS forbids to overwrite says of each object that it could not replace it, and claims no repair",
      ],
    ],
  },
  H2: {
    tests: [
      [CHECK, "must have copied little, in a short time, a short while ago"],
      [STORY, "gets its final delta, which is never over what the application writes and deletes at OSS"],
    ],
  },
  H3: {
    tests: [
      [DELTA, "does not resurrect what the application deleted"],
      [
        SWITCHED,
        "what the application deletes stays deleted through a delta, and the rules fetch it again for who reads it",
      ],
      [CHECK, "warn about HEAD where they do not answer it, and about deletes as long as they are on"],
    ],
    refusal: "Delete at the source, too, or take the rules off early",
  },
  H4: {
    tests: [
      [DELTA, "reports what is gone at the source and deletes nothing"],
      ["test/worker/other-jobs.test.ts", "deletes what its base found gone, if both ends are still so"],
      [STORY, "is what the application expects, key by key, once what it had deleted is pruned"],
    ],
  },
  H5: {
    tests: [
      [
        SWITCHED,
        "what S3 dates before T1, as its upload had begun before, is copied by the delta all the same",
      ],
    ],
  },
  H6: {
    tests: [
      [CHECK, "fails where readers would get 424: a private source whose rule does not sign"],
      [
        "test/stacks/cutover-stack.test.ts",
        "a private source is asked with a key pair that only Terraform variables hold",
      ],
      [STORY, "goes on, after a check, at OSS, which fetches what is missing from a private source"],
    ],
  },
  H7: {
    tests: [[CHECK, "warn about HEAD where they do not answer it, and about deletes as long as they are on"]],
    refusal: "an application that relies on LIST waits for the final delta",
  },
  H8: {
    tests: [
      [STORY, "gets its final delta, which is never over what the application writes and deletes at OSS"],
      [CHECK, "tells when user metadata is lost or content headers differ"],
    ],
  },
  H9: { tests: [[CHECK, "must be able to fetch what may be missing, within their limits"]] },
  H10: {
    tests: [
      [CHECK, "are seen by their open uploads, with the oldest"],
      [CHECK, "are counted by a listing when asked: what was written since the last round began"],
      [
        "test/e2e/cutover.test.ts",
        "stops writers and no reader, lets the excepted pass, and goes without a trace",
      ],
    ],
  },
  H11: { tests: [[DELTA, "takes the same content for its own, whoever put it there"]] },
  H12: {
    tests: [[CHECK, "lifecycle rules that touch objects below the prefix are named; others do not matter"]],
  },
  H13: {
    tests: [[STORY, "is left alone with its buckets when everything else is destroyed"]],
    refusal: "do not use both on one bucket",
  },
  H14: {
    tests: [
      [
        "test/cli/unusable-jobs.test.ts",
        "is refused, and leaves no job behind that a better prefix would meet",
      ],
    ],
  },
  H15: {
    tests: [
      [
        "test/worker/transfer/archived.test.ts",
        "is restored when the job says so, once, and copied by a later job",
      ],
      [
        "test/e2e/archived.test.ts",
        "one job asks for the restore of archived objects, and a later one copies them",
      ],
    ],
  },
  H16: { refusal: "Nothing a copy can do: change the application first" },
};

describe("the hazards of a cutover", () => {
  test("are those that the guide lists, from H1 to H16", () => {
    expect([...HAZARDS.keys()]).toEqual(Object.keys(HELD));
    expect(HAZARDS.size).toBe(16);
  });

  test.for(Object.entries(HELD))(
    "%s is held off by tests, or refused in the guide",
    ([id, { tests = [], refusal }]) => {
      const missing = tests.filter(([file, name]) => !namesOf(file).has(name));

      expect(missing).toEqual([]);
      expect(HAZARDS.get(id)).toContain(refusal ?? "");
      expect(tests.length > 0 || refusal !== undefined).toBe(true);
    },
  );
});

/** The names of a file's tests. */
function namesOf(file: string): ReadonlySet<string> {
  const calls = readFileSync(file, "utf8").matchAll(/^ *(?:test|it)\(\s*"([^"]+)"/gmu);
  return new Set([...calls].map(([, name = ""]) => name));
}
