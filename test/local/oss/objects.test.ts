import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { elementOf, type RawRequest, requestHead, send, sendBytes } from "../raw-client.ts";

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
  cloud.oss.createBucket("bucket");
});
afterAll(() => cloud.close());

const call = (method: string, key: string, more: RawRequest = {}) =>
  send(cloud.oss, { method, bucket: "bucket", key, ...more });

describe("PutObject", () => {
  test("answers with ETag, Content-MD5, CRC-64 and request id, and the object is there at once", async () => {
    const put = await call("PUT", "greeting", { body: "123456789" });
    expect(put.status).toBe(200);
    expect(put.headers).toMatchObject({
      etag: '"25F9E794323B453885F5181F1B624D0B"',
      "content-md5": "JfnnlDI7RTiF9RgfG2JNCw==",
      "x-oss-hash-crc64ecma": "11051210869376104954",
    });
    expect(put.headers["x-oss-request-id"]).toMatch(/^[0-9A-F]{24}$/);
    expect((await call("GET", "greeting")).text).toBe("123456789");
  });

  test("keeps content headers, user metadata in lower case, tags, storage class and encryption", async () => {
    await call("PUT", "dressed", {
      body: "x",
      headers: {
        "content-type": "text/css",
        "cache-control": "max-age=5",
        "content-disposition": "attachment",
        "content-encoding": "gzip",
        "content-language": "de",
        expires: "Mon, 23 Nov 2026 07:03:00 GMT",
        "x-oss-meta-author": "alice",
        "x-oss-tagging": "a=b&c%20d=e%2Bf",
        "x-oss-storage-class": "IA",
        "x-oss-server-side-encryption": "AES256",
      },
    });
    const { headers } = await call("HEAD", "dressed");
    expect(headers).toMatchObject({
      "content-type": "text/css",
      "cache-control": "max-age=5",
      "content-disposition": "attachment",
      "content-encoding": "gzip",
      "content-language": "de",
      expires: "Mon, 23 Nov 2026 07:03:00 GMT",
      "x-oss-meta-author": "alice",
      "x-oss-tagging-count": "2",
      "x-oss-storage-class": "IA",
      "x-oss-server-side-encryption": "AES256",
      "x-oss-object-type": "Normal",
    });
  });

  test("replaces an object whole: nothing of the one before stays", async () => {
    await call("PUT", "replaced", { body: "long content", headers: { "x-oss-meta-a": "1" } });
    await call("PUT", "replaced", { body: "short" });
    const answer = await call("GET", "replaced");
    expect(answer.text).toBe("short");
    expect(answer.headers["x-oss-meta-a"]).toBeUndefined();
  });

  test("a body of no bytes is an object of no bytes", async () => {
    await call("PUT", "empty", { body: "" });
    const answer = await call("GET", "empty");
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    expect(answer.headers["x-oss-hash-crc64ecma"]).toBe("0");
  });

  test("a body above 64 KiB comes back as it went", async () => {
    const body = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 7) % 253));
    await call("PUT", "large", { body });
    expect((await call("GET", "large")).body.equals(body)).toBe(true);
  });

  test("a chunked body needs no length", async () => {
    const put = await call("PUT", "chunked", { headers: { "transfer-encoding": "chunked" }, body: "abc" });
    expect(put.status).toBe(200);
    expect((await call("GET", "chunked")).text).toBe("abc");
  });

  test("neither length nor chunks: 411 MissingContentLength", async () => {
    const request = { method: "PUT", bucket: "bucket", key: "none" };
    const answer = await sendBytes(
      cloud.oss.port,
      requestHead(cloud.oss, request, ["connection: close"]),
      false,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 411 [^]*MissingContentLength/);
  });

  test("a right Content-MD5 passes; a wrong one is 400 InvalidDigest, and nothing is stored", async () => {
    const md5 = createHash("md5").update("abc").digest("base64");
    expect((await call("PUT", "md5-right", { body: "abc", headers: { "content-md5": md5 } })).status).toBe(
      200,
    );
    const wrong = await call("PUT", "md5-wrong", { body: "abd", headers: { "content-md5": md5 } });
    expect([wrong.status, elementOf(wrong, "Code")]).toEqual([400, "InvalidDigest"]);
    expect((await call("HEAD", "md5-wrong")).status).toBe(404);
  });

  test("a body that ends short stores nothing, and leaves the object before it alone", async () => {
    await call("PUT", "interrupted", { body: "before" });
    const request = { method: "PUT", bucket: "bucket", key: "interrupted" };
    const head = requestHead(cloud.oss, request, ["content-length: 10"]);
    expect(await sendBytes(cloud.oss.port, `${head}only6b`, true)).not.toContain("200 OK");
    expect((await call("GET", "interrupted")).text).toBe("before");
  });

  test("a body that stops coming: 400 RequestTimeout, nothing stored", async () => {
    const impatient = await startLocalCloud({ bodyIdleTimeoutMs: 50 });
    impatient.oss.createBucket("bucket");
    const request = { method: "PUT", bucket: "bucket", key: "stalled" };
    const head = requestHead(impatient.oss, request, ["content-length: 10"]);
    const answer = await sendBytes(impatient.oss.port, `${head}only6b`, false);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*<Code>RequestTimeout</);
    expect(impatient.oss.readObject("bucket", "stalled")).toBeUndefined();
    await impatient.close();
  });

  test("conditions on a write: 501 NotImplemented, whichever and however true", async () => {
    for (const name of ["if-match", "if-none-match"]) {
      const answer = await call("PUT", "conditional", { body: "x", headers: { [name]: "*" } });
      expect([answer.status, elementOf(answer, "Code"), elementOf(answer, "EC")]).toEqual([
        501,
        "NotImplemented",
        "0017-00000245",
      ]);
    }
    expect((await call("HEAD", "conditional")).status).toBe(404);
  });
});

