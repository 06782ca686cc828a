import { hash } from "node:crypto";
import { basicIsoTime, SigningKeys } from "../service/signing-key.ts";
import type { Credentials } from "../ports.ts";

/** What of a request goes into its signature. */
export interface S3Signable {
  readonly method: string;
  readonly host: string;
  /** Path as sent, percent-encoded once. */
  readonly path: string;
  /** Query as sent, sorted. */
  readonly query: string;
  /** Lower-case names; all of them are signed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const UNSIGNED = "UNSIGNED-PAYLOAD";
const EMPTY_SHA256 = hash("sha256", "", "hex");

/** Signs requests as AWS's Signature Version 4 for S3 says. */
export class S3Signer {
  readonly #region: string;
  readonly #tls: boolean;
  readonly #keys: SigningKeys;

  /** Over plain http the payload's hash must be the true one. */
  constructor(region: string, tls: boolean) {
    this.#region = region;
    this.#tls = tls;
    this.#keys = new SigningKeys("AWS4", [region, "s3", "aws4_request"]);
  }

  /** The headers of the request with those that authorize it. */
  sign(request: S3Signable, credentials: Credentials, nowMs: number): Record<string, string> {
    const time = basicIsoTime(nowMs);
    const date = time.slice(0, 8);
    const payloadHash = this.#payloadHashOf(request.body);
    const headers: Record<string, string> = {
      ...request.headers,
      "x-amz-content-sha256": payloadHash,
      "x-amz-date": time,
    };
    if (credentials.sessionToken !== undefined) headers["x-amz-security-token"] = credentials.sessionToken;
    const names = ["host", ...Object.keys(headers)].sort();
    const signed = names
      .map((name) => `${name}:${(name === "host" ? request.host : (headers[name] ?? "")).trim()}\n`)
      .join("");
    const canonical = `${request.method}\n${request.path}\n${request.query}\n${signed}\n${names.join(";")}\n${payloadHash}`;
    const scope = `${date}/${this.#region}/s3/aws4_request`;
    const digest = hash("sha256", Buffer.from(canonical, "latin1"), "hex");
    const signature = this.#keys.sign(credentials, date, `${ALGORITHM}\n${time}\n${scope}\n${digest}`);
    headers["authorization"] =
      `${ALGORITHM} Credential=${credentials.accessKeyId}/${scope},SignedHeaders=${names.join(";")},Signature=${signature}`;
    return headers;
  }

  #payloadHashOf(body: Uint8Array | undefined): string {
    if (this.#tls) return UNSIGNED;
    return body === undefined ? EMPTY_SHA256 : hash("sha256", body, "hex");
  }
}
