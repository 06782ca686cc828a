import { expect, test } from "vitest";
import type { RequestHead } from "../../../bench/server/connection.ts";
import { readRequest } from "../../../bench/server/request.ts";

function head(path: string, headers: Record<string, string> = {}, query = ""): RequestHead {
  return { method: "GET", path, query, headers: new Map(Object.entries(headers)), bodySizeBytes: 0 };
}

test("bucket and key are read from the path, decoded", () => {
  expect(readRequest(head("/source/a%20b/c", { host: "127.0.0.1:1" }))).toMatchObject({
    bucket: "source",
    key: "a b/c",
  });
});

test("a bucket in the host name leaves the whole path to the key", () => {
  expect(readRequest(head("/source/a", { host: "control.localhost:1" }))).toMatchObject({
    bucket: "control",
    key: "source/a",
  });
});

test("a request without a key is about the bucket, with or without the last slash", () => {
  expect(readRequest(head("/source"))).toMatchObject({ bucket: "source", key: "" });
  expect(readRequest(head("/source/"))).toMatchObject({ bucket: "source", key: "" });
});

test("a bucket that the bench does not have is refused", () => {
  expect(readRequest(head("/elsewhere/a"))).toBeUndefined();
});

test.for([
  ["AWS4-HMAC-SHA256 Credential=worker-7/20260101/r/s3/aws4_request, SignedHeaders=host, Signature=0", ""],
  ["OSS4-HMAC-SHA256 Credential=worker-7/20260101/r/oss/aliyun_v4_request,Signature=0", ""],
  ["", "X-Amz-Credential=worker-7%2F20260101%2Fr%2Fs3%2Faws4_request"],
] as const)("the client is who signed: %s %s", ([authorization, query]) => {
  expect(readRequest(head("/source/a", { authorization }, query))?.client).toBe("worker-7");
});
