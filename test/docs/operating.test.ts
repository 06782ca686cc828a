import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createJobsReader } from "../../cli/read-jobs.ts";
import { createStatusReader } from "../../cli/read-status.ts";
import { jobJson, jobsJson } from "../../cli/status-json.ts";
import { EMPTY_TALLY } from "../../core/outcome.ts";
import { encodeJson, parseJson } from "../../core/protocol/codec.ts";
import { controlSettingsSchema } from "../../core/protocol/control-settings.ts";
import { MemoryControl } from "../../storage/memory/control.ts";
import { forever, protocolWorld } from "../support/protocol-world.ts";

const page = readFileSync("docs/operating.md", "utf8");

/** The words in code style of a part of the page. */
function codeWords(from: string, to?: string): ReadonlySet<string> {
  const part = page.slice(page.indexOf(from), to === undefined ? undefined : page.indexOf(to));
  return new Set([...part.matchAll(/`([a-zA-Z]+)`/gu)].map(([, word]) => word ?? ""));
}

test("docs/operating.md names every field of `status --json`, and its table none that there is not", async () => {
  const world = protocolWorld();
  const { bucket, clock, context } = world;
  const { keys, job } = context;
  bucket.put(keys.job, encodeJson(job));
  world.beat("w", {
    held: [{ partitionId: "0123456789ab", epoch: 1, heldMs: 60_000, listed: 2, finished: 1 }],
    inProgress: { listed: 2, listedBytes: 2, finished: 1, finishedBytes: 1 },
    pace: { overMs: 60_000, bytesPerSecond: 1, objectsPerSecond: 0 },
  });
  const control = new MemoryControl(bucket);
  const running = JSON.parse(jobJson(await createStatusReader(control, "job", clock)(forever))) as Readonly<
    Record<string, unknown>
  >;
  const jobs = JSON.parse(jobsJson(await createJobsReader(control, "", clock)(forever))) as {
    readonly jobs: readonly object[];
  };
  const times = { startedAtSourceMs: 0, completedAtMs: 1 };
  bucket.put(
    keys.summary,
    encodeJson({ jobId: "job", partitions: 1, tally: EMPTY_TALLY, ...times, provedBy: "w" }),
  );
  const complete = JSON.parse(jobJson(await createStatusReader(control, "job", clock)(forever))) as Readonly<
    Record<string, unknown>
  >;

  const table = page.slice(page.indexOf("### The JSON of one job"), page.indexOf("### The JSON of all jobs"));
  const listed = [...table.matchAll(/^\| ((?:`\w+`(?:, )?)+) /gmu)].flatMap(([, cell]) =>
    (cell ?? "").split(", ").map((word) => word.replaceAll("`", "")),
  );
  expect(new Set(listed)).toEqual(new Set([...Object.keys(running), ...Object.keys(complete)]));
  const words = codeWords("### The JSON of all jobs");
  const fields = ["format", ...Object.keys(jobs), ...jobs.jobs.flatMap((each) => Object.keys(each))];
  expect(fields.filter((field) => !words.has(field))).toEqual([]);
});

test("the control.json of docs/operating.md is one that workers read", () => {
  const [, json] = /```json\n(.*?)```/su.exec(page) ?? [];
  expect(parseJson(controlSettingsSchema, Buffer.from(json ?? ""))).toMatchObject({ ok: true });
});
