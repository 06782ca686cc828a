import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import type { AccessKey, AccessKeys } from "../credentials.ts";
import { type Exchange, headerOf } from "../http/exchange.ts";
import { encodePercent } from "../http/percent.ts";
import { s3Errors } from "./errors.ts";

/**
 * Verifies AWS signatures of version 4 as S3 wants them, from the specification: "Authenticating Requests
 * (AWS Signature Version 4)" of the S3 API reference.
 */

const ALGORITHM = "AWS4-HMAC-SHA256";
const MAX_SKEW_MS = 15 * 60 * 1000;
const MAX_EXPIRES_SECONDS = 7 * 24 * 3600;
const MAX_CACHED_KEYS = 1000;

/** A verified signature; what a signed stream of chunks goes on from. */
export interface Signature {
  readonly key: AccessKey;
  readonly signingKey: KeyObject;
  readonly region: string;
  readonly scope: string;
  readonly timestamp: string;
  readonly signature: string;
  /** `x-amz-content-sha256`: a digest in hex, or how the payload is signed otherwise. */
  readonly payload: string;
}

interface Claim {
  readonly accessKeyId: string;
  readonly scopeDate: string;
  readonly region: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly timestamp: string;
  readonly sessionToken: string | undefined;
  readonly payload: string;
  readonly expiresSeconds?: number;
}

/**
 * The signature of the request; throws the error S3 answers with when it is not right. Whether its region fits
 * is for `checkRegion` to say, called before the signature is computed, as S3 does.
 */
export function verifyS3Signature(
  exchange: Exchange,
  keys: AccessKeys,
  checkRegion: (region: string) => void,
): Signature {
  const claim = exchange.query.has("X-Amz-Signature") ? claimOfUrl(exchange) : claimOfHeader(exchange);
  const key = keys.find(claim.accessKeyId);
  if (key === undefined) throw s3Errors.invalidAccessKeyId();
  if (key.sessionToken !== claim.sessionToken) throw s3Errors.invalidToken();
  checkTime(claim, exchange);
  if (key.expiresAtMs !== undefined && exchange.clock.nowMs() >= key.expiresAtMs)
    throw s3Errors.expiredToken();
  checkRegion(claim.region);
  checkSignedHeaders(claim, exchange);

  const scope = `${claim.scopeDate}/${claim.region}/s3/aws4_request`;
  const canonical = canonicalS3Request(exchange, claim.signedHeaders, claim.payload);
  const canonicalHash = hash("sha256", Buffer.from(canonical, "latin1"), "hex");
  const stringToSign = [ALGORITHM, claim.timestamp, scope, canonicalHash].join("\n");
  const signingKey = deriveKey(key, claim.scopeDate, claim.region);
  const expected = createHmac("sha256", signingKey).update(stringToSign).digest("hex");
  if (expected !== claim.signature) throw s3Errors.signatureDoesNotMatch(stringToSign, canonical);
  const { region, timestamp, signature, payload } = claim;
  return { key, signingKey, region, scope, timestamp, signature, payload };
}

/** The access key id a request claims, unverified. */
export function claimedS3AccessKey(
  authorization: string | undefined,
  credentialParameter: string | undefined,
): string | undefined {
  const credential = credentialParameter ?? /Credential=([^,]*)/.exec(authorization ?? "")?.[1];
  return credential?.split("/", 1)[0];
}

