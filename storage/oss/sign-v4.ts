import { hash } from "node:crypto";
import { encodePath, encodeQuery } from "../service/percent-encode.ts";
import { basicIsoTime, SigningKeys } from "../service/signing-key.ts";
import type { Credentials } from "../ports.ts";

/** What of a request goes into its signature. */
export interface OssSignable {
  readonly method: string;
  readonly bucket: string;
  /** Absent for requests about the bucket. */
  readonly key?: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

const ALGORITHM = "OSS4-HMAC-SHA256";
const UNSIGNED = "UNSIGNED-PAYLOAD";

/**
 * Signs requests as OSS's "V4 signature in the Authorization header" says. The payload is not signed, since the
 * service knows no other way; the integrity of bodies rests on TLS, Content-MD5 and CRC-64.
 */
export class OssSigner {
  readonly #region: string;
  readonly #keys: SigningKeys;

  /** `region` without `oss-`, for instance `cn-hongkong`. */
  constructor(region: string) {
    this.#region = region;
    this.#keys = new SigningKeys("aliyun_v4", [region, "oss", "aliyun_v4_request"]);
  }

  /** The headers of the request with those that authorize it. */
  sign(request: OssSignable, credentials: Credentials, nowMs: number): Record<string, string> {
    const time = basicIsoTime(nowMs);
    const date = time.slice(0, 8);
    const headers: Record<string, string> = {
      ...request.headers,
      "x-oss-content-sha256": UNSIGNED,
      "x-oss-date": time,
    };
    if (credentials.sessionToken !== undefined) headers["x-oss-security-token"] = credentials.sessionToken;
    const scope = `${date}/${this.#region}/oss/aliyun_v4_request`;
    const digest = hash("sha256", Buffer.from(canonicalRequest(request, headers), "latin1"), "hex");
    const signature = this.#keys.sign(credentials, date, `${ALGORITHM}\n${time}\n${scope}\n${digest}`);
    headers["authorization"] =
      `${ALGORITHM} Credential=${credentials.accessKeyId}/${scope},Signature=${signature}`;
    return headers;
  }
}

/** The bucket is always part of the signed path, whichever style addresses it. */
function canonicalRequest(request: OssSignable, headers: Readonly<Record<string, string>>): string {
  const signed = Object.keys(headers)
    .filter((name) => name.startsWith("x-oss-") || name === "content-type" || name === "content-md5")
    .sort()
    .map((name) => `${name}:${headers[name]?.trim() ?? ""}\n`)
    .join("");
  const path = `/${request.bucket}/${encodePath(request.key ?? "")}`;
  const query = encodeQuery(request.query, "name-alone-when-empty");
  return `${request.method}\n${path}\n${query}\n${signed}\n\n${UNSIGNED}`;
}
