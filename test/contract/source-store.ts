import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareKeys } from "../../core/object-key.ts";
import type { ArchiveState, ListedObject } from "../../core/object.ts";
import type { ListRequest, SourceStore } from "../../storage/ports.ts";
import { patternBytes, readBody } from "./bytes.ts";
import { KEY_CORPUS, S3_ONLY_KEYS } from "./key-corpus.ts";

/** What a seeded object has besides its bytes. */
interface SeededObject {
  readonly headers?: Readonly<Record<string, string>>;
  readonly user?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly storageClass?: string;
}

/** A source to be tested, and a way past it. */
export interface SourceUnderTest {
  readonly source: SourceStore;
  /** The same driver for a bucket that does not exist; absent where there is no such thing. */
  readonly sourceWithoutBucket?: SourceStore;
  readonly seed: (key: string, bytes: Uint8Array, object?: SeededObject) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** Ends the restore of this object, as the service would after hours. */
  readonly finishRestore: (key: string) => Promise<void>;
  /** What listings tell of an archived object before its restore, during and after it; nothing where absent. */
  readonly archiveListed?: readonly (ArchiveState | undefined)[];
  /** The service's names of its usual class and of one whose objects must be restored first; those of S3 where absent. */
  readonly classes?: { readonly usual: string; readonly archived: string };
  readonly close: () => Promise<void>;
}

const S3_CLASSES = { usual: "STANDARD", archived: "GLACIER" };

/** Why the server behind a driver cannot be held to a test: by description in the key corpus, or by one of these words. */
export type SourceDeviations = Readonly<
  Partial<Record<"order" | "startAfter" | "pages" | "firstByte" | "tags" | "archive" | "restore", string>> &
    Record<string, string>
>;

/** The contract of `SourceStore`. `open` gives a store over an empty bucket. */
export function describeSourceStore(
  name: string,
  open: () => Promise<SourceUnderTest>,
  deviations: SourceDeviations = {},
): void {
  describe(`the source contract: ${name}`, () => {
    let under: SourceUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterAll(() => under.close());

    describeKeys(() => under, deviations);
    describeListing(() => under, deviations);
    describeReading(() => under, deviations);
    describeMetadata(() => under, deviations);
    describeRefusals(() => under, deviations);
  });
}

function describeKeys(under: () => SourceUnderTest, deviations: SourceDeviations): void {
  for (const [what, key] of Object.entries({ ...KEY_CORPUS, ...S3_ONLY_KEYS })) {
    testUnless(deviations[what], `lists and reads a key with ${what}`, async () => {
      const { source, seed } = under();
      const bytes = Buffer.from(`content of ${what}`);
      await seed(key, bytes);

      const listed = (await listAll(source)).filter((object) => object.key === key);
      expect(listed).toMatchObject([{ key, sizeBytes: bytes.length }]);
      const body = await source.open({ key, ifMatch: listed[0]?.etag ?? "" });
      expect(await readBody(body)).toEqual(bytes);
      expect(await source.stat({ key })).toMatchObject({ sizeBytes: bytes.length, etag: listed[0]?.etag });
    });
  }
}

function describeListing(under: () => SourceUnderTest, deviations: SourceDeviations): void {
  const keys = ["list/a", "list/a/b", "list/aa", "list/\uff5e", "list/\u{1f600}", "list/b"];

  beforeAll(async () => {
    for (const key of keys) await under().seed(key, Buffer.from("x"));
  });

  testUnless(deviations.order, "lists in the order of UTF-8 bytes, not of UTF-16 units", async () => {
    const listed = await listAll(under().source, { prefix: "list/" });
    expect(listed.map((object) => object.key)).toEqual([...keys].sort(compareKeys));
  });

  testUnless(deviations.pages, "gives every key exactly once, whatever the page size", async () => {
    const whole = await listAll(under().source);
    for (const maxKeys of [1, 2, 5]) expect(await listAll(under().source, { maxKeys })).toEqual(whole);
  });

  testUnless(
    deviations.startAfter,
    "begins after the key that startAfter names, which need not exist",
    async () => {
      const { source } = under();
      const from = async (startAfter: string): Promise<string[]> =>
        (await source.list({ prefix: "list/", startAfter })).objects.map((object) => object.key);
      expect(await from("list/aa")).toEqual(["list/b", "list/\uff5e", "list/\u{1f600}"]);
      expect(await from("list/a/")).toEqual([
        "list/a/b",
        "list/aa",
        "list/b",
        "list/\uff5e",
        "list/\u{1f600}",
      ]);
      expect(await from("list/\uff5e")).toEqual(["list/\u{1f600}"]);
    },
  );

  testUnless(deviations.pages, "goes on at its own token, without a token on the last page", async () => {
    const { source } = under();
    const first = await source.list({ prefix: "list/", maxKeys: 4 });
    expect(first.objects).toHaveLength(4);
    const last = await source.list({ prefix: "list/", maxKeys: 4, continuationToken: first.nextToken ?? "" });
    expect(last.objects.map((object) => object.key)).toEqual(["list/\uff5e", "list/\u{1f600}"]);
    expect(last.nextToken).toBeUndefined();
  });

  it("lists nothing where nothing matches", async () => {
    const page = await under().source.list({ prefix: "no such prefix/" });
    expect(page.objects).toEqual([]);
    expect(page.nextToken).toBeUndefined();
  });

  it("tells the time of the store in whole seconds", async () => {
    const { serverDateMs } = await under().source.list({ prefix: "list/" });
    expect(serverDateMs % 1000).toBe(0);
    expect(serverDateMs).toBeGreaterThan(0);
  });
}

