import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EMPTY_TALLY, type Outcome } from "../../../core/outcome.ts";
import type { RecordCode } from "../../../core/record-codes.ts";
import { type CutoverWorld, openCutoverWorld } from "./cutover-world.ts";

let world: CutoverWorld;

beforeEach(async () => {
  world = await openCutoverWorld();
  // Both ends have it, as after a migration.
  await world.cloud.s3.putObject("source", "a", "both");
  await world.cloud.oss.putObject("destination", "a", "both");
});
afterEach(() => world[Symbol.asyncDispose]());

const verdictOf = (gate: string, change: Parameters<CutoverWorld["check"]>[0] = {}): Promise<unknown> =>
  world.check(change).then((findings) => findings[gate]?.verdict);

/** So many objects with this outcome in the last round. */
const outcomes = (outcome: Outcome, count: number): object => ({
  listed: count,
  outcomes: { ...EMPTY_TALLY.outcomes, [outcome]: count },
});

const FLEET_RULE =
  "<OverwriteConfiguration><Rule><ID>fleet</ID><Action>forbid</Action><Principals>" +
  "<Principal>arn:sts::1:assumed-role/small-full-worker/*</Principal></Principals></Rule></OverwriteConfiguration>";

describe("the switch", () => {
  test("is a go when every gate has something good to say", async () => {
    await world.cloud.s3.putObject("source", "new", "only there");
    world.mirror();
    await world.put("overwriteConfig", FLEET_RULE);

    const { go, findings } = await world.checkAll();

    expect(go).toBe(true);
    expect(findings.map(({ name, verdict }) => `${verdict} ${name}`)).toEqual([
      "pass last job",
      "pass small",
      "pass recent",
      "pass failures",
      "pass foreign writes",
      "pass mirror rules",
      "pass canary",
      "pass mirror limits",
      "pass head and list",
      "warn deletes",
      "pass versioning",
      "pass lifecycle",
      "pass protection",
      "pass open uploads",
      "pass late writers",
    ]);
  });

  test("has the gates that the guide tells of", async () => {
    world.mirror();
    const { findings } = await world.checkAll();
    const guide = await readFile("docs/migration-guide.md", "utf8");
    const section = guide.slice(guide.indexOf("## The gates"), guide.indexOf("## What readers"));
    const told = [...section.matchAll(/^\| `([a-z ]+)` /gmu)].map(([, name]) => name);
    expect(findings.map(({ name }) => name)).toEqual(told);
  });

  test("is a no-go when one of them fails, and every failure says what to do", async () => {
    const { go, findings } = await world.checkAll({ tally: outcomes("failed", 1) });

    expect(go).toBe(false);
    const failed = findings.filter(({ verdict }) => verdict === "fail");
    expect(failed.map(({ name }) => name)).toEqual(["failures", "mirror rules"]);
    for (const { todo } of failed) expect(todo).toBeTruthy();
  });

  test("asks both buckets only to read, and nothing of a bucket's policy", async () => {
    await world.cloud.s3.putObject("source", "new", "only there");
    world.mirror();
    await world.check({ lateWritersMs: 10_000 });

    const operations = world.cloud.counters.list().map(({ operation }) => operation);
    expect(operations.filter((name) => !/^(?:Get|Head|List)/u.test(name))).toEqual([]);
    expect(operations).not.toContain("GetBucketPolicy");
  });

  test("is not decided by a right that is missing: the gate says that it is not proved", async () => {
    world.mirror();
    for (const operation of ["GetBucketLifecycle", "ListMultipartUploads"]) {
      world.cloud.faults.add({
        match: { operation },
        fault: { kind: "error", status: 403, code: "AccessDenied" },
      });
    }

    const { go, findings } = await world.checkAll();

    expect(go).toBe(true);
    const unproved = findings.filter(({ says }) => says.startsWith("not proved: ACCESS_DENIED"));
    expect(unproved.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["lifecycle", "warn"],
      ["open uploads", "warn"],
    ]);
  });

  test("is a no-go when a service does not answer", async () => {
    world.mirror();
    const fault = { kind: "error", status: 503, code: "SlowDown" } as const;
    world.cloud.faults.add({ match: { operation: "GetBucketLifecycle" }, fault });
    expect(await verdictOf("lifecycle")).toBe("fail");
  });
});

