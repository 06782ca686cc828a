import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import type { AccessKey, AccessKeys } from "../credentials.ts";
import { type Exchange, headerOf } from "../http/exchange.ts";
import { encodePercent } from "../http/percent.ts";
import { ossErrors } from "./errors.ts";

/**
 * Verifies OSS signatures of version 4, from the specification: "Include a V4 signature in the Authorization
 * header" and "Add a V4 signature to a URL" of the OSS developer guide.
 */

const ALGORITHM = "OSS4-HMAC-SHA256";
const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
const MAX_SKEW_MS = 15 * 60 * 1000;
const MAX_EXPIRES_SECONDS = 7 * 24 * 3600;
const MAX_CACHED_KEYS = 1000;

/** What a request says about its own signature, wherever it says it. */
interface Claim {
  readonly accessKeyId: string;
  readonly scopeDate: string;
  readonly region: string;
  readonly additionalHeaders: readonly string[];
  readonly signature: string;
  readonly timestamp: string;
  readonly securityToken: string | undefined;
  /** Seconds a signed URL is good for; absent for a signed header. */
  readonly expiresSeconds?: number;
}

/** The access key that signed the request; throws the error OSS answers with when none did. */
export function verifyOssSignature(exchange: Exchange, keys: AccessKeys, region: string): AccessKey {
  const claim = exchange.query.has("x-oss-signature") ? claimOfUrl(exchange) : claimOfHeader(exchange);
  const key = keys.find(claim.accessKeyId);
  if (key === undefined) throw ossErrors.invalidAccessKeyId();
  if (key.sessionToken !== claim.securityToken) throw ossErrors.invalidSecurityToken();
  checkTime(claim, exchange);
  if (key.expiresAtMs !== undefined && exchange.clock.nowMs() >= key.expiresAtMs) {
    throw ossErrors.securityTokenExpired();
  }
  if (claim.region !== region) {
    throw ossErrors.invalidArgument("Invalid signing region in Authorization header.");
  }
  const canonical = canonicalRequest(exchange, claim.additionalHeaders);
  const stringToSign = [
    ALGORITHM,
    claim.timestamp,
    `${claim.scopeDate}/${claim.region}/oss/aliyun_v4_request`,
    hash("sha256", Buffer.from(canonical, "latin1"), "hex"),
  ].join("\n");
  const expected = createHmac("sha256", signingKey(key, claim)).update(stringToSign).digest("hex");
  if (expected !== claim.signature) throw ossErrors.signatureDoesNotMatch(stringToSign, canonical);
  return key;
}

/** The access key id in the Authorization header or the signed URL, unverified. */
export function claimedOssAccessKey(
  authorization: string | undefined,
  credentialParameter: string | undefined,
): string | undefined {
  const credential = credentialParameter ?? /Credential=([^,]*)/.exec(authorization ?? "")?.[1];
  return credential?.split("/", 1)[0];
}

/**
 * METHOD, path, query, headers, additional headers, payload hash, one per line. The path always begins with
 * the bucket, whichever style was used; an empty parameter is its name alone.
 */
