import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, elementsOf, exchange, type RawRequest, send, sign } from "../raw-client.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
  cloud.oss.createBucket("bucket");
});
afterAll(() => cloud.close());

const put = (key: string | Buffer, more: RawRequest = {}) =>
  send(cloud.oss, { method: "PUT", bucket: "bucket", key, body: "content", ...more });

const ODD_KEYS = [
  "a//b",
  "a/../b",
  "a/./b",
  "../up",
  ".",
  "..",
  "trailing/",
  "back\\slash",
  "percent%2Fslash",
  "%",
  "%zz",
  "a+b c",
  "?query=1",
  "#fragment",
  "quo\"te's",
  "<&>",
  "tab\tand\nline",
  "\u0001\u001f",
  " leading and trailing ",
  "grün/日本/😀",
  "e\u0301 is not é",
  "~!@$^*()=[]{}|;:,`",
  "x".repeat(1023),
];

describe("keys", () => {
  test.each(ODD_KEYS)("%j goes in, is found under the very same bytes, and is listed so", async (key) => {
    expect((await put(key)).status).toBe(200);
    expect((await send(cloud.oss, { bucket: "bucket", key })).text).toBe("content");
    const listing = await send(cloud.oss, {
      bucket: "bucket",
      query: { "list-type": "2", prefix: key, "encoding-type": "url", "max-keys": "1" },
    });
    expect(decodeURIComponent(elementOf(listing, "Key") ?? "")).toBe(key);
    expect((await send(cloud.oss, { method: "DELETE", bucket: "bucket", key })).status).toBe(204);
    expect(cloud.oss.bucket("bucket").objectCount).toBe(0);
  });

  test.each([
    ["a leading slash", "/lead"],
    ["a leading backslash", "\\lead"],
    ["1,024 bytes", "x".repeat(1024)],
    ["1,024 bytes in fewer characters", "é".repeat(512)],
    ["bytes that are not UTF-8", Buffer.from([0x61, 0xff])],
  ])("%s: 400 InvalidObjectName", async (_, key) => {
    const answer = await put(key);
    expect([answer.status, elementOf(answer, "Code"), elementOf(answer, "EC")]).toEqual([
      400,
      "InvalidObjectName",
      "0016-00000005",
    ]);
  });

  test("the path may be escaped more or less than it has to be: the same key, the same signature", async () => {
    const { headers } = sign(cloud.oss, { method: "PUT", bucket: "bucket", key: "a(b)/c" });
    const target = "/bucket/%61(b)%2Fc";
    expect((await exchange(cloud.oss, { method: "PUT", target, headers, body: "x" })).status).toBe(200);
    expect(cloud.oss.readObject("bucket", "a(b)/c")?.toString()).toBe("x");
  });
});

describe("which bucket a request is about", () => {
  test.each([
    ["bucket.oss-cn-hongkong.aliyuncs.com"],
    ["bucket.oss-cn-hongkong-internal.aliyuncs.com:8080"],
    ["bucket.localhost"],
    ["bucket.anything.else"],
    ["BUCKET.localhost"],
  ])("Host %s: the bucket stands in front of it, the path is the key", async (host) => {
    cloud.oss.createBucket("bucket");
    await cloud.oss.putObject("bucket", "a//b", "content");
    const { headers } = sign(cloud.oss, { bucket: "bucket", key: "a//b" });
    const answer = await exchange(cloud.oss, {
      method: "GET",
      target: "/a//b",
      headers: { ...headers, host },
    });
    expect(answer.text).toBe("content");
  });

  test.each([
    ["127.0.0.1"],
    ["127.0.0.1:1234"],
    ["[::1]:1234"],
    ["localhost:1234"],
    ["oss-cn-hongkong.aliyuncs.com"],
  ])("Host %s: the bucket is the first segment of the path", async (host) => {
    cloud.oss.createBucket("bucket");
    await cloud.oss.putObject("bucket", "x", "content");
    const { target, headers } = sign(cloud.oss, { bucket: "bucket", key: "x" });
    const answer = await exchange(cloud.oss, { method: "GET", target, headers: { ...headers, host } });
    expect(answer.text).toBe("content");
  });

  test("the whole URL as request target, as proxies send it, is the same request", async () => {
    await cloud.oss.putObject("bucket", "x", "content");
    const { target, headers } = sign(cloud.oss, { bucket: "bucket", key: "x" });
    const answer = await exchange(cloud.oss, { method: "GET", target: `http://127.0.0.1${target}`, headers });
    expect(answer.text).toBe("content");
  });
});