describe("the last job", () => {
  test("must be complete; of one that is not, nothing else is said", async () => {
    const found = await world.check({ tally: undefined });
    expect(found["last job"]).toMatchObject({ verdict: "fail", says: "job delta-2 is not proved complete" });
    expect(found["small"]).toBeUndefined();
  });

  test.for([
    ["pass", { kind: "copy" }],
    ["fail", { kind: "copy", sample: { objects: 10 } }],
    ["fail", { kind: "audit", content: false }],
    ["warn", { kind: "redrive", baseJobId: "delta-1" }],
    ["warn", { kind: "prune", baseJobId: "delta-1", mostDeletes: 1 }],
  ] as const)("is a %s as %o", async ([verdict, work]) => {
    expect(await verdictOf("last job", { work })).toBe(verdict);
  });

  test("must have copied little, in a short time, a short while ago", async () => {
    const limits = { mostChanged: 10, mostFailed: 0, mostMinutes: 3, mostAgeMinutes: 30 };
    expect(await verdictOf("small", { limits, tally: outcomes("copied", 10) })).toBe("pass");
    expect(await verdictOf("small", { limits, tally: outcomes("copied", 11) })).toBe("fail");
    expect(await verdictOf("small", { limits, tookMinutes: 4 })).toBe("fail");
    expect(await verdictOf("recent", { limits, ageMinutes: 30 })).toBe("pass");
    expect(await verdictOf("recent", { limits, ageMinutes: 31 })).toBe("fail");
  });

  test("may have failed for as many objects as somebody says that they are not needed", async () => {
    const limits = { mostChanged: 10, mostFailed: 2, mostMinutes: 3, mostAgeMinutes: 30 };
    expect(await verdictOf("failures", { limits, tally: outcomes("failed", 2) })).toBe("warn");
    expect(await verdictOf("failures", { limits, tally: outcomes("failed", 3) })).toBe("fail");
  });

  test("is to try again what can succeed, and nothing else", async () => {
    const todo = async (failed: number, codes: Partial<Record<RecordCode, number>>): Promise<string> =>
      (await world.check({ tally: { ...outcomes("failed", failed), codes } }))["failures"]?.todo ?? "";

    expect(await todo(2, { SOURCE_READ_FAILED: 2 })).toMatch(/a redrive and one more delta\. /u);
    expect(await todo(3, { SOURCE_READ_FAILED: 1, KEY_TOO_LONG: 2 })).toMatch(
      /a redrive .*; 2 of them cannot/u,
    );
    expect(await todo(2, { KEY_TOO_LONG: 2 })).not.toMatch(/redrive/u);
  });

  test("must not have failed anywhere, nor met somebody else's writes", async () => {
    expect(await verdictOf("failures", { tally: outcomes("failed", 1) })).toBe("fail");
    const found = await world.check({ tally: { codes: { BOTH_CHANGED: 2, UNCHANGED: 5 } } });
    expect(found["foreign writes"]).toMatchObject({
      verdict: "warn",
      says: expect.stringContaining("2 BOTH_CHANGED;"),
    });
  });
});

describe("the back-to-source rules", () => {
  test("must be there, and cover what was migrated", async () => {
    expect(await verdictOf("mirror rules")).toBe("fail");
    world.mirror({ prefix: "elsewhere/" });
    expect(await verdictOf("mirror rules")).toBe("fail");
    world.mirror({ prefix: "photos/" });
    expect(
      await verdictOf("mirror rules", { spec: { destPrefix: "photos/2026/", srcPrefix: "photos/2026/" } }),
    ).toBe("pass");
  });

  test("must lead to the source's own keys, or a canary must prove it", async () => {
    world.mirror({ url: "https://cdn.example/" });
    expect(await verdictOf("mirror rules")).toBe("warn");
    const spec = { srcPrefix: "old/", destPrefix: "new/" };
    world.mirror({ prefix: "new/" });
    expect(await verdictOf("mirror rules", { spec })).toBe("warn");
    world.mirror({
      prefix: "new/",
      redirect: { enable_replace_prefix: true, replace_key_prefix_with: "old/" },
    });
    expect(await verdictOf("mirror rules", { spec })).toBe("pass");
  });

  test("must keep what they fetch", async () => {
    world.mirror({ redirect: { mirror_proxy_pass: true } });
    expect(await verdictOf("mirror rules")).toBe("warn");
  });

  test("warn about HEAD where they do not answer it, and about deletes as long as they are on", async () => {
    world.mirror({ redirect: { mirror_allow_head_object: false } });
    expect(await verdictOf("head and list")).toBe("warn");
    world.mirror();
    expect([await verdictOf("head and list"), await verdictOf("deletes")]).toEqual(["pass", "warn"]);
  });

  test("must be able to fetch what may be missing, within their limits", async () => {
    const limits = { mostChanged: 1e9, mostFailed: 0, mostMinutes: 15, mostAgeMinutes: 60 };
    expect(await verdictOf("mirror limits", { limits, tally: outcomes("copied", 60_000) })).toBe("pass");
    expect(await verdictOf("mirror limits", { limits, tally: outcomes("copied", 60_001) })).toBe("warn");
    expect(await verdictOf("mirror limits", { limits, tally: { copiedBytes: 8e9 } })).toBe("warn");
    const destination = { bucket: "destination", region: "cn-hangzhou" };
    expect(
      await verdictOf("mirror limits", { limits, tally: { copiedBytes: 8e9 }, spec: { destination } }),
    ).toBe("pass");
  });
});

