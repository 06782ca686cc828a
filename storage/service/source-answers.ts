import { StoreError, storeErrorOf, type StoreRole } from "../../core/errors.ts";
import type { ObjectMetadata, ObjectTags } from "../../core/object.ts";
import type { HttpResponse } from "../http/transport.ts";
import type { ByteRange, ListPage, ListRequest, SourceBody, SourceObject } from "../ports.ts";
import { badResponse, MAX_ANSWER_BYTES } from "./bucket-answers.ts";
import { textOf } from "./xml-text.ts";

const CONTENT_HEADERS = [
  "content-type",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "expires",
] as const;

/** What the head of an answer says goes with the object; `userPrefix` begins the service's names of user metadata. */
export function metadataOf(
  headers: Readonly<Record<string, string>>,
  userPrefix: "x-amz-meta-" | "x-oss-meta-",
): ObjectMetadata {
  const content: Record<string, string> = {};
  for (const name of CONTENT_HEADERS) {
    const value = name === "content-encoding" ? withoutAwsChunked(headers[name]) : headers[name];
    if (value !== undefined) content[name] = value;
  }
  const user: Record<string, string> = {};
  for (const name in headers) {
    if (name.startsWith(userPrefix)) user[name.slice(userPrefix.length)] = headers[name] ?? "";
  }
  return { headers: content, user };
}

/** `aws-chunked` is how the uploader spoke to the service, not how the object is encoded; some services keep it. */
function withoutAwsChunked(encoding: string | undefined): string | undefined {
  const codings = encoding?.split(",").map((coding) => coding.trim()) ?? [];
  const kept = codings.filter((coding) => coding !== "" && coding.toLowerCase() !== "aws-chunked");
  return kept.length === 0 ? undefined : kept.join(", ");
}

/** A number that a header gives; 0 where it gives none. */
export function countOf(text: string | undefined): number {
  return text !== undefined && /^\d+$/u.test(text) ? Number(text) : 0;
}

/** How the heads of one service describe an object; undefined when a head lacks what every object has. */
export type Describe = (
  headers: Readonly<Record<string, string>>,
  sizeBytes: number | undefined,
) => SourceObject | undefined;

/** The object of a HEAD. BAD_RESPONSE when the head lacks what every object has. */
export function sourceObjectOf(store: StoreRole, response: HttpResponse, describe: Describe): SourceObject {
  return described(store, response, response.contentLength, describe);
}

/**
 * The body of a GET. PRECONDITION_FAILED when the service ignored If-Match, BAD_RESPONSE when the answer is not
 * what was asked for; then the body is given up.
 */
export function sourceBodyOf(
  store: StoreRole,
  response: HttpResponse,
  request: { readonly ifMatch: string; readonly range?: ByteRange },
  describe: Describe,
): SourceBody {
  try {
    const bodySizeBytes = response.contentLength;
    if (bodySizeBytes === undefined) throw badResponse(store, "the object came without its length");
    const sizeBytes = sizeOf(store, response, bodySizeBytes, request.range);
    const object = described(store, response, sizeBytes, describe);
    if (object.etag !== request.ifMatch) {
      const what = "the object is no longer the one asked for";
      throw new StoreError("PRECONDITION_FAILED", what, { store, status: response.status });
    }
    return {
      ...object,
      bodySizeBytes,
      read: (sink, room) => response.read(sink, room),
      discard: () => response.discard(),
    };
  } catch (error) {
    response.discard();
    throw error;
  }
}

function described(
  store: StoreRole,
  response: HttpResponse,
  sizeBytes: number | undefined,
  describe: Describe,
): SourceObject {
  const object = describe(response.headers, sizeBytes);
  if (object === undefined) throw badResponse(store, "the object came without size, ETag or time");
  return object;
}

/** The object's size; BAD_RESPONSE when the answer is not the range that was asked for. */
function sizeOf(
  store: StoreRole,
  response: HttpResponse,
  bodySizeBytes: number,
  range: ByteRange | undefined,
): number {
  if (range === undefined) return bodySizeBytes;
  const [, start, end, size] =
    /^bytes (\d+)-(\d+)\/(\d+)$/u.exec(response.headers["content-range"] ?? "") ?? [];
  const isTheRange =
    Number(start) === range.start &&
    Number(end) === range.end &&
    bodySizeBytes === range.end - range.start + 1;
  if (!isTheRange) throw badResponse(store, "the service sent another range than was asked for");
  return Number(size);
}

/** The tags of an answer to GetObjectTagging. */
export async function tagsOf(response: HttpResponse): Promise<ObjectTags> {
  const xml = (await response.readAll(MAX_ANSWER_BYTES)).toString("latin1");
  const tags = xml.split("<Tag>").slice(1);
  return Object.fromEntries(tags.map((tag) => [textOf(tag, "Key") ?? "", textOf(tag, "Value") ?? ""]));
}

/**
 * Throws BUCKET_NOT_FOUND when that is what `error`, the NOT_FOUND of a HEAD, is about: a bare 404 does not say
 * whether the object or the whole bucket is gone, and only one may be counted as vanished.
 */
export async function refuseMissingBucket(
  error: unknown,
  list: (request: ListRequest) => Promise<ListPage>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const notFound = storeErrorOf(error, "NOT_FOUND");
  if (notFound === undefined || notFound.detail.serviceCode !== undefined) return;
  try {
    await list({ maxKeys: 1, ...(signal === undefined ? {} : { signal }) });
  } catch (listError) {
    if (storeErrorOf(listError, "BUCKET_NOT_FOUND") !== undefined) throw listError;
  }
}
