import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ObjectMetadata, ObjectTags } from "../../core/object.ts";
import { crc64Of } from "../../storage/memory/crc64.ts";
import type { BodyWriter, DestinationStore } from "../../storage/ports.ts";
import { patternBytes } from "./bytes.ts";
import { KEY_CORPUS, S3_ONLY_KEYS } from "./key-corpus.ts";

/** What the store holds, seen past the driver. */
export interface StoredContent {
  readonly bytes: Buffer;
  readonly metadata: ObjectMetadata;
  readonly tags: ObjectTags;
  readonly storageClass: string;
}

export interface DestinationUnderTest {
  readonly destination: DestinationStore;
  readonly read: (key: string) => Promise<StoredContent | undefined>;
  readonly close: () => Promise<void>;
}

const NOTHING = { headers: {}, user: {} };
const PART = 100 * 1024;

/** The contract of `DestinationStore`. `open` gives a store over an empty bucket. */
export function describeDestinationStore(name: string, open: () => Promise<DestinationUnderTest>): void {
  describe(`the destination contract: ${name}`, () => {
    let under: DestinationUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.close());

    describeKeys(() => under);
    describeBodies(() => under);
    describeCreateOnly(() => under);
    describeMetadata(() => under);
    describeMultipart(() => under);
    describeMultipartRefusals(() => under);
  });
}

function describeKeys(under: () => DestinationUnderTest): void {
  for (const [what, key] of Object.entries(KEY_CORPUS)) {
    it(`stores a key with ${what} under exactly that key`, async () => {
      const { destination, read } = under();
      const bytes = Buffer.from(`content of ${what}`);
      const stored = await destination.put({ key, sizeBytes: bytes.length, body: bytes, metadata: NOTHING });
      expect(stored.crc64).toBe(crc64Of(bytes));
      expect((await read(key))?.bytes).toEqual(bytes);
      expect(await destination.stat({ key })).toMatchObject({ sizeBytes: bytes.length, ...stored });
      expect((await destination.list({ prefix: key })).objects[0]).toMatchObject({ key, etag: stored.etag });
    });
  }

  for (const [what, key] of Object.entries(S3_ONLY_KEYS)) {
    it(`refuses a key with ${what} instead of changing it`, async () => {
      const { destination } = under();
      const before = await destination.list({});
      const refused = { code: "INVALID_REQUEST", detail: { serviceCode: "InvalidObjectName" } };
      const put = destination.put({ key, sizeBytes: 1, body: Buffer.from("x"), metadata: NOTHING });
      await expect(put).rejects.toMatchObject(refused);
      await expect(destination.createUpload({ key, metadata: NOTHING })).rejects.toMatchObject(refused);
      expect((await destination.list({})).objects).toEqual(before.objects);
    });
  }

  it("says of an object what was stored with it", async () => {
    const { destination } = under();
    const metadata = {
      headers: { "content-type": "text/plain", "cache-control": "no-store" },
      user: { who: "us" },
    };
    await destination.put({ key: "described", sizeBytes: 1, body: Buffer.from("x"), metadata });
    expect(await destination.stat({ key: "described" })).toMatchObject({ metadata, mirrored: false });
  });

  it("deletes an object, and one that is not there", async () => {
    const { destination, read } = under();
    await destination.put({ key: "doomed", sizeBytes: 1, body: Buffer.from("x"), metadata: NOTHING });
    await destination.delete({ key: "doomed" });
    expect(await read("doomed")).toBeUndefined();
    await destination.delete({ key: "doomed" });
  });

  it("says undefined of an object that is not there", async () => {
    expect(await under().destination.stat({ key: "no such key" })).toBeUndefined();
  });

  it("lists page by page, after a key and below a prefix", async () => {
    const { destination } = under();
    const keys = ["list/a", "list/b", "list/c"];
    for (const key of keys) await put(destination, key, Buffer.from("x"));
    const first = await destination.list({ prefix: "list/", maxKeys: 2 });
    expect(first.objects.map((object) => object.key)).toEqual(["list/a", "list/b"]);
    const rest = await destination.list({ prefix: "list/", continuationToken: first.nextToken ?? "" });
    expect(rest.objects.map((object) => object.key)).toEqual(["list/c"]);
    expect(rest.nextToken).toBeUndefined();
    const after = await destination.list({ prefix: "list/", startAfter: "list/b" });
    expect(after.objects.map((object) => object.key)).toEqual(["list/c"]);
  });
}