describe("the canary", () => {
  const there = (): Buffer | undefined => world.cloud.oss.readObject("destination", "new");

  test("is a key that only the source has, and stays at the destination unless it is to be deleted", async () => {
    await world.cloud.s3.putObject("source", "new", "only there");
    world.mirror();

    expect(await verdictOf("canary", { canaryCleanup: true })).toBe("pass");
    expect(there()).toBeUndefined();
    expect(await verdictOf("canary")).toBe("pass");
    expect(there()?.toString()).toBe("only there");
  });

  test("is looked for below the prefixes, among what the job is about", async () => {
    const spec = {
      srcPrefix: "old/",
      destPrefix: "new/",
      filter: { include: ["*.png"], exclude: [] },
    };
    await world.cloud.s3.putObject("source", "old/a.txt", "filtered out");
    await world.cloud.s3.putObject("source", "old/b.png", "both");
    await world.cloud.oss.putObject("destination", "new/b.png", "both");
    await world.cloud.s3.putObject("source", "old/c.png", "archived", { storageClass: "GLACIER" });
    await world.cloud.s3.putObject("source", "old/d.png", "only there");
    world.mirror({
      prefix: "new/",
      redirect: { enable_replace_prefix: true, replace_key_prefix_with: "old/" },
    });

    const found = await world.check({ spec });

    expect(found["canary"]).toMatchObject({
      verdict: "pass",
      says: expect.stringContaining("GET new/d.png"),
    });
  });

  test("is not proved where there is none, where it is at the destination, or where the source lacks it", async () => {
    world.mirror();
    const says = async (change: object): Promise<unknown> => (await world.check(change))["canary"]?.says;
    expect(await says({})).toBe("not proved: no key was found that only the source has");
    expect(await says({ canaryKey: "a" })).toMatch(/^not proved: a is at the destination already/u);
    expect(await says({ canaryKey: "nowhere" })).toMatch(/^not proved: the source does not have nowhere/u);
    await world.cloud.s3.putObject("source", "new", "deleted by the application");
    expect(await says({ tally: { codes: { DESTINATION_DELETED: 1 } } })).toMatch(
      /^not proved: what is missing may/u,
    );
    expect(there()).toBeUndefined();
  });

  test("tells when user metadata is lost or content headers differ", async () => {
    const contentHeaders = { "content-type": "text/css" };
    await world.cloud.s3.putObject("source", "new", "dressed", {
      contentHeaders,
      userMetadata: { author: "alice" },
    });
    world.mirror();
    expect((await world.check())["canary"]).toMatchObject({
      verdict: "warn",
      says: expect.stringContaining("the user metadata author was lost"),
    });
  });

  test("fails where readers would get 424: a private source whose rule does not sign", async () => {
    await world.cloud.s3.putObject("source", "new", "private");
    world.cloud.oss.switchMirrorOn("destination", { url: `${world.cloud.s3.endpoint}/source/` });
    expect((await world.check())["canary"]).toMatchObject({
      verdict: "fail",
      says: expect.stringContaining("424"),
      todo: expect.stringContaining("cutover.privateSource"),
    });
  });

  test("fails where the rule leads elsewhere: to nothing, or to other bytes", async () => {
    await world.cloud.s3.putObject("source", "new", "right");
    world.cloud.s3.createBucket("other");
    world.mirror({ url: `${world.cloud.s3.endpoint}/other/` });
    expect((await world.check())["canary"]).toMatchObject({
      verdict: "fail",
      says: expect.stringContaining("404"),
    });
    await world.cloud.s3.putObject("other", "new", "wrong");
    expect((await world.check())["canary"]).toMatchObject({
      verdict: "fail",
      says: expect.stringContaining("other bytes"),
    });
  });

  test("is left alone when somebody else wrote it meanwhile", async () => {
    await world.cloud.s3.putObject("source", "new", "only there");
    world.mirror({ redirect: { mirror_proxy_pass: true } });
    // The first HEAD is before the GET, the second before the deletion.
    const match = { service: "oss", operation: "HeadObject" } as const;
    const id = world.cloud.faults.add({ match, nth: 2, fault: { kind: "latency", ms: 100 } });
    const checking = world.check({ canaryCleanup: true });
    await expect.poll(() => world.cloud.faults.list().find((rule) => rule.id === id)?.hit).toBe(1);
    await world.cloud.oss.putObject("destination", "new", "the application's");
    await checking;
    expect(there()?.toString()).toBe("the application's");
  });

  test("is left where it is, and said to be, when these keys may not delete it", async () => {
    await world.cloud.s3.putObject("source", "new", "only there");
    world.mirror();
    const fault = { kind: "error", status: 403, code: "AccessDenied" } as const;
    world.cloud.faults.add({ match: { operation: "DeleteObject" }, fault });
    expect((await world.check({ canaryCleanup: true }))["canary"]).toMatchObject({
      verdict: "warn",
      says: expect.stringContaining("may not be deleted again"),
    });
    expect(there()).toBeDefined();
  });
});

