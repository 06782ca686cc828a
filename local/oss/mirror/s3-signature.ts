import { createHmac, hash } from "node:crypto";
import { encodePercent } from "../../http/percent.ts";
import type { Query } from "../../http/target.ts";
import type { MirrorAuth } from "./rules.ts";

/**
 * Signs what OSS asks of a private S3 bucket, from the specification: "Authenticating Requests (AWS Signature
 * Version 4)" of the S3 API reference. Requests have no body.
 */

const ALGORITHM = "AWS4-HMAC-SHA256";
const EMPTY_HASH = hash("sha256", "", "hex");

export interface OriginRequest {
  readonly method: string;
  readonly host: string;
  /** Percent-encoded. */
  readonly path: string;
  readonly query: Query;
}

/** The headers that make the request a signed one. */
export function signS3Request(
  request: OriginRequest,
  { accessKeyId, accessKeySecret, region }: MirrorAuth,
  nowMs: number,
): Record<string, string> {
  const timestamp = new Date(nowMs).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const scope = `${timestamp.slice(0, 8)}/${region}/s3/aws4_request`;
  const signed = { host: request.host, "x-amz-content-sha256": EMPTY_HASH, "x-amz-date": timestamp };
  const names = Object.keys(signed).join(";");
  const canonical = [
    request.method,
    request.path,
    request.query.pairs
      .map(([name, value]) => `${encodePercent(name)}=${encodePercent(value)}`)
      .sort()
      .join("&"),
    ...Object.entries(signed).map(([name, value]) => `${name}:${value}`),
    "",
    names,
    EMPTY_HASH,
  ].join("\n");
  const stringToSign = [ALGORITHM, timestamp, scope, hash("sha256", canonical, "hex")].join("\n");
  const key = scope
    .split("/")
    .reduce<string | Buffer>(
      (secret, text) => createHmac("sha256", secret).update(text).digest(),
      `AWS4${accessKeySecret}`,
    );
  const signature = createHmac("sha256", key).update(stringToSign).digest("hex");
  return {
    "x-amz-content-sha256": EMPTY_HASH,
    "x-amz-date": timestamp,
    authorization: `${ALGORITHM} Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}
