import { expect, test } from "vitest";
import { ControlBucket } from "../../../bench/server/control-bucket.ts";
import type { StoreRequest } from "../../../bench/server/request.ts";
import { Tally } from "../../../bench/server/tally.ts";

const EMPTY = Buffer.alloc(0);

function request(method: string, key: string, query: Readonly<Record<string, string>> = {}): StoreRequest {
  return {
    method,
    bucket: "control",
    key,
    query: new Map(Object.entries(query)),
    headers: new Map([["x-oss-forbid-overwrite", "true"]]),
    bodySizeBytes: 0,
    client: "worker-1",
  };
}

// Workers judge by them who is alive, and cut partitions for those who are.
test("lists when an object was written", () => {
  const bucket = new ControlBucket(new Tally(), []);
  const beforeMs = Date.now();
  bucket.reply(request("PUT", "jobs/bench/workers/one"), EMPTY);

  const { reply } = bucket.reply(request("GET", "", { "list-type": "2" }), EMPTY);

  const [, modified = ""] =
    /<LastModified>(.*?)</u.exec(Buffer.isBuffer(reply.body) ? reply.body.toString() : "") ?? [];
  expect(Date.parse(modified)).toBeGreaterThanOrEqual(beforeMs);
  expect(Date.parse(modified)).toBeLessThanOrEqual(Date.now());
});

test("creates an object once", () => {
  const bucket = new ControlBucket(new Tally(), []);

  const [first, second] = ["one", "two"].map((text) =>
    bucket.reply(request("PUT", "jobs/bench/claims/1"), Buffer.from(text)),
  );

  expect([first?.reply.status, second?.reply.status]).toEqual(["200 OK", "409 Conflict"]);
});