describe("user metadata and tags", () => {
  test("up to 8 KB of metadata fit, more is refused", async () => {
    const header = "x-oss-meta-m";
    const most = "v".repeat(8192 - header.length);
    expect((await put("fits", { headers: { [header]: most } })).status).toBe(200);
    const answer = await put("too-much", { headers: { [header]: `${most}v` } });
    expect([answer.status, elementOf(answer, "EC")]).toEqual([400, "0011-00000002"]);
  });

  test.each(["under_score", "do.t", "per%cent"])(
    "a metadata name with other characters, %j, is refused",
    async (name) => {
      const answer = await put("bad-name", { headers: { [`x-oss-meta-${name}`]: "v" } });
      expect([answer.status, elementOf(answer, "EC")]).toEqual([400, "0011-00000004"]);
    },
  );

  test("values come back byte for byte", async () => {
    const value = Buffer.from("grün").toString("latin1");
    await put("bytes", { headers: { "x-oss-meta-colour": value } });
    const { headers } = await send(cloud.oss, { bucket: "bucket", key: "bytes" });
    expect(headers["x-oss-meta-colour"]).toBe(value);
  });

  test("more than ten tags, a tag twice, too long or with odd characters: 400 InvalidTag", async () => {
    const eleven = Array.from({ length: 11 }, (_, index) => `t${index}=v`).join("&");
    for (const tagging of [
      eleven,
      "a=1&a=2",
      `${"n".repeat(129)}=v`,
      `n=${"v".repeat(257)}`,
      "n=a%40b",
      "n=%C3%A9",
    ]) {
      const answer = await put("tagged", { headers: { "x-oss-tagging": tagging } });
      expect([answer.status, elementOf(answer, "Code")]).toEqual([400, "InvalidTag"]);
    }
  });

  test("an unknown storage class is refused", async () => {
    expect((await put("class", { headers: { "x-oss-storage-class": "STANDARD" } })).status).toBe(400);
  });
});

describe("several deletes in one request", () => {
  test("deletes what is there, names what was asked for, and can be quiet", async () => {
    cloud.oss.createBucket("bucket");
    for (const key of ["a", "b & c", "d"]) await cloud.oss.putObject("bucket", key, "x");
    const body = (quiet: boolean, ...keys: string[]): string =>
      `<Delete><Quiet>${String(quiet)}</Quiet>${keys.map((key) => `<Object><Key>${key}</Key></Object>`).join("")}</Delete>`;
    const answer = await send(cloud.oss, {
      method: "POST",
      bucket: "bucket",
      query: { delete: "" },
      body: body(false, "a", "b &amp; c", "never was"),
    });
    expect(elementsOf(answer, "Key")).toEqual(["a", "b &amp; c", "never was"]);
    expect(cloud.oss.bucket("bucket").objectCount).toBe(1);
    const quiet = await send(cloud.oss, {
      method: "POST",
      bucket: "bucket",
      query: { delete: "" },
      body: body(true, "d"),
    });
    expect([quiet.status, quiet.text]).toEqual([200, ""]);
    const broken = await send(cloud.oss, {
      method: "POST",
      bucket: "bucket",
      query: { delete: "" },
      body: "<Delete>",
    });
    expect([broken.status, elementOf(broken, "Code")]).toEqual([400, "MalformedXML"]);
  });
});