describe("the destination's settings", () => {
  test("a versioned bucket cannot have rules, and ignores create-only writes", async () => {
    world.mirror();
    world.cloud.oss.bucket("destination").versioning = "Suspended";
    expect(await verdictOf("versioning")).toBe("fail");
    world.cloud.oss.switchMirrorOff("destination");
    expect(await verdictOf("versioning")).toBe("warn");
  });

  test("lifecycle rules that touch objects below the prefix are named; others do not matter", async () => {
    const rule = (prefix: string, what: string): string =>
      `<LifecycleConfiguration><Rule><ID>tidy</ID><Prefix>${prefix}</Prefix><Status>Enabled</Status>${what}</Rule></LifecycleConfiguration>`;
    await world.put("lifecycle", rule("", "<AbortMultipartUpload><Days>7</Days></AbortMultipartUpload>"));
    expect(await verdictOf("lifecycle")).toBe("pass");
    await world.put("lifecycle", rule("logs/", "<Expiration><Days>30</Days></Expiration>"));
    expect(await verdictOf("lifecycle", { spec: { destPrefix: "photos/" } })).toBe("pass");
    expect((await world.check())["lifecycle"]).toMatchObject({
      verdict: "warn",
      says: expect.stringContaining("tidy (logs/*) deletes"),
    });
  });

  test("OSS should refuse overwrites by the fleet, and must not refuse the application's", async () => {
    expect(await verdictOf("protection")).toBe("warn");
    await world.put("overwriteConfig", FLEET_RULE);
    expect(await verdictOf("protection")).toBe("pass");
    await world.put("overwriteConfig", FLEET_RULE.replace(/<Principals>.*<\/Principals>/u, ""));
    expect(await verdictOf("protection")).toBe("fail");
  });
});

describe("those who still write to the source", () => {
  test("are seen by their open uploads, with the oldest", async () => {
    world.cloud.s3.clock.offsetMs = -3_600_000;
    world.cloud.s3.beginUpload("source", "begun-early");
    world.cloud.s3.clock.offsetMs = 0;
    world.cloud.s3.beginUpload("source", "begun-late");
    expect((await world.check())["open uploads"]).toMatchObject({
      verdict: "warn",
      says: expect.stringMatching(/^2 multipart uploads are open .*\(begun-early\)$/u),
    });
  });

  test("are guessed at by what the last round copied", async () => {
    expect(await verdictOf("late writers")).toBe("pass");
    expect(await verdictOf("late writers", { tally: outcomes("copied", 3) })).toBe("warn");
  });

  test("are counted by a listing when asked: what was written since the last round began", async () => {
    const now = world.cloud.s3.clock.nowMs();
    await world.cloud.s3.putObject("source", "a", "both", { lastModifiedMs: now - 600_000 });
    const change = { ageMinutes: 5, lateWritersMs: 10_000 };
    expect(await verdictOf("late writers", change)).toBe("pass");

    await world.cloud.s3.putObject("source", "late", "later", { lastModifiedMs: now - 60_000 });
    expect((await world.check(change))["late writers"]).toMatchObject({
      verdict: "warn",
      says: "1 object was written at the source since the last round began",
    });
    const limits = { mostChanged: 0, mostFailed: 0, mostMinutes: 15, mostAgeMinutes: 60 };
    expect(await verdictOf("late writers", { ...change, limits })).toBe("fail");
  });

  test("may hide behind what there was no time to list", async () => {
    const old = { lastModifiedMs: world.cloud.s3.clock.nowMs() - 600_000 };
    for (let index = 0; index < 1_001; index++) {
      await world.cloud.s3.putObject("source", `k${index}`, "", old);
    }
    await world.cloud.s3.putObject("source", "a", "both", old);
    expect((await world.check({ lateWritersMs: 0 }))["late writers"]).toMatchObject({
      verdict: "warn",
      says: expect.stringContaining("among the first 1,000 keys"),
    });
  });
});
