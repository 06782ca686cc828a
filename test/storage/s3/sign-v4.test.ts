import { describe, expect, it } from "vitest";
import { encodePath } from "../../../storage/service/percent-encode.ts";
import { S3Signer } from "../../../storage/s3/sign-v4.ts";

/** "Signature Calculations for the Authorization Header", AWS's S3 documentation: key pair, time and results. */
const CREDENTIALS = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  accessKeySecret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const NOW_MS = Date.UTC(2013, 4, 24);
const HOST = "examplebucket.s3.amazonaws.com";

function signatureOf(request: {
  readonly path: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}): string | undefined {
  const { path, query = "", headers = {} } = request;
  const signer = new S3Signer("us-east-1", false);
  return signer.sign({ method: "GET", host: HOST, path, query, headers }, CREDENTIALS, NOW_MS)[
    "authorization"
  ];
}

describe("the V4 signature of S3", () => {
  it("is the published one for GET Object with a range", () => {
    expect(signatureOf({ path: "/test.txt", headers: { range: "bytes=0-9" } })).toBe(
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request," +
        "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date," +
        "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
  });

  it("is the published one for GET Bucket with a parameter without value", () => {
    expect(signatureOf({ path: "/", query: "lifecycle=" })).toMatch(
      /Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543$/u,
    );
  });

  it("is the published one for a listing", () => {
    expect(signatureOf({ path: "/", query: "max-keys=2&prefix=J" })).toMatch(
      /Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/u,
    );
  });

  it("leaves the payload unsigned over TLS and sends the session token signed", () => {
    const signer = new S3Signer("us-east-1", true);
    const request = { method: "GET", host: HOST, path: "/a", query: "", headers: {} };
    const signed = signer.sign(request, { ...CREDENTIALS, sessionToken: "token" }, NOW_MS);
    expect(signed["x-amz-content-sha256"]).toBe("UNSIGNED-PAYLOAD");
    expect(signed["x-amz-security-token"]).toBe("token");
    expect(signed["authorization"]).toContain(
      "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,",
    );
  });
});

describe("a key in a path", () => {
  it("keeps slashes, dots and unreserved characters and encodes every other byte", () => {
    expect(encodePath("//a/../b/./~x_y-z.")).toBe("//a/../b/./~x_y-z.");
    expect(encodePath("a b+c%2F?#!'()*")).toBe("a%20b%2Bc%252F%3F%23%21%27%28%29%2A");
    expect(encodePath("\u00e4\u{1f600}\u0001")).toBe("%C3%A4%F0%9F%98%80%01");
  });

  it("keeps bytes that are not UTF-8", () => {
    expect(encodePath("a\udcffb")).toBe("a%FFb");
  });
});