function canonicalRequest(
  exchange: Pick<Exchange, "bucket" | "key" | "method" | "query" | "request">,
  additionalHeaders: readonly string[],
): string {
  const { bucket, key = "", method, query, request } = exchange;
  const path = encodePercent(bucket === undefined ? "/" : `/${bucket}/${key}`, true);
  const parameters = query.pairs
    .filter(([name]) => name !== "x-oss-signature")
    .map(([name, value]) => [encodePercent(name), encodePercent(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([name, value]) => (value === "" ? name : `${name}=${value}`));
  const headers = Object.keys(request.headers)
    .filter((name) => isAlwaysSigned(name) || additionalHeaders.includes(name))
    .sort()
    .map((name) => `${name}:${(headerOf(exchange, name) ?? "").trim()}\n`);
  const payload = headerOf(exchange, "x-oss-content-sha256") ?? UNSIGNED_PAYLOAD;
  return [method, path, parameters.join("&"), headers.join(""), additionalHeaders.join(";"), payload].join(
    "\n",
  );
}

function claimOfHeader(exchange: Exchange): Claim {
  const authorization = headerOf(exchange, "authorization");
  if (authorization === undefined) throw ossErrors.accessDenied("You have no right to access this object.");
  const fields = new Map(
    authorization
      .slice(ALGORITHM.length)
      .split(",")
      .map((field) => {
        const cut = field.indexOf("=");
        return [field.slice(0, cut).trim(), field.slice(cut + 1).trim()] as const;
      }),
  );
  const signature = fields.get("Signature");
  if (!authorization.startsWith(`${ALGORITHM} `) || signature === undefined) {
    throw ossErrors.invalidArgument("Authorization header is invalid.");
  }
  const additional = fields.get("AdditionalHeaders");
  if (additional === "") {
    throw ossErrors.invalidArgument("AdditionalHeaders in Authorization header is invalid.", "0002-00000209");
  }
  if (headerOf(exchange, "x-oss-content-sha256") !== UNSIGNED_PAYLOAD) {
    throw ossErrors.invalidArgument("x-oss-content-sha256 must be UNSIGNED-PAYLOAD.");
  }
  return {
    ...parseCredential(fields.get("Credential")),
    additionalHeaders: parseAdditional(exchange, additional),
    signature,
    timestamp: timestampOf(exchange),
    securityToken: headerOf(exchange, "x-oss-security-token"),
  };
}

function claimOfUrl(exchange: Exchange): Claim {
  const { query } = exchange;
  if (query.get("x-oss-signature-version") !== ALGORITHM) {
    throw ossErrors.invalidArgument("x-oss-signature-version is invalid.");
  }
  const expiresSeconds = Number(query.get("x-oss-expires"));
  if (!(expiresSeconds >= 1 && expiresSeconds <= MAX_EXPIRES_SECONDS)) {
    throw ossErrors.invalidArgument("x-oss-expires is invalid.");
  }
  return {
    ...parseCredential(query.get("x-oss-credential")),
    additionalHeaders: parseAdditional(exchange, query.get("x-oss-additional-headers")),
    signature: query.get("x-oss-signature") ?? "",
    timestamp: query.get("x-oss-date") ?? "",
    securityToken: query.get("x-oss-security-token"),
    expiresSeconds,
  };
}

function parseCredential(credential = ""): Pick<Claim, "accessKeyId" | "region" | "scopeDate"> {
  const [accessKeyId = "", scopeDate = "", region = "", product, terminator] = credential.split("/");
  if (product !== "oss" || terminator !== "aliyun_v4_request" || accessKeyId === "") {
    throw ossErrors.invalidArgument("Credential in Authorization header is invalid.");
  }
  return { accessKeyId, scopeDate, region };
}

/** Additional headers must be sorted, in lower case, sent, and not among those that are signed anyway. */
function parseAdditional(exchange: Exchange, list: string | undefined): readonly string[] {
  const names = list === undefined || list === "" ? [] : list.split(";");
  const wellFormed = names.every(
    (name, index) =>
      name === name.toLowerCase() &&
      !isAlwaysSigned(name) &&
      headerOf(exchange, name) !== undefined &&
      (names[index - 1] ?? "") < name,
  );
  if (!wellFormed) throw ossErrors.invalidArgument("AdditionalHeaders is invalid.", "0002-00000209");
  return names;
}

function isAlwaysSigned(name: string): boolean {
  return name === "content-type" || name === "content-md5" || name.startsWith("x-oss-");
}

function timestampOf(exchange: Exchange): string {
  const own = headerOf(exchange, "x-oss-date");
  if (own !== undefined) return own;
  const date = Date.parse(headerOf(exchange, "date") ?? "");
  return Number.isNaN(date) ? "" : new Date(date).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
}

function checkTime(claim: Claim, exchange: Exchange): void {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(claim.timestamp);
  if (match === null || claim.timestamp.slice(0, 8) !== claim.scopeDate) {
    throw ossErrors.accessDenied("OSS authentication requires a valid Date.");
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const signedMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const nowMs = exchange.clock.nowMs();
  if (claim.expiresSeconds === undefined) {
    if (Math.abs(nowMs - signedMs) <= MAX_SKEW_MS) return;
    throw ossErrors.requestTimeTooSkewed(new Date(nowMs).toISOString());
  }
  if (nowMs > signedMs + claim.expiresSeconds * 1000) throw ossErrors.accessDenied("Request has expired.");
  if (signedMs - nowMs > MAX_SKEW_MS) throw ossErrors.requestTimeTooSkewed(new Date(nowMs).toISOString());
}

const signingKeys = new Map<string, KeyObject>();

/** The chain of HMACs, kept because every request of a day needs the same one. */
function signingKey({ accessKeySecret }: AccessKey, { scopeDate, region }: Claim): KeyObject {
  const name = `${accessKeySecret}/${scopeDate}/${region}`;
  const known = signingKeys.get(name);
  if (known !== undefined) return known;
  const bytes = [scopeDate, region, "oss", "aliyun_v4_request"].reduce<string | Buffer>(
    (secret, text) => createHmac("sha256", secret).update(text).digest(),
    `aliyun_v4${accessKeySecret}`,
  ) as Buffer;
  // A key object signs five times as fast as a buffer that becomes one for every request.
  const key = createSecretKey(bytes);
  if (signingKeys.size >= MAX_CACHED_KEYS) signingKeys.clear();
  signingKeys.set(name, key);
  return key;
}
