import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../../local/cloud.ts";
import { CRC64_XZ, crcOf } from "../../../local/store/crc.ts";
import { elementOf, elementsOf, type RawAnswer, type RawRequest, send } from "../raw-client.ts";

const PART = 100 * 1024;

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud();
});
afterAll(() => cloud.close());
beforeEach(() => {
  cloud.oss.createBucket("bucket");
});

const call = (method: string, query: Record<string, string>, more: RawRequest = {}) =>
  send(cloud.oss, { method, bucket: "bucket", key: "giant", query, ...more });

const initiate = async (headers: Record<string, string> = {}): Promise<string> =>
  elementOf(await call("POST", { uploads: "" }, { headers }), "UploadId") ?? "";

const upload = (uploadId: string, partNumber: number, body: Buffer): Promise<RawAnswer> =>
  call("PUT", { uploadId, partNumber: String(partNumber) }, { body });

const complete = (uploadId: string, parts: readonly (readonly [number, string])[], headers = {}) => {
  const list = parts.map(
    ([number, etag]) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`,
  );
  const body = `<CompleteMultipartUpload>${list.join("")}</CompleteMultipartUpload>`;
  return call("POST", { uploadId }, { body, headers });
};

const bytes = (sizeBytes: number, seed: number): Buffer =>
  Buffer.from(Uint8Array.from({ length: sizeBytes }, (_, index) => (index * seed) % 251));

const etag = (answer: RawAnswer): string => answer.headers["etag"] ?? "";

describe("multipart uploads", () => {
  test("parts in any order become one object with the metadata of the beginning", async () => {
    const [first, second, last] = [bytes(PART, 3), bytes(PART + 1, 5), bytes(10, 7)];
    const uploadId = await initiate({
      "content-type": "video/mp4",
      "x-oss-meta-a": "1",
      "x-oss-tagging": "t=1",
    });
    const ninth = etag(await upload(uploadId, 9, last));
    const firstEtag = etag(await upload(uploadId, 1, first));
    const fourth = etag(await upload(uploadId, 4, second));
    expect((await send(cloud.oss, { bucket: "bucket", key: "giant" })).status).toBe(404);

    const done = await complete(uploadId, [
      [1, firstEtag],
      [4, fourth],
      [9, ninth],
    ]);
    const whole = Buffer.concat([first, second, last]);
    const crc64 = crcOf(CRC64_XZ, whole).toString();
    expect(done.status).toBe(200);
    expect(done.headers["x-oss-hash-crc64ecma"]).toBe(crc64);
    const got = await send(cloud.oss, { bucket: "bucket", key: "giant" });
    expect(got.body.equals(whole)).toBe(true);
    expect(got.headers).toMatchObject({
      "content-type": "video/mp4",
      "x-oss-meta-a": "1",
      "x-oss-tagging-count": "1",
      "x-oss-object-type": "Multipart",
      "x-oss-hash-crc64ecma": crc64,
      etag: etag(done),
    });
  });

  test("the ETag of a part is its MD5, the ETag of the object is not", async () => {
    const body = bytes(PART, 3);
    const uploadId = await initiate();
    const part = await upload(uploadId, 1, body);
    const md5 = createHash("md5").update(body).digest("hex").toUpperCase();
    expect(etag(part)).toBe(`"${md5}"`);
    expect(part.headers["x-oss-hash-crc64ecma"]).toBe(crcOf(CRC64_XZ, body).toString());
    const done = await complete(uploadId, [[1, etag(part)]]);
    expect(etag(done)).toMatch(/^"[0-9A-F]{32}-1"$/);
    expect(etag(done)).not.toContain(md5);
  });

  test("a part number uploaded again replaces the part", async () => {
    const uploadId = await initiate();
    await upload(uploadId, 1, bytes(PART, 3));
    const again = await upload(uploadId, 1, bytes(PART, 5));
    await complete(uploadId, [[1, etag(again)]]);
    expect(cloud.oss.readObject("bucket", "giant")?.equals(bytes(PART, 5))).toBe(true);
  });

  test("x-oss-complete-all takes the parts that are there, in order", async () => {
    const uploadId = await initiate();
    await upload(uploadId, 7, bytes(20, 5));
    await upload(uploadId, 2, bytes(PART, 3));
    const done = await call("POST", { uploadId }, { headers: { "x-oss-complete-all": "yes" } });
    expect(done.status).toBe(200);
    const whole = Buffer.concat([bytes(PART, 3), bytes(20, 5)]);
    expect(cloud.oss.readObject("bucket", "giant")?.equals(whole)).toBe(true);
  });

  test("listing parts names number, size, ETag and CRC-64, page by page", async () => {
    const uploadId = await initiate();
    for (const number of [3, 1, 2]) await upload(uploadId, number, bytes(100 + number, number));
    const page = await call("GET", { uploadId, "max-parts": "2" });
    expect(elementsOf(page, "PartNumber")).toEqual(["1", "2"]);
    expect(elementsOf(page, "Size")).toEqual(["101", "102"]);
    expect(elementsOf(page, "HashCrc64ecma")[0]).toBe(crcOf(CRC64_XZ, bytes(101, 1)).toString());
    expect([elementOf(page, "IsTruncated"), elementOf(page, "NextPartNumberMarker")]).toEqual(["true", "2"]);
    const rest = await call("GET", { uploadId, "part-number-marker": "2" });
    expect([elementsOf(rest, "PartNumber"), elementOf(rest, "IsTruncated")]).toEqual([["3"], "false"]);
  });

  test("listing uploads names them by key and id, page by page, until they are over", async () => {
    const start = async (key: string): Promise<string> =>
      elementOf(
        await send(cloud.oss, { method: "POST", bucket: "bucket", key, query: { uploads: "" } }),
        "UploadId",
      ) ?? "";
    const ids = [await start("a"), await start("b"), await start("a"), await start("c/d")];
    const list = (query: Record<string, string> = {}) =>
      send(cloud.oss, { bucket: "bucket", query: { uploads: "", ...query } });
    const page = await list({ "max-uploads": "2" });
    expect(elementsOf(page, "Key")).toEqual(["a", "a"]);
    const rest = await list({
      "key-marker": elementOf(page, "NextKeyMarker") ?? "",
      "upload-id-marker": elementOf(page, "NextUploadIdMarker") ?? "",
    });
    expect(elementsOf(rest, "Key")).toEqual(["b", "c/d"]);
    expect(elementsOf(await list({ prefix: "c/" }), "UploadId")).toEqual([ids[3]]);
    await send(cloud.oss, {
      method: "DELETE",
      bucket: "bucket",
      key: "b",
      query: { uploadId: ids[1] ?? "" },
    });
    expect(elementsOf(await list(), "Key")).toEqual(["a", "a", "c/d"]);
  });

  test("an upload that was aborted, completed or never was: 404 NoSuchUpload", async () => {
    const aborted = await initiate();
    expect((await call("DELETE", { uploadId: aborted })).status).toBe(204);
    const completed = await initiate();
    const part = await upload(completed, 1, bytes(5, 3));
    await complete(completed, [[1, etag(part)]]);
    for (const uploadId of [aborted, completed, "NEVERWAS"]) {
      for (const answer of [
        await upload(uploadId, 1, bytes(5, 3)),
        await call("GET", { uploadId }),
        await call("DELETE", { uploadId }),
        await complete(uploadId, [[1, etag(part)]]),
      ]) {
        expect([answer.status, elementOf(answer, "Code")]).toEqual([404, "NoSuchUpload"]);
      }
    }
  });

  test("completing checks the list: order, parts, ETags, sizes; and leaves the upload as it was", async () => {
    const uploadId = await initiate();
    const one = etag(await upload(uploadId, 1, bytes(PART - 1, 3)));
    const two = etag(await upload(uploadId, 2, bytes(10, 3)));
    const codeOf = async (parts: readonly (readonly [number, string])[]): Promise<string | undefined> =>
      elementOf(await complete(uploadId, parts), "Code");
    expect(
      await codeOf([
        [2, two],
        [1, one],
      ]),
    ).toBe("InvalidPartOrder");
    expect(
      await codeOf([
        [1, one],
        [1, one],
      ]),
    ).toBe("InvalidPartOrder");
    expect(await codeOf([[1, two]])).toBe("InvalidPart");
    expect(await codeOf([[3, one]])).toBe("InvalidPart");
    expect(await codeOf([])).toBe("MalformedXML");
    expect(
      await codeOf([
        [1, one],
        [2, two],
      ]),
    ).toBe("EntityTooSmall");
    expect(await codeOf([[1, one]])).toBeUndefined();
  });

  test("part numbers run from 1 to 10,000", async () => {
    const uploadId = await initiate();
    for (const number of [0, 10_001]) expect((await upload(uploadId, number, bytes(1, 1))).status).toBe(400);
    expect((await upload(uploadId, 10_000, bytes(1, 1))).status).toBe(200);
  });

  test("create-only is judged both when the upload begins and when it completes", async () => {
    const forbid = { "x-oss-forbid-overwrite": "true" };
    const early = await initiate(forbid);
    const part = etag(await upload(early, 1, bytes(10, 3)));
    await cloud.oss.putObject("bucket", "giant", "theirs");

    const late = await call("POST", { uploads: "" }, { headers: forbid });
    expect([late.status, elementOf(late, "EC")]).toEqual([409, "0026-00000201"]);
    const refused = await complete(early, [[1, part]], forbid);
    expect([refused.status, elementOf(refused, "EC")]).toEqual([409, "0042-00000214"]);
    expect(cloud.oss.readObject("bucket", "giant")?.toString()).toBe("theirs");

    // Said only at the beginning, it does not hold at the end.
    expect((await complete(early, [[1, part]])).status).toBe(200);
    expect(cloud.oss.readObject("bucket", "giant")?.equals(bytes(10, 3))).toBe(true);
  });
});