function describeReading(under: () => SourceUnderTest, deviations: SourceDeviations): void {
  const key = "read/one-megabyte";
  const bytes = patternBytes(1_000_003);
  let etag = "";

  beforeAll(async () => {
    await under().seed(key, bytes);
    await under().seed("read/empty", Buffer.alloc(0));
    etag = (await under().source.stat({ key })).etag;
  });

  it("gives every byte in order to a sink that takes its time, in memory that stays valid meanwhile", async () => {
    const body = await under().source.open({ key, ifMatch: etag });
    const chunks: Buffer[] = [];
    await body.read(async (chunk) => {
      await new Promise(setImmediate);
      await Promise.resolve();
      chunks.push(Buffer.from(chunk));
    });
    expect(body.bodySizeBytes).toBe(bytes.length);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  it("gives the body whole when reading begins late", async () => {
    const body = await under().source.open({ key, ifMatch: etag });
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect((await readBody(body)).equals(bytes)).toBe(true);
  });

  async function readsRange(start: number, end: number): Promise<boolean> {
    const body = await under().source.open({ key, ifMatch: etag, range: { start, end } });
    const sizesAreRight = body.bodySizeBytes === end - start + 1 && body.sizeBytes === bytes.length;
    return (await readBody(body)).equals(bytes.subarray(start, end + 1)) && sizesAreRight;
  }

  it("gives inclusive ranges, with the size of the whole object", async () => {
    expect(await readsRange(10, 500_000)).toBe(true);
    expect(await readsRange(999_999, 1_000_002)).toBe(true);
    expect(await readsRange(0, 1_000_002)).toBe(true);
  });

  testUnless(deviations.firstByte, "gives the first byte alone", async () => {
    expect(await readsRange(0, 0)).toBe(true);
  });

  it("reads an object of no bytes", async () => {
    const { source } = under();
    const { etag: emptyEtag } = await source.stat({ key: "read/empty" });
    const body = await source.open({ key: "read/empty", ifMatch: emptyEtag });
    expect(body.bodySizeBytes).toBe(0);
    expect(await readBody(body)).toHaveLength(0);
  });

  it("passes on the error of a sink, at once or later, and serves the next request", async () => {
    const { source } = under();
    const now = await source.open({ key, ifMatch: etag });
    const thrown = new Error("the sink is full");
    const sinkThatThrows = (): never => {
      throw thrown;
    };
    await expect(now.read(sinkThatThrows)).rejects.toBe(thrown);
    const later = await source.open({ key, ifMatch: etag });
    await expect(later.read(() => Promise.reject(thrown))).rejects.toBe(thrown);
    expect(await source.stat({ key })).toMatchObject({ etag });
  });

  it("lets a body be given up", async () => {
    const { source } = under();
    (await source.open({ key, ifMatch: etag })).discard();
    expect(await source.stat({ key })).toMatchObject({ etag });
  });

  it("rejects with the reason of its signal, before and during the body", async () => {
    const { source } = under();
    const reason = new Error("lease lost");
    await expect(source.open({ key, ifMatch: etag, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const abort = new AbortController();
    const body = await source.open({ key, ifMatch: etag, signal: abort.signal });
    const read = body.read(async () => {
      abort.abort(reason);
      await new Promise(setImmediate);
    });
    await expect(read).rejects.toBe(reason);
  });

  it("refuses an object that has changed", async () => {
    const { source, seed } = under();
    await seed("read/changing", Buffer.from("one"));
    const old = await source.stat({ key: "read/changing" });
    await seed("read/changing", Buffer.from("two"));
    const opened = source.open({ key: "read/changing", ifMatch: old.etag });
    await expect(opened).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });
}

function describeMetadata(under: () => SourceUnderTest, deviations: SourceDeviations): void {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "max-age=60, public",
    "content-disposition": 'attachment; filename="a b.html"',
    "content-encoding": "gzip",
    "content-language": "de",
  };
  const user = { author: "someone", "with-dash": "x=1; y=2" };

  it("tells content headers and user metadata, and leaves an encoded body as it is stored", async () => {
    const { source, seed } = under();
    const bytes = Buffer.from([0x1f, 0x8b, 1, 2, 3]);
    await seed("meta/full", bytes, { headers, user });
    const stat = await source.stat({ key: "meta/full" });
    expect(stat.metadata).toEqual({ headers, user });
    const body = await source.open({ key: "meta/full", ifMatch: stat.etag });
    expect(body.metadata).toEqual(stat.metadata);
    expect(await readBody(body)).toEqual(bytes);
  });

  it("tells size, time and class the same way in all three answers", async () => {
    const { source, seed, classes = S3_CLASSES } = under();
    const storageClass = classes.usual;
    await seed("meta/same", Buffer.from("12345"));
    const [listed] = (await source.list({ prefix: "meta/same" })).objects;
    const stat = await source.stat({ key: "meta/same" });
    const body = await source.open({ key: "meta/same", ifMatch: stat.etag });
    body.discard();
    expect(listed).toMatchObject({ sizeBytes: 5, etag: stat.etag, storageClass });
    expect(stat).toMatchObject({
      sizeBytes: 5,
      storageClass,
      missingMetadata: 0,
      etagMayBeMd5: true,
    });
    expect(body).toMatchObject({ sizeBytes: 5, etag: stat.etag, lastModifiedMs: stat.lastModifiedMs });
    expect(Math.floor((listed?.lastModifiedMs ?? 0) / 1000) * 1000).toBe(stat.lastModifiedMs);
  });

  testUnless(deviations.tags, "tells how many tags there are, and which", async () => {
    const { source, seed } = under();
    const tags = { project: "a+b & <c>", Größe: "10 %" };
    await seed("meta/tagged", Buffer.from("x"), { tags });
    expect(await source.stat({ key: "meta/tagged" })).toMatchObject({ tagCount: 2 });
    expect(await source.tags({ key: "meta/tagged" })).toEqual(tags);
    await seed("meta/untagged", Buffer.from("x"));
    expect(await source.tags({ key: "meta/untagged" })).toEqual({});
  });
}

function describeRefusals(under: () => SourceUnderTest, deviations: SourceDeviations): void {
  it("says NOT_FOUND for an object that is gone", async () => {
    const { source, seed, remove } = under();
    await seed("gone/soon", Buffer.from("x"));
    const { etag } = await source.stat({ key: "gone/soon" });
    await remove("gone/soon");
    await expect(source.stat({ key: "gone/soon" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(source.open({ key: "gone/soon", ifMatch: etag })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("never says NOT_FOUND when the whole bucket is missing", async ({ skip }) => {
    const source = under().sourceWithoutBucket;
    if (source === undefined) return skip("a store in memory has no buckets");
    const missing = { code: "BUCKET_NOT_FOUND" };
    await expect(source.list({})).rejects.toMatchObject(missing);
    await expect(source.stat({ key: "a" })).rejects.toMatchObject(missing);
    await expect(source.open({ key: "a", ifMatch: "b" })).rejects.toMatchObject(missing);
  });

  testUnless(deviations.archive, "says ARCHIVED for what must be restored first", async () => {
    const { source, seed, classes = S3_CLASSES } = under();
    const storageClass = classes.archived;
    await seed("archive/cold", Buffer.from("x"), { storageClass });
    const [listed] = (await source.list({ prefix: "archive/cold" })).objects;
    expect(listed?.storageClass).toBe(storageClass);
    const opened = source.open({ key: "archive/cold", ifMatch: listed?.etag ?? "" });
    await expect(opened).rejects.toMatchObject({ code: "ARCHIVED" });
  });

  testUnless(deviations.restore, "restores what is archived, and then gives it", async () => {
    const { source, seed, finishRestore, classes = S3_CLASSES, archiveListed = [] } = under();
    const [before, during, after] = archiveListed;
    const key = "archive/frozen";
    const storageClass = classes.archived;
    await seed(key, Buffer.from("cold"), { storageClass });

    const request = { key, storageClass, days: 3, tier: "Standard" } as const;
    const archiveOf = async (): Promise<unknown> =>
      (await source.list({ prefix: key })).objects.map(({ archive }) => archive)[0];
    expect(await archiveOf()).toBe(before);
    expect(await source.restore(request)).toBe("restoring");
    expect(await source.restore(request)).toBe("restoring");
    expect(await archiveOf()).toBe(during);
    await finishRestore(key);
    expect(await archiveOf()).toBe(after);

    const [listed] = (await source.list({ prefix: key })).objects;
    const body = await source.open({ key, ifMatch: listed?.etag ?? "" });
    expect((await readBody(body)).toString()).toBe("cold");
    expect(await source.restore(request)).toBe("restored");
  });

  it("says NOT_FOUND when it shall restore what is not there", async ({ skip }) => {
    if (deviations.restore !== undefined) return skip(deviations.restore);
    const { source, classes = S3_CLASSES } = under();
    const gone = { key: "archive/none", storageClass: classes.archived, days: 3, tier: "Standard" } as const;
    await expect(source.restore(gone)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
}

async function listAll(source: SourceStore, request: ListRequest = {}): Promise<ListedObject[]> {
  const objects: ListedObject[] = [];
  let page = await source.list(request);
  objects.push(...page.objects);
  while (page.nextToken !== undefined) {
    page = await source.list({ ...request, continuationToken: page.nextToken });
    objects.push(...page.objects);
  }
  return objects;
}

function testUnless(reason: string | undefined, title: string, test: () => Promise<void>): void {
  // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- title and test are the caller's
  it.skipIf(reason !== undefined)(reason === undefined ? title : `${title} (not here: ${reason})`, test);
}