function describeBodies(under: () => DestinationUnderTest): void {
  for (const sizeBytes of [0, 1, 65_536, 65_537, 131_072, 131_073, 1_000_003]) {
    it(`stores ${sizeBytes} bytes from memory and from a writer that uses its chunk again`, async () => {
      const { destination, read } = under();
      const bytes = patternBytes(sizeBytes);
      expect((await put(destination, "body/buffer", bytes)).crc64).toBe(crc64Of(bytes));
      for (const chunkBytes of [1_000, 16_384, 262_144]) {
        const stored = await destination.put({
          key: "body/writer",
          sizeBytes,
          body: writeInto(bytes, chunkBytes),
          metadata: NOTHING,
        });
        expect(stored.crc64).toBe(crc64Of(bytes));
        expect((await read("body/writer"))?.bytes.equals(bytes)).toBe(true);
      }
    });
  }

  it("stores nothing of a body that fails, not even one that fails after its last byte, and passes its error on", async () => {
    const { destination, read } = under();
    const bytes = patternBytes(500_000);
    for (const failAfter of [0, 100_000, 500_000]) {
      const failure = new Error(`the source broke after ${failAfter}`);
      const stored = destination.put({
        key: `body/fails-${failAfter}`,
        sizeBytes: bytes.length,
        body: async (write) => {
          await writeInto(bytes.subarray(0, failAfter), 50_000)(write);
          throw failure;
        },
        metadata: NOTHING,
      });
      await expect(stored).rejects.toBe(failure);
      expect(await read(`body/fails-${failAfter}`)).toBeUndefined();
    }
    expect((await put(destination, "body/after", bytes)).crc64).toBe(crc64Of(bytes));
  });

  it("stores nothing of a body of another length than announced", async () => {
    const { destination, read } = under();
    const bytes = patternBytes(200_000);
    for (const sizeBytes of [199_999, 200_001]) {
      for (const body of [bytes, writeInto(bytes, 60_000)]) {
        const stored = destination.put({ key: "body/length", sizeBytes, body, metadata: NOTHING });
        await expect(stored).rejects.toMatchObject({ code: "INVALID_REQUEST" });
      }
    }
    expect(await read("body/length")).toBeUndefined();
  });

  it("rejects with the reason of its signal, before and during the body, and stores nothing", async () => {
    const { destination, read } = under();
    const reason = new Error("lease lost");
    const bytes = patternBytes(300_000);
    const before = AbortSignal.abort(reason);
    const request = { key: "body/aborted", sizeBytes: bytes.length, metadata: NOTHING };
    await expect(destination.put({ ...request, body: bytes, signal: before })).rejects.toBe(reason);
    const abort = new AbortController();
    const body: BodyWriter = async (write) => {
      await write(bytes.subarray(0, 200_000));
      abort.abort(reason);
      await write(bytes.subarray(200_000));
    };
    await expect(destination.put({ ...request, body, signal: abort.signal })).rejects.toBe(reason);
    expect(await read("body/aborted")).toBeUndefined();
  });
}

