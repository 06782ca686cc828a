import { beforeAll, describe, expect, it } from "vitest";
import { drawReport } from "../../../cli/report/draw-report.ts";
import { openReport } from "../../../cli/report/open-report.ts";
import type { Report } from "../../../cli/report/report.ts";
import { StoreError } from "../../../core/errors.ts";
import { OUTCOMES, type ObjectRecord, tallyAddsUp, tallyOf } from "../../../core/outcome.ts";
import { decodeJson, encodeJson } from "../../../core/protocol/codec.ts";
import { completionMarkerSchema, type CompletionMarker } from "../../../core/protocol/completion-marker.ts";
import { jobKeys } from "../../../core/protocol/keys.ts";
import { MemoryBucket } from "../../../storage/memory/bucket.ts";
import { MemoryControl } from "../../../storage/memory/control.ts";
import { MigrationWorld } from "../../support/migration-world.ts";
import { forever } from "../../support/protocol-world.ts";

const FULL = jobKeys("full");
const DELTA = jobKeys("delta");
/** What a page must not take for markup. */
const HOSTILE = '/<script>alert("1")</script>&\u202e\n=1';

/** A full copy and a delta, in which there is an object with every outcome. */
const world = new MigrationWorld();

beforeAll(async () => {
  for (let index = 0; index < 40; index++) {
    await world.write(`k${String(index).padStart(2, "0")}`, "x".repeat(index * 7));
  }
  await world.write(HOSTILE, "never copied");
  await world.run("full");
  await world.write("k05", "changed");
  await world.writeThere("k06", "theirs");
  world.source.objects.delete("k07");
  await world.run("delta", { work: { kind: "delta", baseJobId: "full" } });
});

/** The control bucket, changed by `change` for one test. */
function controlWith(change: (bucket: MemoryBucket) => void = () => undefined): MemoryControl {
  const bucket = new MemoryBucket(world.clock);
  for (const [key, { bytes }] of world.control.objects) bucket.put(key, bytes);
  change(bucket);
  return new MemoryControl(bucket);
}

interface Drawing {
  readonly text: string;
  readonly report: Report;
}

async function draw(
  jobId: string,
  format: "text" | "json" | "html" | "csv" | "jsonl",
  options: {
    readonly control?: Pick<MemoryControl, "get">;
    readonly withObjects?: boolean;
    readonly examples?: number;
    readonly isWanted?: (record: ObjectRecord) => boolean;
  } = {},
): Promise<Drawing> {
  const { control = controlWith(), withObjects = true, examples = 5, isWanted = () => true } = options;
  const { parts, collector } = await openReport(
    control,
    { OSS_FERRY_JOB_ID: jobId, OSS_FERRY_CONTROL_BUCKET: "control" },
    { withObjects, examples, reportedAtMs: world.clock.nowMs(), signal: forever },
  );
  let text = "";
  for await (const chunk of drawReport({ format, isWanted }, parts, collector)) text += chunk;
  return { text, report: collector.report() };
}

function markersOf(
  bucket: MemoryBucket,
  prefix = DELTA.root,
): readonly (readonly [string, CompletionMarker])[] {
  return [...bucket.objects]
    .filter(([key]) => key.startsWith(`${prefix}done/`))
    .map(([key, { bytes }]) => [key, decodeJson(completionMarkerSchema, key, bytes)] as const);
}

/** The completion marker whose own part has this key, and its partition has no children. */
function markerOf(bucket: MemoryBucket, isMeant: (marker: CompletionMarker) => boolean): CompletionMarker {
  const found = markersOf(bucket).find(([, marker]) => isMeant(marker))?.[1];
  if (found === undefined) throw new Error("there is no such completion marker");
  return found;
}

const isLeaf = ({ children, tally }: CompletionMarker): boolean => children.length === 0 && tally.listed > 0;