describe("GetObject and HeadObject", () => {
  test("a range is answered 206, with the CRC-64 of the whole object", async () => {
    await call("PUT", "digits", { body: "123456789" });
    const answer = await call("GET", "digits", { headers: { range: "bytes=2-4" } });
    expect([answer.status, answer.text]).toEqual([206, "345"]);
    expect(answer.headers).toMatchObject({
      "content-range": "bytes 2-4/9",
      "content-length": "3",
      "x-oss-hash-crc64ecma": "11051210869376104954",
    });
    expect((await call("GET", "digits", { headers: { range: "bytes=-2" } })).text).toBe("89");
    expect((await call("GET", "digits", { headers: { range: "bytes=7-" } })).text).toBe("89");
  });

  test("a range past the end gives the whole object, unless the standard behaviour is asked for", async () => {
    await call("PUT", "digits", { body: "123456789" });
    const past = { range: "bytes=5-20" };
    const beyond = { range: "bytes=9-20" };
    const standard = { "x-oss-range-behavior": "standard" };
    expect((await call("GET", "digits", { headers: past })).status).toBe(200);
    expect((await call("GET", "digits", { headers: beyond })).status).toBe(200);
    expect((await call("GET", "digits", { headers: { ...past, ...standard } })).text).toBe("6789");
    const refused = await call("GET", "digits", { headers: { ...beyond, ...standard } });
    expect([refused.status, elementOf(refused, "Code")]).toEqual([416, "InvalidRange"]);
  });

  test("conditions are honoured on reads: 304 and 412", async () => {
    const { headers } = await call("PUT", "conditions", { body: "x" });
    const etag = headers["etag"] ?? "";
    const past = "Mon, 01 Jan 2001 00:00:00 GMT";
    const future = "Mon, 01 Jan 2035 00:00:00 GMT";
    const statusWith = async (condition: Record<string, string>): Promise<number> =>
      (await call("GET", "conditions", { headers: condition })).status;
    expect(await statusWith({ "if-match": etag })).toBe(200);
    expect(await statusWith({ "if-match": '"other"' })).toBe(412);
    expect(await statusWith({ "if-none-match": etag })).toBe(304);
    expect(await statusWith({ "if-none-match": '"other"' })).toBe(200);
    expect(await statusWith({ "if-modified-since": past })).toBe(200);
    expect(await statusWith({ "if-modified-since": future })).toBe(304);
    expect(await statusWith({ "if-unmodified-since": past })).toBe(412);
    expect(await statusWith({ "if-unmodified-since": future })).toBe(200);
  });

  test("what is not there: 404, for HEAD with the error document in x-oss-err", async () => {
    const get = await call("GET", "nothing");
    expect([get.status, elementOf(get, "Code"), elementOf(get, "EC")]).toEqual([
      404,
      "NoSuchKey",
      "0026-00000001",
    ]);
    expect(elementOf(get, "RequestId")).toBe(get.headers["x-oss-request-id"]);
    const head = await call("HEAD", "nothing");
    const document = Buffer.from(head.headers["x-oss-err"] ?? "", "base64").toString();
    expect(head).toMatchObject({ status: 404, headers: { "x-oss-ec": "0026-00000001" } });
    expect(document).toContain("<Code>NoSuchKey</Code>");
  });

  test("Date is the service's clock in whole seconds, and Last-Modified is by the same clock", async () => {
    cloud.oss.clock.offsetMs = -5 * 3600_000;
    await call("PUT", "dated", { body: "x" });
    const { headers } = await call("HEAD", "dated");
    cloud.oss.clock.offsetMs = 0;
    const ageMs = Date.parse(headers["date"] ?? "") - Date.parse(headers["last-modified"] ?? "");
    expect(ageMs).toBeGreaterThanOrEqual(0);
    expect(ageMs).toBeLessThan(60_000);
    expect(Date.now() - Date.parse(headers["date"] ?? "")).toBeGreaterThan(4.9 * 3600_000);
  });

  test("an archived object has a head but cannot be read", async () => {
    await call("PUT", "archived", { body: "x", headers: { "x-oss-storage-class": "Archive" } });
    expect((await call("HEAD", "archived")).status).toBe(200);
    const answer = await call("GET", "archived");
    expect([answer.status, elementOf(answer, "Code")]).toEqual([403, "InvalidObjectState"]);
  });
});