function describeCreateOnly(under: () => DestinationUnderTest): void {
  it("replaces an object, but not where overwriting is forbidden", async () => {
    const { destination, read } = under();
    await put(destination, "only/once", Buffer.from("first"));
    await put(destination, "only/once", Buffer.from("second"));
    const third = destination.put({
      key: "only/once",
      sizeBytes: 5,
      body: Buffer.from("third"),
      metadata: NOTHING,
      forbidOverwrite: true,
    });
    await expect(third).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    expect((await read("only/once"))?.bytes.toString()).toBe("second");
  });

  it("lets exactly one of many create-only writes through", async () => {
    const { destination, read } = under();
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        destination.put({
          key: "only/race",
          sizeBytes: 1,
          body: Buffer.from(String(index)),
          metadata: NOTHING,
          forbidOverwrite: true,
        }),
      ),
    );
    const winners = attempts.flatMap((attempt, index) => (attempt.status === "fulfilled" ? [index] : []));
    expect(winners).toHaveLength(1);
    expect((await read("only/race"))?.bytes.toString()).toBe(String(winners[0]));
  });

  it("forbids overwriting at the begin and at the end of a multipart upload", async () => {
    const { destination, read } = under();
    const bytes = patternBytes(10);
    const uploadId = await destination.createUpload({
      key: "only/parts",
      metadata: NOTHING,
      forbidOverwrite: true,
    });
    const { etag } = await destination.putPart({
      key: "only/parts",
      uploadId,
      partNumber: 1,
      sizeBytes: bytes.length,
      body: bytes,
    });
    await put(destination, "only/parts", Buffer.from("theirs"));
    const completed = destination.completeUpload({
      key: "only/parts",
      uploadId,
      parts: [{ partNumber: 1, etag }],
      forbidOverwrite: true,
    });
    await expect(completed).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    const begun = destination.createUpload({ key: "only/parts", metadata: NOTHING, forbidOverwrite: true });
    await expect(begun).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    expect((await read("only/parts"))?.bytes.toString()).toBe("theirs");
    await destination.abortUpload({ key: "only/parts", uploadId });
  });
}

const RICH = {
  headers: {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "max-age=60, public",
    "content-disposition": 'attachment; filename="a b.html"',
    "content-encoding": "gzip",
  },
  user: { author: "someone", "with-dash": "x=1; y=2" },
  tags: { project: "a+b/c", "cost:centre": "10 = x" },
  storageClass: "IA",
};

function describeMetadata(under: () => DestinationUnderTest): void {
  it("keeps content headers, user metadata, tags and storage class of a single write", async () => {
    const { destination, read } = under();
    await destination.put({ key: "meta/put", sizeBytes: 1, body: Buffer.from("x"), metadata: RICH });
    const { headers, user, tags, storageClass } = RICH;
    expect(await read("meta/put")).toMatchObject({ metadata: { headers, user }, tags, storageClass });
  });

  it("keeps them of a multipart upload", async () => {
    const { destination, read } = under();
    const uploadId = await destination.createUpload({ key: "meta/parts", metadata: RICH });
    const part = { key: "meta/parts", uploadId, partNumber: 1, sizeBytes: 1, body: Buffer.from("x") };
    const { etag } = await destination.putPart(part);
    await destination.completeUpload({ key: "meta/parts", uploadId, parts: [{ partNumber: 1, etag }] });
    const { headers, user, tags, storageClass } = RICH;
    expect(await read("meta/parts")).toMatchObject({ metadata: { headers, user }, tags, storageClass });
  });
}

function describeMultipart(under: () => DestinationUnderTest): void {
  it("makes one object of parts that came in any order and more than once", async () => {
    const { destination, read } = under();
    const key = "parts/a b+c%";
    const parts = [patternBytes(PART, 1), patternBytes(PART + 1, 2), patternBytes(7, 3)];
    const uploadId = await destination.createUpload({ key, metadata: NOTHING });
    const send = async (partNumber: number, bytes: Buffer): Promise<string> => {
      const body = writeInto(bytes, 30_000);
      const stored = await destination.putPart({ key, uploadId, partNumber, sizeBytes: bytes.length, body });
      expect(stored.crc64).toBe(crc64Of(bytes));
      return stored.etag;
    };
    await send(20, patternBytes(PART, 9));
    const etags = new Map<number, string>();
    for (const [index, partNumber] of [
      [2, 30],
      [1, 20],
      [0, 10],
    ] as const) {
      etags.set(partNumber, await send(partNumber, parts[index] ?? Buffer.alloc(0)));
    }

    const listed = await destination.listParts({ key, uploadId });
    expect(listed.map(({ partNumber, sizeBytes }) => [partNumber, sizeBytes])).toEqual([
      [10, PART],
      [20, PART + 1],
      [30, 7],
    ]);
    expect(listed.map((part) => part.etag)).toEqual([10, 20, 30].map((partNumber) => etags.get(partNumber)));
    expect(listed.map((part) => part.crc64)).toEqual(parts.map(crc64Of));

    const whole = Buffer.concat(parts);
    const completed = await destination.completeUpload({ key, uploadId, parts: listed });
    expect(completed.crc64).toBe(crc64Of(whole));
    expect((await read(key))?.bytes.equals(whole)).toBe(true);
    expect(await destination.stat({ key })).toMatchObject({ sizeBytes: whole.length, ...completed });
  });

  it("stores nothing of a part whose body fails", async () => {
    const { destination } = under();
    const key = "parts/failing";
    const uploadId = await destination.createUpload({ key, metadata: NOTHING });
    const failure = new Error("the source broke");
    const part = destination.putPart({
      key,
      uploadId,
      partNumber: 1,
      sizeBytes: 10,
      body: async (write) => {
        await write(Buffer.alloc(10));
        throw failure;
      },
    });
    await expect(part).rejects.toBe(failure);
    expect(await destination.listParts({ key, uploadId })).toEqual([]);
    await destination.abortUpload({ key, uploadId });
  });
}