describe("a report", () => {
  it("has totals that add up, and are those of the ledgers, the completion markers and the summary", async () => {
    const { report } = await draw("delta", "json");
    expect(tallyAddsUp(report.tally)).toBe(true);
    expect(report.tally).toEqual(tallyOf(world.records("delta").values()));
    expect(report.tally.outcomes).toEqual({ copied: 1, skipped: 37, kept: 1, vanished: 1, failed: 1 });
    const ofSizes = report.sizes?.reduce((sum, { objects }) => sum + objects, 0);
    const ofTime = report.throughput.points.reduce((sum, { objects }) => sum + objects, 0);
    expect(ofSizes).toBe(41);
    expect(ofTime).toBeCloseTo(41);
    for (const outcome of OUTCOMES.filter((each) => each !== "copied")) {
      const ofCodes = report.codes.filter((each) => each.outcome === outcome);
      expect(ofCodes.reduce((sum, { objects }) => sum + objects, 0)).toBe(report.tally.outcomes[outcome]);
    }
  });

  it("proves the coverage anew and has checked every ledger", async () => {
    const { report } = await draw("full", "json");
    expect(report).toMatchObject({ coverage: "whole", missingPartitions: 0, damage: [] });
    expect(report.partitions).toBe(markersOf(world.control, FULL.root).length);
    expect(report.checkedLedgers).toBe(report.partitions);
  });

  it("says what failed, why, what to do and which, and that the job is complete", async () => {
    const { report, text } = await draw("full", "text");
    expect(report.verdict).toMatchObject({ kind: "failures", exitCode: 3 });
    expect(text).toContain("Complete, but 1 object failed.");
    expect(text).toContain("41 listed = 40 copied + 0 skipped + 0 kept + 0 vanished + 1 failed");
    expect(text).toContain(
      "What to do: Set a destination prefix, so that the key begins with something else.",
    );
    expect(text).toContain(String.raw`- /<script>alert("1")</script>&\u202e\u000a=1 (12 B)`);
    expect(text).toContain("One line for each object: oss://control/jobs/full/ledger/");
  });

  it("names the jobs that a delta is based on, and says so when they are gone", async () => {
    expect((await draw("delta", "text")).text).toMatch(/Based on\n {2}full, a copy, T1 2026-.* 1 failed/u);
    const control = controlWith((bucket) => bucket.objects.delete(FULL.job));
    expect((await draw("delta", "text", { control })).text).toContain(
      "full cannot be read: there is no job full in this control bucket",
    );
  });

  it("does without a base that the operator may not read", async () => {
    const control = controlWith();
    const denying: Pick<MemoryControl, "get"> = {
      get: (key, signal) =>
        key.startsWith(FULL.root)
          ? Promise.reject(new StoreError("ACCESS_DENIED", "not for you", { store: "control" }))
          : control.get(key, signal),
    };
    const { report } = await draw("delta", "text", { control: denying });
    expect(report.bases).toEqual([{ jobId: "full", problem: "not for you" }]);
    expect(report.verdict.kind).toBe("failures");
  });

  it("shows no more examples than asked for, and how many more there are", async () => {
    const { report } = await draw("delta", "text", { examples: 2 });
    expect(report.codes.find(({ code }) => code === "UNCHANGED")).toMatchObject({
      outcome: "skipped",
      objects: 37,
      examples: [{ key: "k00" }, { key: "k01" }],
    });
  });

  it("needs GETs alone, and without objects one for each partition", async () => {
    let gets = 0;
    const control = controlWith();
    const counting: Pick<MemoryControl, "get"> = {
      get: (key, signal) => {
        gets++;
        return control.get(key, signal);
      },
    };
    const { report, text } = await draw("full", "text", { control: counting, withObjects: false });
    expect(gets).toBe(2 + report.partitions);
    expect(report).not.toHaveProperty("sizes");
    expect(report.codes).toMatchObject([{ code: "KEY_LEADING_SLASH", objects: 1, examples: [] }]);
    expect(text).toContain("the ledgers were not read");
  });

  it("is JSON with the same content", async () => {
    const { text, report } = await draw("delta", "json");
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
  });
});

describe("the objects of a report", () => {
  it("are the ledgers' own lines in the order of their keys, as JSONL", async () => {
    const { text } = await draw("delta", "jsonl");
    const records = text
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as ObjectRecord);
    expect(records).toEqual(
      [...world.records("delta").values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    );
  });

  it("are a header and one line each, as CSV", async () => {
    const { text } = await draw("delta", "csv");
    expect(text.split("\r\n")).toHaveLength(1 + 41 + 1);
    expect(text).toContain(
      String.raw`"/<script>alert(""1"")</script>&\u202e\u000a=1","failed","KEY_LEADING_SLASH"`,
    );
  });

  it("are only those that are wanted, while the totals are of all", async () => {
    const isWanted = ({ outcome }: ObjectRecord): boolean => outcome === "kept";
    const { text, report } = await draw("delta", "jsonl", { isWanted });
    expect(text.split("\n").slice(0, -1)).toEqual([expect.stringContaining('"key":"k06"')]);
    expect(report.tally.listed).toBe(41);
  });
});