describe("deleting, copying, appending and tagging", () => {
  test("deleting is 204, whether or not there was anything", async () => {
    await call("PUT", "deleted", { body: "x" });
    expect((await call("DELETE", "deleted")).status).toBe(204);
    expect((await call("DELETE", "deleted")).status).toBe(204);
    expect((await call("GET", "deleted")).status).toBe(404);
  });

  test("a copy has the bytes and the metadata, or new metadata when asked", async () => {
    await call("PUT", "original", { body: "x", headers: { "x-oss-meta-a": "1" } });
    const copy = { "x-oss-copy-source": "/bucket/original" };
    expect((await call("PUT", "copied", { headers: copy })).status).toBe(200);
    expect((await call("GET", "copied")).headers["x-oss-meta-a"]).toBe("1");
    await call("PUT", "copied", { headers: { ...copy, "x-oss-metadata-directive": "REPLACE" } });
    expect((await call("GET", "copied")).headers["x-oss-meta-a"]).toBeUndefined();
    const missing = await call("PUT", "copied", { headers: { "x-oss-copy-source": "/bucket/nothing" } });
    expect(missing.status).toBe(404);
  });

  test("appending goes on only at the true length, and says what that is", async () => {
    const append = (position: number, body: string) =>
      call("POST", "log", { query: { append: "", position: String(position) }, body });
    expect((await append(0, "1234")).headers["x-oss-next-append-position"]).toBe("4");
    const lost = await append(0, "xx");
    expect([lost.status, elementOf(lost, "Code"), lost.headers["x-oss-next-append-position"]]).toEqual([
      409,
      "PositionNotEqualToLength",
      "4",
    ]);
    expect((await append(4, "56789")).headers["x-oss-hash-crc64ecma"]).toBe("11051210869376104954");
    expect((await call("GET", "log")).text).toBe("123456789");
    await call("PUT", "no-log", { body: "x" });
    expect((await call("POST", "no-log", { query: { append: "", position: "1" }, body: "x" })).status).toBe(
      409,
    );
  });

  test("tags can be read, replaced and removed", async () => {
    await call("PUT", "tagged", { body: "x", headers: { "x-oss-tagging": "a=1" } });
    const tagging = { query: { tagging: "" } };
    expect((await call("GET", "tagged", tagging)).text).toContain("<Tag><Key>a</Key><Value>1</Value></Tag>");
    const body = "<Tagging><TagSet><Tag><Key>b</Key><Value>2 + 3</Value></Tag></TagSet></Tagging>";
    expect((await call("PUT", "tagged", { ...tagging, body })).status).toBe(200);
    expect((await call("GET", "tagged", tagging)).text).toContain("<Key>b</Key><Value>2 + 3</Value>");
    expect((await call("DELETE", "tagged", tagging)).status).toBe(204);
    expect((await call("GET", "tagged", tagging)).text).not.toContain("<Tag>");
    expect((await call("GET", "tagged")).text).toBe("x");
  });

  test("what the local OSS does not know is 501, never mistaken for something else", async () => {
    await call("PUT", "known", { body: "x" });
    expect((await call("GET", "known", { query: { symlink: "" } })).status).toBe(501);
    expect((await call("DELETE", "known", { query: { worm: "" } })).status).toBe(501);
    expect((await call("GET", "known")).status).toBe(200);
  });
});
