import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { type Exchange, headerOf } from "../../http/exchange.ts";
import { encodePercent } from "../../http/percent.ts";
import { Query } from "../../http/target.ts";
import type { Key } from "../../store/keys.ts";
import { ossErrors } from "../errors.ts";
import type { HeaderRules, MirrorRule } from "./rules.ts";
import { signS3Request } from "./s3-signature.ts";

const MAX_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The origin has begun to answer and stopped. */
export class OriginSilent extends Error {}

/** What never reaches an origin, whatever a rule says: "MirrorHeaders" of PutBucketWebsite, and what is per hop. */
const NEVER_PASSED = new Set([
  "authorization",
  "authorization2",
  "connection",
  "content-length",
  "date",
  "expect",
  "host",
  "keep-alive",
  "range",
  "transfer-encoding",
]);
const NEVER_PASSED_PREFIXES = ["oss-", "x-oss-", "x-drs-"];

/**
 * Asks the rule's origin for the object, and resolves to whatever it answers: its body is still to be read. Throws
 * MirrorFailed when there is no answer; an origin that says nothing for `timeoutMs` has none.
 */
export async function askOrigin(
  rule: MirrorRule,
  exchange: Exchange,
  key: Key,
  timeoutMs: number,
): Promise<IncomingMessage> {
  const origin = new URL(rule.url);
  let hop: Hop = {
    origin,
    path: origin.pathname + encodePercent(originKey(rule, key), true),
    query: rule.passQueryString ? passedQuery(exchange.query) : new Query(""),
  };
  const passed = passedHeaders(exchange, rule.headers);
  for (let redirects = 0; ; redirects++) {
    const signature = redirects === 0 ? signatureOf(rule, hop, exchange) : {};
    const answer = await send(exchange, hop, { ...passed, ...signature }, timeoutMs);
    const { location } = answer.headers;
    const isRedirect = REDIRECTS.has(answer.statusCode ?? 0) && location !== undefined;
    if (!isRedirect || !rule.followRedirect || redirects === MAX_REDIRECTS) return answer;
    answer.resume();
    const next = new URL(location, `${hop.origin.origin}${hop.path}`);
    hop = { origin: next, path: next.pathname, query: new Query(next.search.slice(1)) };
  }
}

interface Hop {
  readonly origin: URL;
  readonly path: string;
  readonly query: Query;
}

function originKey({ replacePrefix, passOriginalSlashes }: MirrorRule, key: Key): Key {
  const renamed = replacePrefix === undefined ? key : replacePrefix.to + key.slice(replacePrefix.from.length);
  return passOriginalSlashes ? renamed : renamed.replaceAll(/\/{2,}/g, "/");
}

/** Of a signed URL, the signature is nobody else's business. */
function passedQuery(query: Query): Query {
  const passed = query.pairs.filter(([name]) => !name.startsWith("x-oss-"));
  return new Query(passed.map(([name, value]) => `${encodePercent(name)}=${encodePercent(value)}`).join("&"));
}

function passedHeaders(exchange: Exchange, rules: HeaderRules): Record<string, string> {
  const names = rules.passAll ? Object.keys(exchange.request.headers) : rules.pass.map(lowerCase);
  const removed = new Set(rules.remove.map(lowerCase));
  const passed = names
    .filter((name) => !removed.has(name))
    .map((name) => [name, headerOf(exchange, name)] as const);
  const set = Object.entries(rules.set).map(([name, value]) => [lowerCase(name), value] as const);
  return Object.fromEntries(
    [...passed, ...set].filter(
      (pair): pair is readonly [string, string] => pair[1] !== undefined && mayPass(pair[0]),
    ),
  );
}

function mayPass(name: string): boolean {
  return !NEVER_PASSED.has(name) && !NEVER_PASSED_PREFIXES.some((prefix) => name.startsWith(prefix));
}

/** An authentication type that is not S3's goes out unsigned: what the service makes of it is not documented. */
function signatureOf(
  rule: MirrorRule,
  { origin, path, query }: Hop,
  exchange: Exchange,
): Record<string, string> {
  if (rule.auth?.authType.toLowerCase() !== "s3v4") return {};
  const { method, clock } = exchange;
  return signS3Request({ method, host: origin.host, path, query }, rule.auth, clock.nowMs());
}

function send(
  exchange: Exchange,
  { origin, path, query }: Hop,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<IncomingMessage> {
  const search = query.pairs
    .map(([name, value]) => `${encodePercent(name)}=${encodePercent(value)}`)
    .join("&");
  return new Promise((resolve, reject) => {
    let answer: IncomingMessage | undefined;
    const request = (origin.protocol === "https:" ? requestHttps : requestHttp)({
      agent: false,
      hostname: origin.hostname,
      port: origin.port,
      method: exchange.method,
      path: search === "" ? path : `${path}?${search}`,
      headers: { host: origin.host, ...headers },
      timeout: timeoutMs,
      signal: exchange.closing,
    });
    request.on("response", (response) => {
      answer = response;
      resolve(response);
    });
    request.on("timeout", () => {
      (answer ?? request).destroy(new OriginSilent());
    });
    request.on("error", () => {
      reject(ossErrors.mirrorFailed("Mirroring failed, please check your mirror configuration"));
    });
    request.end();
  });
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}
