import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seedMixed, seedSmall } from "../support/bucket-seeds.ts";
import { type FerryWorld, openFerryWorld } from "../support/ferry-world.ts";
import type { ProcessEnd } from "../support/ferry-process.ts";

function report(world: FerryWorld, ...args: readonly string[]): Promise<ProcessEnd> {
  return world.startCommand(["report", ...args]).end();
}

describe.concurrent("oss-ferry report", { timeout: 240_000 }, () => {
  test("ends with 3 when objects failed, and gives every format on standard output", async () => {
    await using world = await openFerryWorld();
    const failures = await seedMixed(world);
    expect((await world.startWorker("worker").end()).code).toBe(3);

    const [text, json, csv, jsonl] = await Promise.all([
      report(world),
      report(world, "--format", "json"),
      report(world, "--format", "csv", "--outcome", "failed"),
      report(world, "--format", "jsonl", "--code", "KEY_TOO_LONG"),
    ]);

    for (const { code, errors } of [text, json, csv, jsonl]) {
      expect({ code, errors }).toEqual({ code: 3, errors: [] });
    }
    expect(text.stdout).toContain("Complete, but 4 objects failed.");
    expect(text.stdout).toMatch(/^ +3 {2}KEY_LEADING_SLASH: /mu);
    const { tally, throughput } = JSON.parse(json.stdout) as {
      readonly tally: { readonly outcomes: { readonly failed: number } };
      readonly throughput: { readonly untimedPartitions: number; readonly points: readonly unknown[] };
    };
    expect(tally.outcomes.failed).toBe(failures.size);
    expect(throughput.untimedPartitions).toBe(0);
    expect(throughput.points.length).toBeGreaterThan(0);
    expect(csv.stdout.match(/\r\n/gu)).toHaveLength(1 + failures.size);
    expect(jsonl.stdout.split("\n").slice(0, -1)).toEqual([expect.stringContaining('"KEY_TOO_LONG"')]);
  });

  test("writes a page that is there whole or not at all, and ends with 0 when nothing failed", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 30, 10_000);
    expect((await world.startWorker("worker").end()).code).toBe(0);
    const directory = await mkdtemp(join(tmpdir(), "oss-ferry-report-"));
    try {
      const page = join(directory, "report.html");

      const end = await report(world, "--output", page);

      expect(end).toMatchObject({ code: 0, errors: [] });
      expect(end.stdout).toBe(`Complete: every key has an outcome, and none failed.\nWritten to ${page}\n`);
      expect(await readdir(directory)).toEqual(["report.html"]);
      expect(await readFile(page, "utf8")).toMatch(/^<!doctype html>.*<\/html>\s*$/su);
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  test("ends with 4 and names the ledger when one was changed, after the lines of all others", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 30);
    expect((await world.startWorker("worker").end()).code).toBe(0);
    const [ledger = ""] = world.controlKeys("ledger/");
    await world.cloud.oss.putObject("control-bucket", `${world.keys.root}${ledger}`, "changed");

    const end = await report(world, "--format", "jsonl");

    expect(end.code).toBe(4);
    expect(end.errors).toEqual([expect.stringContaining(`LEDGER_DAMAGED: ${world.keys.root}${ledger}`)]);
    expect(end.stdout.split("\n").length).toBeGreaterThan(10);
  });

  test("ends with 6 and says that it is partial while the job is not complete", async () => {
    await using world = await openFerryWorld();
    await seedSmall(world, 30);
    await world.wish({ paused: true });
    const worker = world.startWorker("paused");
    await worker.waitFor("worker.started");

    const [text, csv] = await Promise.all([report(world), report(world, "--format", "csv")]);

    expect(text).toMatchObject({ code: 6, errors: [] });
    expect(text.stdout).toContain("Partial: the job is not complete.");
    expect(csv).toMatchObject({ code: 6 });
    expect(csv.errors).toEqual([expect.stringContaining("Partial: the job is not complete.")]);
  });

  test("refuses what makes no sense in one line, and a job that there is not", async () => {
    await using world = await openFerryWorld();
    const [format, unknown] = await Promise.all([report(world, "--format", "pdf"), report(world)]);
    expect(format).toMatchObject({ code: 2, errors: [expect.stringContaining('USAGE: --format "pdf": ')] });
    expect(unknown).toMatchObject({ code: 4, errors: [expect.stringContaining("JOB_UNKNOWN: ")] });
  });
});