/** METHOD, path as sent, query, signed headers, their names, payload, one per line. */
function canonicalS3Request(
  exchange: Pick<Exchange, "method" | "path" | "query" | "request">,
  signedHeaders: readonly string[],
  payload: string,
): string {
  const parameters = exchange.query.pairs
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encodePercent(name)}=${encodePercent(value)}`)
    .sort();
  const headers = signedHeaders.map(
    (name) => `${name}:${(headerOf(exchange, name) ?? "").trim().replaceAll(/ +/g, " ")}\n`,
  );
  return [
    exchange.method,
    encodePercent(exchange.path, true),
    parameters.join("&"),
    headers.join(""),
    signedHeaders.join(";"),
    payload,
  ].join("\n");
}

function claimOfHeader(exchange: Exchange): Claim {
  const authorization = headerOf(exchange, "authorization");
  if (authorization === undefined) throw s3Errors.accessDenied();
  const match =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (match === null) {
    throw s3Errors.authorizationHeaderMalformed("The authorization header that you provided is not valid.");
  }
  const [, credential = "", signedHeaders = "", signature = ""] = match;
  const payload = headerOf(exchange, "x-amz-content-sha256");
  if (payload === undefined) throw s3Errors.invalidArgument("x-amz-content-sha256 is missing.");
  return {
    ...parseCredential(credential),
    signedHeaders: signedHeaders.split(";"),
    signature,
    timestamp: headerOf(exchange, "x-amz-date") ?? "",
    sessionToken: headerOf(exchange, "x-amz-security-token"),
    payload,
  };
}

function claimOfUrl(exchange: Exchange): Claim {
  const { query } = exchange;
  const expiresSeconds = Number(query.get("X-Amz-Expires"));
  if (
    query.get("X-Amz-Algorithm") !== ALGORITHM ||
    !(expiresSeconds >= 1 && expiresSeconds <= MAX_EXPIRES_SECONDS)
  ) {
    throw s3Errors.authorizationHeaderMalformed("Query-string authentication is not valid.");
  }
  return {
    ...parseCredential(query.get("X-Amz-Credential") ?? ""),
    signedHeaders: (query.get("X-Amz-SignedHeaders") ?? "").split(";"),
    signature: query.get("X-Amz-Signature") ?? "",
    timestamp: query.get("X-Amz-Date") ?? "",
    sessionToken: query.get("X-Amz-Security-Token"),
    payload: query.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD",
    expiresSeconds,
  };
}

function parseCredential(credential: string): Pick<Claim, "accessKeyId" | "region" | "scopeDate"> {
  const [accessKeyId = "", scopeDate = "", region = "", service, terminator] = credential.split("/");
  if (service !== "s3" || terminator !== "aws4_request" || accessKeyId === "") {
    throw s3Errors.authorizationHeaderMalformed(
      "The authorization header is malformed; the credential is wrong.",
    );
  }
  return { accessKeyId, scopeDate, region };
}

/** The host and every `x-amz-` header have to be signed. */
function checkSignedHeaders(claim: Claim, exchange: Exchange): void {
  const unsigned = Object.keys(exchange.request.headers).filter(
    (name) => (name === "host" || name.startsWith("x-amz-")) && !claim.signedHeaders.includes(name),
  );
  if (unsigned.length > 0) throw s3Errors.notSigned(unsigned);
}

function checkTime(claim: Claim, exchange: Exchange): void {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(claim.timestamp);
  if (match === null || claim.timestamp.slice(0, 8) !== claim.scopeDate) {
    throw s3Errors.accessDenied("AWS authentication requires a valid Date or x-amz-date header");
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const signedMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const nowMs = exchange.clock.nowMs();
  const goodForMs = claim.expiresSeconds === undefined ? MAX_SKEW_MS : claim.expiresSeconds * 1000;
  if (claim.expiresSeconds !== undefined && nowMs > signedMs + goodForMs) {
    throw s3Errors.accessDenied("Request has expired");
  }
  if (signedMs - nowMs > MAX_SKEW_MS || nowMs - signedMs > goodForMs) {
    throw s3Errors.requestTimeTooSkewed(new Date(nowMs).toISOString());
  }
}

const signingKeys = new Map<string, KeyObject>();

/** The chain of HMACs, kept because every request of a day needs the same one. */
function deriveKey({ accessKeySecret }: AccessKey, scopeDate: string, region: string): KeyObject {
  const name = `${accessKeySecret}/${scopeDate}/${region}`;
  const known = signingKeys.get(name);
  if (known !== undefined) return known;
  const bytes = [scopeDate, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (secret, text) => createHmac("sha256", secret).update(text).digest(),
    `AWS4${accessKeySecret}`,
  ) as Buffer;
  // A key object signs five times as fast as a buffer that becomes one for every request.
  const key = createSecretKey(bytes);
  if (signingKeys.size >= MAX_CACHED_KEYS) signingKeys.clear();
  signingKeys.set(name, key);
  return key;
}
