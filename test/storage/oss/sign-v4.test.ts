import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OssSigner } from "../../../storage/oss/sign-v4.ts";
import { KEY_CORPUS } from "../../contract/key-corpus.ts";

/** The part of ali-oss that signs; not in its types. */
interface AliOssSigner {
  authorizationV4(
    accessKeyId: string,
    accessKeySecret: string,
    region: string,
    method: string,
    request: { readonly headers: object; readonly queries: object },
    bucketName: string,
    objectName: string | undefined,
  ): string;
}

const aliOss = createRequire(import.meta.url)("ali-oss/lib/common/signUtils.js") as AliOssSigner;
const CREDENTIALS = { accessKeyId: "LTAI5tExample", accessKeySecret: "an example secret" };
const NOW_MS = Date.UTC(2026, 10, 23, 7, 3, 9);

/** What ali-oss makes of the same request; it needs the headers that carry time and payload hash beforehand. */
function signedByAliOss(
  method: string,
  bucket: string,
  key: string | undefined,
  query: Readonly<Record<string, string>>,
  signed: Readonly<Record<string, string>>,
): string {
  const { authorization: _, ...headers } = signed;
  // ali-oss writes a parameter without value for null and `name=` for an empty one.
  const queries = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === "" ? null : value]),
  );
  const { accessKeyId, accessKeySecret } = CREDENTIALS;
  return aliOss.authorizationV4(
    accessKeyId,
    accessKeySecret,
    "cn-hongkong",
    method,
    { headers, queries },
    bucket,
    key,
  );
}

describe("the V4 signature of OSS", () => {
  const signer = new OssSigner("cn-hongkong");

  for (const [what, key] of Object.entries(KEY_CORPUS)) {
    it(`is that of ali-oss for a key with ${what}`, () => {
      const request = {
        method: "PUT",
        bucket: "a-bucket",
        key,
        query: {},
        headers: { "content-type": "text/plain" },
      };
      const signed = signer.sign(request, CREDENTIALS, NOW_MS);
      expect(signed["authorization"]).toBe(signedByAliOss("PUT", "a-bucket", key, {}, signed));
    });
  }

  it("is that of ali-oss for queries, metadata, tokens and requests about the bucket", () => {
    const query = { uploadId: "A/B+C=", partNumber: "1", uploads: "", "x-oss-process": "a b" };
    const headers = {
      "x-oss-meta-b": " two  words ",
      "x-oss-meta-a": "1",
      "content-md5": "x==",
      range: "bytes=0-1",
    };
    const credentials = { ...CREDENTIALS, sessionToken: "a/token+==" };
    const withKey = signer.sign(
      { method: "GET", bucket: "b", key: "k", query, headers },
      credentials,
      NOW_MS,
    );
    expect(withKey["authorization"]).toBe(signedByAliOss("GET", "b", "k", query, withKey));
    expect(withKey["x-oss-security-token"]).toBe("a/token+==");

    const listing = {
      "list-type": "2",
      "start-after": "\u00e4/+ ",
      "max-keys": "1000",
      "encoding-type": "url",
    };
    const ofBucket = signer.sign(
      { method: "GET", bucket: "b", query: listing, headers: {} },
      CREDENTIALS,
      NOW_MS,
    );
    expect(ofBucket["authorization"]).toBe(signedByAliOss("GET", "b", undefined, listing, ofBucket));
  });

  it("is that of ali-oss for any request", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/u);
    const value = fc.string({ unit: fc.constantFrom(...Array.from("azAZ09 +/%&=?#~*'()!:;,.é東\u{1f600}")) });
    const request = fc.record({
      method: fc.constantFrom("GET", "PUT", "POST", "DELETE", "HEAD"),
      key: fc.string({ unit: "binary", minLength: 1 }),
      query: fc.dictionary(word, value),
      metadata: fc.dictionary(word, fc.string({ unit: "grapheme-ascii" })),
    });
    fc.assert(
      fc.property(request, ({ method, key, query, metadata }) => {
        const headers = Object.fromEntries(
          Object.entries(metadata).map(([name, text]) => [`x-oss-meta-${name}`, text]),
        );
        const signed = signer.sign({ method, bucket: "b", key, query, headers }, CREDENTIALS, NOW_MS);
        expect(signed["authorization"]).toBe(signedByAliOss(method, "b", key, query, signed));
      }),
    );
  });

  it("uses another key on another day and for another secret", () => {
    const request = { method: "GET", bucket: "b", key: "k", query: {}, headers: {} };
    const day = 24 * 60 * 60_000;
    const other = { ...CREDENTIALS, accessKeySecret: "another secret" };
    for (const [credentials, nowMs] of [
      [CREDENTIALS, NOW_MS],
      [CREDENTIALS, NOW_MS + day],
      [other, NOW_MS + day],
      [CREDENTIALS, NOW_MS],
    ] as const) {
      const signed = signer.sign(request, credentials, nowMs);
      const fresh = new OssSigner("cn-hongkong").sign(request, credentials, nowMs);
      expect(signed).toEqual(fresh);
    }
    expect(signer.sign(request, other, NOW_MS)).not.toEqual(signer.sign(request, CREDENTIALS, NOW_MS));
  });
});
