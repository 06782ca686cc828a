import type { IncomingMessage } from "node:http";
import { httpDate } from "../../clock.ts";
import { type Answer, type Exchange, headerOf, ServiceError } from "../../http/exchange.ts";
import type { Bucket, ObjectAttributes } from "../../store/bucket.ts";
import type { Key } from "../../store/keys.ts";
import type { OssContext } from "../context.ts";
import { ossErrors } from "../errors.ts";
import { type Intake, takeInChunks } from "../intake.ts";
import { MAX_METADATA_BYTES, META_PREFIX } from "../rules.ts";
import { askOrigin, OriginSilent } from "./origin.ts";
import { relay } from "./relay.ts";
import { type MirrorRule, ruleFor } from "./rules.ts";

/**
 * Mirroring back to an origin, as "Mirroring-based back-to-origin" and "HTTP status code 424" describe it. What no
 * page says, and is assumed here, stands in the README.
 */

const KEPT_HEADERS = [
  "access-control-allow-origin",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
] as const;

/** What stands behind an object that is not here. */
interface Found {
  readonly rule: MirrorRule;
  readonly origin: IncomingMessage;
  readonly attributes: ObjectAttributes;
  readonly lastModifiedMs: number;
}

/** Answers a GET for a missing object from the origin and stores what comes; 404 where no rule is met. */
export async function getMirrored(
  context: OssContext,
  exchange: Exchange,
  bucket: Bucket,
  key: Key,
): Promise<Answer> {
  const found = await find(context, exchange, bucket, key);
  const chunks = await relay(bodyOf(found.origin), async (passing) => {
    store(context, bucket, key, found, await takeInChunks(passing, context.bodies));
  });
  return { status: 200, headers: headersOf(found), body: { chunks, sizeBytes: statedLength(found.origin) } };
}

/** Answers a HEAD for a missing object from the origin where the rule allows it. Nothing is stored. */
export async function headMirrored(
  context: OssContext,
  exchange: Exchange,
  bucket: Bucket,
  key: Key,
): Promise<Answer> {
  const found = await find(context, exchange, bucket, key);
  found.origin.resume();
  const sizeBytes = statedLength(found.origin);
  return {
    status: 200,
    headers: { ...headersOf(found), ...(sizeBytes !== undefined && { "content-length": sizeBytes }) },
  };
}

async function find(context: OssContext, exchange: Exchange, bucket: Bucket, key: Key): Promise<Found> {
  const rule = ruleFor(bucket, { key, header: (name) => headerOf(exchange, name) });
  if (rule === undefined) throw ossErrors.noSuchKey();
  if ("unknown" in rule) {
    throw new ServiceError(501, "NotImplemented", `The local OSS does not mirror with ${rule.unknown}.`);
  }
  if (exchange.method === "HEAD" && !rule.allowHeadObject) throw ossErrors.noSuchKey();
  const origin = await askOrigin(rule, exchange, key, context.times.mirrorTimeoutMs);
  const { statusCode = 0 } = origin;
  if (statusCode !== 200 && statusCode !== 206) {
    origin.resume();
    if (statusCode === 404) throw ossErrors.noSuchKey();
    const message = `Error status : ${statusCode} from mirror host, should return 200 OK`;
    throw ossErrors.mirrorFailed(message, "0041-00000101");
  }
  const modifiedMs = Date.parse(origin.headers["last-modified"] ?? "");
  const nowMs = exchange.clock.nowMs();
  return {
    rule,
    origin,
    attributes: attributesOf(rule, origin),
    lastModifiedMs: rule.userLastModified && !Number.isNaN(modifiedMs) ? modifiedMs : nowMs,
  };
}

/** Stores what has come, unless it must not be. */
function store(
  context: OssContext,
  bucket: Bucket,
  key: Key,
  { rule, origin, attributes, lastModifiedMs }: Found,
  intake: Intake,
): void {
  const { body, etag, crc64 } = intake;
  const stated = origin.headers["content-md5"];
  const before = bucket.get(key);
  const isWrong = rule.checkMd5 && stated !== undefined && stated !== intake.md5.toString("base64");
  if (!isWrong && before === undefined && !rule.proxyPass) {
    bucket.set(key, { ...attributes, body, etag, crc64, kind: "Normal", lastModifiedMs, mirrored: true });
    return;
  }
  context.bodies.release(body);
  if (isWrong) throw ossErrors.mirrorFailed("MD5 in header() is not equal to MD5 calculated");
  // Another reader may have had it mirrored meanwhile; that is the same object.
  if (before !== undefined && before.mirrored !== true) {
    throw ossErrors.mirrorFailed("The object you specified already exists and can not be overwritten");
  }
}

/** The body with what goes wrong on the way in the words of OSS. */
async function* bodyOf(origin: IncomingMessage): AsyncGenerator<Buffer, void, undefined> {
  const stated = statedLength(origin) !== undefined;
  try {
    yield* origin as AsyncIterable<Buffer>;
  } catch (error) {
    if (stated && !(error instanceof OriginSilent)) {
      throw ossErrors.mirrorFailed("Bytes read is not equal to expected");
    }
    const message = "Read body from mirror host failed, please check your mirror host";
    throw ossErrors.mirrorFailed(message, "0041-00000104");
  }
}

function attributesOf({ saveOssMeta, tags }: MirrorRule, origin: IncomingMessage): ObjectAttributes {
  const { headers } = origin;
  const pick = (names: readonly string[]): [string, string][] =>
    names.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    });
  const metadata = saveOssMeta
    ? pick(Object.keys(headers).filter((name) => name.startsWith(META_PREFIX)))
    : [];
  const sizeBytes = metadata.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (sizeBytes > MAX_METADATA_BYTES) {
    origin.destroy();
    throw ossErrors.mirrorFailed("Meta is too large");
  }
  return {
    contentHeaders: { "content-type": "application/octet-stream", ...Object.fromEntries(pick(KEPT_HEADERS)) },
    userMetadata: Object.fromEntries(
      metadata.map(([name, value]) => [name.slice(META_PREFIX.length), value]),
    ),
    tags,
    storageClass: "Standard",
    encryption: {},
  };
}

function headersOf({ attributes, origin, lastModifiedMs }: Found): Record<string, string> {
  const { etag } = origin.headers;
  const metadata = Object.entries(attributes.userMetadata).map(([name, value]) => [
    META_PREFIX + name,
    value,
  ]);
  return {
    ...attributes.contentHeaders,
    ...(Object.fromEntries(metadata) as Record<string, string>),
    ...(etag !== undefined && { etag }),
    "last-modified": httpDate(lastModifiedMs),
    "x-oss-tag": "MIRROR",
  };
}

function statedLength({ headers }: IncomingMessage): number | undefined {
  const stated = headers["content-length"];
  return stated === undefined ? undefined : Number(stated);
}