describe("a report of a job that is not as it should be", () => {
  it("is partial, and says so, while partitions have no completion marker", async () => {
    const control = controlWith((bucket) => {
      bucket.objects.delete(DELTA.summary);
      bucket.objects.delete(DELTA.done(markerOf(bucket, isLeaf).partitionId));
    });
    const { text, report } = await draw("delta", "text", { control });
    expect(report).toMatchObject({
      coverage: "partial",
      missingPartitions: 1,
      verdict: { kind: "partial", exitCode: 6 },
    });
    expect(report.tally.listed).toBeLessThan(41);
    expect(text).toContain("Partial: the job is not complete.");
  });

  it("names a ledger that was changed, goes on with the others, and is not to be relied on", async () => {
    let damaged = "";
    const control = controlWith((bucket) => {
      damaged = markerOf(bucket, isLeaf).ledger.key;
      bucket.put(damaged, Buffer.from("{}\n"));
    });
    const { text, report } = await draw("delta", "text", { control });
    expect(report).toMatchObject({ damageCount: 1, verdict: { kind: "damaged", exitCode: 4 } });
    expect(report.checkedLedgers).toBe(report.partitions - 1);
    expect(report.tally.listed).toBe(41);
    expect(text).toContain(`LEDGER_DAMAGED: ${damaged} is not the ledger`);
  });

  it("names a ledger that is gone", async () => {
    const control = controlWith((bucket) => bucket.objects.delete(markerOf(bucket, isLeaf).ledger.key));
    const { report } = await draw("delta", "csv", { control });
    expect(report.verdict.exitCode).toBe(4);
    expect(report.damage).toEqual([expect.stringMatching(/^CONTROL_OBJECT_MISSING: jobs\/delta\/ledger\//u)]);
  });

  it("finds a completion marker whose totals are not those of its ledger", async () => {
    const control = controlWith((bucket) => {
      const marker = markerOf(bucket, isLeaf);
      const tally = { ...marker.tally, copiedBytes: marker.tally.copiedBytes + 1 };
      bucket.put(DELTA.done(marker.partitionId), encodeJson({ ...marker, tally }));
    });
    const { report } = await draw("delta", "text", { control });
    expect(report.damage).toEqual([
      expect.stringMatching(/^COVERAGE_BROKEN: summary\.json has other totals/u),
      expect.stringMatching(/^LEDGER_DAMAGED: .*its totals differ/u),
    ]);
  });

  it("is not to be relied on when the summary promises completion markers that are missing", async () => {
    const control = controlWith((bucket) =>
      bucket.objects.delete(DELTA.done(markerOf(bucket, isLeaf).partitionId)),
    );
    const { report } = await draw("delta", "text", { control });
    expect(report.verdict).toMatchObject({ kind: "damaged", exitCode: 4 });
    expect(report.damage).toEqual([expect.stringMatching(/^COVERAGE_BROKEN: summary\.json says/u)]);
  });

  it("is none when a completion marker does not fit its parent", async () => {
    const control = controlWith((bucket) => {
      const marker = markerOf(bucket, isLeaf);
      const range = { after: `${marker.range.after ?? ""}-`, upTo: marker.range.upTo };
      bucket.put(DELTA.done(marker.partitionId), encodeJson({ ...marker, range }));
    });
    await expect(draw("delta", "text", { control })).rejects.toMatchObject({ code: "COVERAGE_BROKEN" });
  });

  it("is none when there is no such job", async () => {
    await expect(draw("other", "text")).rejects.toMatchObject({ code: "JOB_UNKNOWN" });
  });

  it("has no chart of throughput where completion markers do not say when, as those of older workers", async () => {
    const control = controlWith((bucket) => {
      for (const [key, { startedAtMs: _, completedAtMs: __, ...older }] of markersOf(bucket)) {
        bucket.put(key, encodeJson(older));
      }
    });
    const { report, text } = await draw("delta", "html", { control });
    expect(report.throughput).toMatchObject({ points: [], untimedPartitions: report.partitions });
    expect(report.verdict.kind).toBe("failures");
    expect(text).toContain("Objects by size");
    expect(text).not.toContain("Objects per second");
  });
});

describe("the page of a report", () => {
  it("lets no key do anything, and loads nothing", async () => {
    const { text } = await draw("full", "html");
    expect(text).toContain("/&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;");
    expect(text).not.toMatch(/<script|javascript:|\son\w+=/iu);
    expect(text).not.toMatch(/(?:src|href)=|url\(|@import/u);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(text).not.toContain("\u202e");
  });

  it("has the verdict, the sum, a bar of outcomes, four charts and their figures", async () => {
    const { text } = await draw("delta", "html");
    expect(text).toContain("Complete, but 1 object failed.");
    expect(text.match(/<svg class="chart" role="img" aria-label="[^"]+"/gu)).toHaveLength(4);
    expect(text.match(/<summary>Figures<\/summary>/gu)).toHaveLength(4);
    expect(text).toMatch(
      /<svg\s+class="shares"\s+role="img"\s+aria-label="Of 41 objects: 1 copied, 37 skipped/u,
    );
    expect(text).toContain("Kept as the destination has it");
  });

  it("closes every element that it opens", async () => {
    const { text } = await draw("delta", "html");
    const open: string[] = [];
    const astray: string[] = [];
    const body = text.replace(/<style>.*?<\/style>/su, "");
    for (const [tag, slash, name = "", rest = ""] of body.matchAll(
      /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gu,
    )) {
      if (slash !== "/") open.push(...(rest.endsWith("/") || name === "br" ? [] : [name]));
      else if (open.pop() !== name) astray.push(tag);
    }
    expect(astray).toEqual([]);
    expect(open).toEqual([]);
  });
});