function describeMultipartRefusals(under: () => DestinationUnderTest): void {
  const key = "parts/over";

  it("forgets an upload that was aborted, however often it is", async () => {
    const { destination } = under();
    const uploadId = await destination.createUpload({ key, metadata: NOTHING });
    await destination.putPart({ key, uploadId, partNumber: 1, sizeBytes: 1, body: Buffer.from("x") });
    await destination.abortUpload({ key, uploadId });
    await destination.abortUpload({ key, uploadId });
    const over = { code: "NO_SUCH_UPLOAD" };
    await expect(destination.listParts({ key, uploadId })).rejects.toMatchObject(over);
    await expect(
      destination.putPart({ key, uploadId, partNumber: 1, sizeBytes: 1, body: Buffer.from("x") }),
    ).rejects.toMatchObject(over);
  });

  it("says NO_SUCH_UPLOAD when an upload is completed twice", async () => {
    const { destination } = under();
    const uploadId = await destination.createUpload({ key, metadata: NOTHING });
    const part = { key, uploadId, partNumber: 1, sizeBytes: 1, body: Buffer.from("x") };
    const { etag } = await destination.putPart(part);
    const complete = { key, uploadId, parts: [{ partNumber: 1, etag }] };
    await destination.completeUpload(complete);
    await expect(destination.completeUpload(complete)).rejects.toMatchObject({ code: "NO_SUCH_UPLOAD" });
  });

  it("refuses parts that are missing, changed or too small", async () => {
    const { destination } = under();
    const uploadId = await destination.createUpload({ key, metadata: NOTHING });
    const small = { key, uploadId, sizeBytes: 1, body: Buffer.from("x") };
    const first = await destination.putPart({ ...small, partNumber: 1 });
    const second = await destination.putPart({ ...small, partNumber: 2 });
    const complete = (parts: { partNumber: number; etag: string }[]): Promise<unknown> =>
      destination.completeUpload({ key, uploadId, parts });
    await expect(complete([{ partNumber: 3, etag: first.etag }])).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      detail: { serviceCode: "InvalidPart" },
    });
    await expect(complete([{ partNumber: 1, etag: "0".repeat(32) }])).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      detail: { serviceCode: "InvalidPart" },
    });
    const both = [
      { partNumber: 1, etag: first.etag },
      { partNumber: 2, etag: second.etag },
    ];
    await expect(complete(both)).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      detail: { serviceCode: "EntityTooSmall" },
    });
    await destination.abortUpload({ key, uploadId });
  });
}

function put(destination: DestinationStore, key: string, bytes: Buffer): ReturnType<DestinationStore["put"]> {
  return destination.put({ key, sizeBytes: bytes.length, body: bytes, metadata: NOTHING });
}

/** Writes the bytes through one chunk of memory, which is spoilt as soon as each write has resolved. */
function writeInto(bytes: Buffer, chunkBytes: number): BodyWriter {
  return async (write) => {
    const chunk = Buffer.alloc(chunkBytes);
    for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
      const length = bytes.copy(chunk, 0, offset, offset + chunkBytes);
      await write(chunk.subarray(0, length));
      chunk.fill(0xee);
    }
  };
}
