import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../local/cloud.ts";
import type { Fault, FaultMatch, FaultRule } from "../../local/faults.ts";
import { elementOf, elementsOf, type RawAnswer, type RawRequest, send } from "./raw-client.ts";

const SERVICES = ["oss", "s3"] as const;
const CONTENT = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, index) => (index * 13) % 251));

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  for (const service of SERVICES) {
    cloud[service].createBucket("bucket");
    await cloud[service].putObject("bucket", "key", CONTENT);
  }
});
afterEach(() => {
  cloud.faults.clear();
});

const script = (
  fault: Fault,
  match: FaultMatch = {},
  when: Omit<FaultRule, "fault" | "match"> = {},
): number => cloud.faults.add({ fault, match, ...when });

describe.each(SERVICES)("faults of the local %s", (service) => {
  const call = (method: string, key: string, more: RawRequest = {}): Promise<RawAnswer> =>
    send(cloud[service], { method, bucket: "bucket", key, ...more });
  const get = (): Promise<RawAnswer> => call("GET", "key");
  const put = (body = "new"): Promise<RawAnswer> => call("PUT", "fresh", { body });
  const stored = (): string | undefined => cloud[service].readObject("bucket", "fresh")?.toString();
  const list = (query: Record<string, string> = {}): Promise<RawAnswer> =>
    call("GET", "", { query: { "list-type": "2", ...query } });
  /** Sends a request and, beside it, one for an object that no rule is about: which is answered first? */
  const overtakes = async (action: () => Promise<unknown>): Promise<{ first: string; tookMs: number }> => {
    await cloud[service].putObject("bucket", "other", CONTENT);
    const started = performance.now();
    const slow = action();
    const first = await Promise.race([slow.then(() => "this"), call("GET", "other").then(() => "the other")]);
    await slow;
    await call("DELETE", "other");
    return { first, tookMs: performance.now() - started };
  };

  test("error: that status and code, and nothing is done", async () => {
    script({ kind: "error", status: 503, code: "SlowDown", qosDelayMs: 250 });
    const answer = await put();
    expect([answer.status, elementOf(answer, "Code"), stored()]).toEqual([503, "SlowDown", undefined]);
    expect(answer.headers["x-oss-qos-delay-time"]).toBe("250");
    cloud.faults.clear();
    expect([(await put()).status, stored()]).toEqual([200, "new"]);
  });

  test("reset-before: no answer, and nothing is done", async () => {
    script({ kind: "reset-before" }, {}, { times: 1 });
    await expect(put()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(stored()).toBeUndefined();
    expect([(await put()).status, stored()]).toEqual([200, "new"]);
  });

  test("reset-after: no answer, but it is done", async () => {
    script({ kind: "reset-after" }, {}, { times: 1 });
    await expect(put()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(stored()).toBe("new");
    expect((await put()).status).toBe(200);
  });

  test("truncate-response: the body ends early and the connection with it", async () => {
    script({ kind: "truncate-response", afterBytes: 100_000 }, {}, { times: 1 });
    await expect(get()).rejects.toMatchObject({ message: "aborted" });
    expect((await get()).body.equals(CONTENT)).toBe(true);
  });

  test("corrupt-response: one bit is wrong, the length is right", async () => {
    script({ kind: "corrupt-response" }, {}, { times: 1 });
    const [bad, good] = [await get(), await get()];
    expect([bad.body.length, wrongBits(bad.body, CONTENT)]).toEqual([CONTENT.length, 1]);
    expect(wrongBits(good.body, CONTENT)).toBe(0);
  });

  test("corrupt-request: one bit arrives wrong, and the answer tells what arrived", async () => {
    const clean = (await put("content")).headers;
    script({ kind: "corrupt-request" }, {}, { times: 1 });
    const corrupted = (await put("content")).headers;
    expect(wrongBits(Buffer.from(stored() ?? ""), Buffer.from("content"))).toBe(1);
    const name = Object.keys(clean).find((header) => header.includes("crc64")) ?? "";
    expect(corrupted[name]).not.toBe(clean[name]);
    expect((await put("content")).headers[name]).toBe(clean[name]);
  });

  test("stall: silence before the answer, or within the body; others are answered meanwhile", async () => {
    for (const afterBytes of [undefined, 1000]) {
      const fault = { kind: "stall", ms: 400, ...(afterBytes !== undefined && { afterBytes }) } as const;
      const id = script(fault, { key: "^key$" });
      expect(await overtakes(get)).toEqual({ first: "the other", tookMs: atLeast(399) });
      cloud.faults.remove(id);
    }
    expect((await get()).body.equals(CONTENT)).toBe(true);
  });

  test("trickle: bodies pass slowly in both directions, and arrive whole", async () => {
    script({ kind: "trickle", bytesPerSecond: 1_000_000 }, { key: "^(key|fresh)$" });
    expect(await overtakes(get)).toEqual({ first: "the other", tookMs: atLeast(250) });
    expect(await overtakes(() => put("x".repeat(300_000)))).toEqual({
      first: "the other",
      tookMs: atLeast(250),
    });
    expect((await get()).body.equals(CONTENT)).toBe(true);
    expect(stored()).toBe("x".repeat(300_000));
  });

  test("latency: every request waits, and several waits add up", async () => {
    script({ kind: "latency", ms: 250 }, { key: "^key$" });
    script({ kind: "latency", ms: 150 }, { key: "^key$" });
    expect(await overtakes(get)).toEqual({ first: "the other", tookMs: atLeast(399) });
  });

  test("empty-page: nothing, but more to come, which the token then brings", async () => {
    script({ kind: "empty-page" }, { operation: "ListObjectsV2" }, { times: 1 });
    const empty = await list();
    expect([elementsOf(empty, "Key"), elementOf(empty, "IsTruncated")]).toEqual([[], "true"]);
    expect(elementOf(empty, "NextContinuationToken")).not.toBe("");
    const rest = await list({ "continuation-token": elementOf(empty, "NextContinuationToken") ?? "" });
    expect([elementsOf(rest, "Key"), elementOf(rest, "IsTruncated")]).toEqual([["key"], "false"]);
  });

  test("empty-page in the middle goes on after the page before", async () => {
    await cloud[service].putObject("bucket", "later", "x");
    const first = await list({ "max-keys": "1" });
    script({ kind: "empty-page" }, {}, { times: 1 });
    const token = (page: RawAnswer): Record<string, string> => ({
      "continuation-token": elementOf(page, "NextContinuationToken") ?? "",
    });
    const empty = await list(token(first));
    expect(elementsOf(await list(token(empty)), "Key")).toEqual(["later"]);
  });

  test("short-page: fewer keys than asked for, and more to come", async () => {
    await cloud[service].putObject("bucket", "later", "x");
    script({ kind: "short-page", maxKeys: 1 }, {}, { times: 1 });
    const short = await list({ "max-keys": "1000" });
    expect([elementsOf(short, "Key"), elementOf(short, "IsTruncated")]).toEqual([["key"], "true"]);
    expect(elementsOf(await list({ "max-keys": "1000" }), "Key")).toEqual(["key", "later"]);
  });

  test("stale-list: the bucket as it was then", async () => {
    cloud[service].createBucket("bucket");
    script({ kind: "stale-list", ageMs: 3_600_000 });
    await cloud[service].putObject("bucket", "key", "1");
    expect(elementsOf(await list(), "Key")).toEqual([]);
    cloud.faults.clear();
    expect(elementsOf(await list(), "Key")).toEqual(["key"]);
  });

  test.runIf(service === "oss")(
    "forget-create-only: the second create-only write replaces the first",
    async () => {
      const create = (body: string): Promise<RawAnswer> =>
        call("PUT", "fresh", { body, headers: { "x-oss-forbid-overwrite": "true" } });
      const before = [(await create("first")).status, (await create("second")).status, stored()];
      expect(before).toEqual([200, 409, "first"]);
      script({ kind: "forget-create-only" });
      expect([(await create("second")).status, stored()]).toEqual([200, "second"]);
    },
  );

  test("expired-credentials: refused as the service refuses them", async () => {
    script({ kind: "expired-credentials" }, {}, { times: 1 });
    const answer = await get();
    const expected = service === "oss" ? [403, "SecurityTokenExpired"] : [400, "ExpiredToken"];
    expect([answer.status, elementOf(answer, "Code")]).toEqual(expected);
    expect((await get()).status).toBe(200);
  });
});

describe("which requests a rule hits", () => {
  const statusOf = async (service: "oss" | "s3", request: RawRequest): Promise<number> =>
    (await send(cloud[service], { bucket: "bucket", key: "key", ...request })).status;
  const refuse: Fault = { kind: "error", status: 503, code: "SlowDown" };

  test("by service, method, operation, bucket, key and client", async () => {
    cloud.oss.createBucket("other");
    await cloud.oss.putObject("other", "key", "x");
    const stranger = cloud.oss.keys.create();
    const cases: readonly (readonly [FaultMatch, RawRequest, RawRequest])[] = [
      [{ method: "HEAD" }, { method: "HEAD" }, { method: "GET" }],
      [{ operation: "GetObjectTagging" }, { query: { tagging: "" } }, {}],
      [{ bucket: "other" }, { bucket: "other" }, {}],
      [{ key: "^k.y$" }, {}, { key: "" }],
      [{ client: stranger.accessKeyId }, { accessKey: stranger }, {}],
    ];
    for (const [match, hit, spared] of cases) {
      const id = script(refuse, match);
      expect([await statusOf("oss", hit), await statusOf("oss", spared)]).toEqual([503, 200]);
      cloud.faults.remove(id);
      expect(await statusOf("oss", hit)).toBe(200);
    }
    script(refuse, { service: "s3" });
    expect([await statusOf("oss", {}), await statusOf("s3", {})]).toEqual([200, 503]);
  });

  test("by occurrence: the n-th only, or so many times", async () => {
    const statuses = async (count: number): Promise<number[]> => {
      const all = [];
      for (let index = 0; index < count; index++) all.push(await statusOf("oss", {}));
      return all;
    };
    const nth = script(refuse, {}, { nth: 2 });
    expect(await statuses(4)).toEqual([200, 503, 200, 200]);
    cloud.faults.remove(nth);
    script(refuse, {}, { times: 2 });
    expect(await statuses(4)).toEqual([503, 503, 200, 200]);
    expect(cloud.faults.list()).toMatchObject([{ matched: 4, hit: 2 }]);
  });

  test("by chance, the same for the same seed", async () => {
    const run = async (seed: number): Promise<number[]> => {
      const id = script(refuse, {}, { probability: 0.5, seed });
      const all = [];
      for (let index = 0; index < 30; index++) all.push(await statusOf("oss", {}));
      cloud.faults.remove(id);
      return all;
    };
    const first = await run(1);
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });
});

function wrongBits(actual: Buffer, expected: Buffer): number {
  let wrong = 0;
  for (const [index, byte] of actual.entries()) {
    for (let difference = byte ^ (expected[index] ?? 0); difference > 0; difference >>= 1)
      wrong += difference & 1;
  }
  return wrong;
}

function atLeast(ms: number): number {
  return expect.toSatisfy((actual: number) => actual >= ms) as number;
}
