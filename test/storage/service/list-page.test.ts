import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyToBytes } from "../../../core/object-key.ts";
import { MalformedListingError, scanListPage } from "../../../storage/service/list-page.ts";
import { KEY_CORPUS } from "../../contract/key-corpus.ts";

const OBJECT =
  "<Contents><Key>a</Key><LastModified>2026-11-23T07:03:00.000Z</LastModified><ETag>&quot;abc&quot;</ETag>" +
  "<Size>5</Size><StorageClass>GLACIER</StorageClass></Contents>";

function page(content: string, frame = "<IsTruncated>false</IsTruncated>"): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="x"><Name>b</Name>${frame}${content}</ListBucketResult>`,
  );
}

describe("a page of LIST V2", () => {
  it("is read whatever the order of its tags and with strangers among them", () => {
    const expected = {
      key: "a",
      sizeBytes: 5,
      etag: "abc",
      lastModifiedMs: Date.UTC(2026, 10, 23, 7, 3),
      storageClass: "GLACIER",
    };
    const turned =
      "\n <Contents>\n  <Owner><ID>1</ID><DisplayName>Key</DisplayName></Owner><StorageClass>GLACIER</StorageClass>" +
      '<Size>5</Size><Type>Normal</Type><ChecksumAlgorithm>CRC32</ChecksumAlgorithm><ETag>"abc"</ETag>' +
      "<LastModified>2026-11-23T07:03:00Z</LastModified><Key>a</Key>\n</Contents>\n";
    expect(scanListPage(page(OBJECT + turned))).toEqual({ objects: [expected, expected] });
  });

  it("takes the storage class for STANDARD where none is named", () => {
    const [object] = scanListPage(page(OBJECT.replace(/<StorageClass>.*<\/StorageClass>/u, ""))).objects;
    expect(object?.storageClass).toBe("STANDARD");
  });

  it("says of archived objects whether they are restored, in the words of S3 and of OSS", () => {
    const cold = { version: 2, coldClasses: new Set(["GLACIER"]) } as const;
    const withStatus = (status: string): string => OBJECT.replace("</Contents>", `${status}</Contents>`);
    const inS3 = (isInProgress: boolean): string =>
      withStatus(
        `<RestoreStatus><IsRestoreInProgress>${isInProgress}</IsRestoreInProgress>` +
          "<RestoreExpiryDate>2026-12-01T00:00:00.000Z</RestoreExpiryDate></RestoreStatus>",
      );
    const inOss = (ongoing: string): string =>
      withStatus(`<RestoreInfo>ongoing-request=${ongoing}</RestoreInfo>`);
    const objects = [OBJECT, inS3(true), inS3(false), inOss('"true"'), inOss("&quot;true&quot;")];
    objects.push(inOss('"false", expiry-date="Thu, 24 Sep 2026 12:40:33 GMT"'));

    const listed = scanListPage(page(objects.join("")), cold).objects.map(({ archive }) => archive);

    const expected = ["archived", "restoring", "restored", "restoring", "restoring", "restored"];
    expect(listed).toEqual(expected);
  });

  it("does not call an object archived where no listing says which are restored", () => {
    expect(scanListPage(page(OBJECT)).objects[0]).not.toHaveProperty("archive");
    const plain = OBJECT.replace("GLACIER", "STANDARD_IA");
    const cold = { version: 2, coldClasses: new Set(["GLACIER"]) } as const;
    expect(scanListPage(page(plain), cold).objects[0]).not.toHaveProperty("archive");
  });

  it("of the older LIST goes on after the key it names, or after its last one", () => {
    const old = { version: 1, coldClasses: new Set<string>() } as const;
    const more = "<IsTruncated>true</IsTruncated>";
    expect(scanListPage(page(OBJECT, more), old).nextToken).toBe("a");
    const named = `${more}<NextMarker>a%2Fb+c</NextMarker><EncodingType>url</EncodingType>`;
    expect(scanListPage(page(OBJECT, named), old).nextToken).toBe("a/b c");
    expect(() => scanListPage(page("", more), old)).toThrow(MalformedListingError);
  });

  it("gives what came, in the order in which it came", () => {
    const keys = ["b", "a", "a"];
    const content = keys.map((key) => OBJECT.replace("<Key>a<", `<Key>${key}<`)).join("");
    expect(scanListPage(page(content)).objects.map((object) => object.key)).toEqual(keys);
  });

  it("goes on where it says so, even with nothing on the page", () => {
    const truncated =
      "<IsTruncated>true</IsTruncated><NextContinuationToken>a+b/c=&amp;d</NextContinuationToken>";
    expect(scanListPage(page("", truncated))).toEqual({ objects: [], nextToken: "a+b/c=&d" });
    expect(scanListPage(page(OBJECT, ""))).not.toHaveProperty("nextToken");
  });

  it("finds what stands behind the objects, and does not take it from them", () => {
    const behind = "<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>";
    const tricky = OBJECT.replace("<Key>a<", "<Key>&lt;IsTruncated&gt;false<");
    expect(scanListPage(page(tricky + behind, "")).nextToken).toBe("t");
  });

  it("decodes keys and OSS's token only where it is said to be encoded", () => {
    const key = OBJECT.replace("<Key>a<", "<Key>a%2Bb+c%20d<");
    const token = "<NextContinuationToken>a%2Bb</NextContinuationToken>";
    const frame = `<IsTruncated>true</IsTruncated>${token}`;
    const plain = scanListPage(page(key, frame));
    expect([plain.objects[0]?.key, plain.nextToken]).toEqual(["a%2Bb+c%20d", "a%2Bb"]);
    const encoded = scanListPage(page(key, `${frame}<EncodingType>url</EncodingType>`));
    expect([encoded.objects[0]?.key, encoded.nextToken]).toEqual(["a+b c d", "a+b"]);
  });

  it("gives back any key, percent-encoded or as XML", () => {
    const anyKey = fc.oneof(
      fc.constantFrom(...Object.values(KEY_CORPUS)),
      fc.string({ unit: "binary", minLength: 1 }).filter((key) => key.isWellFormed()),
      fc.constant("not UTF-8: \udc80\udcff"),
    );
    const percent = (key: string): string =>
      [...keyToBytes(key)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
    const asXml = (key: string): Buffer =>
      Buffer.from(
        keyToBytes(key)
          .toString("latin1")
          // oxlint-disable-next-line no-control-regex -- XML writes control characters as references
          .replaceAll(/[&<>"'\u0000-\u001f]/gu, (character) => `&#x${character.charCodeAt(0).toString(16)};`),
        "latin1",
      );
    fc.assert(
      fc.property(anyKey, (key) => {
        const encoded = page(
          OBJECT.replace("<Key>a<", () => `<Key>${percent(key)}<`),
          "<EncodingType>url</EncodingType>",
        );
        expect(scanListPage(encoded).objects[0]?.key).toBe(key);
        const [before = "", after = ""] = page(OBJECT).toString("latin1").split("<Key>a<");
        const raw = Buffer.concat([Buffer.from(`${before}<Key>`), asXml(key), Buffer.from(`<${after}`)]);
        expect(scanListPage(raw).objects[0]?.key).toBe(key);
      }),
    );
  });

  it.each([
    ["something else", Buffer.from("<Error><Code>x</Code></Error>")],
    ["nothing", Buffer.alloc(0)],
    ["a page cut within an object", page(OBJECT).subarray(0, -60)],
    ["a page cut behind an object", page(OBJECT).subarray(0, -10)],
    ["an object without a key", page(OBJECT.replace("<Key>a</Key>", ""))],
    ["an object with a strange size", page(OBJECT.replace("<Size>5<", "<Size>5.5<"))],
    ["an object with a strange time", page(OBJECT.replace("2026-11", "soon"))],
    ["more to come without a token", page(OBJECT, "<IsTruncated>true</IsTruncated>")],
  ])("is not made of %s", (_, body) => {
    expect(() => scanListPage(body)).toThrow(MalformedListingError);
  });
});
