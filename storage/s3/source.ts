import { StoreError, storeErrorOf } from "../../core/errors.ts";
import type { ObjectTags } from "../../core/object.ts";
import type { HttpResponse } from "../http/transport.ts";
import type { ByteRange, ListPage, ListRequest, SourceBody, SourceObject, SourceStore } from "../ports.ts";
import { badResponse, listPageOf, MAX_ANSWER_BYTES } from "../service/bucket-answers.ts";
import { listQuery } from "../service/list-query.ts";
import { textOf } from "../service/xml-text.ts";
import { S3Client, type S3Options } from "./client.ts";
import { sourceObjectOf } from "./source-object.ts";

/** The service says which digests of the whole object it knows only when asked. */
const WITH_CHECKSUMS = { "x-amz-checksum-mode": "ENABLED" };

/** A bucket of S3, or of a service that speaks S3, as a source. */
export class S3Source implements SourceStore {
  readonly #client: S3Client;
  readonly #store: S3Options["store"];

  constructor(options: S3Options) {
    this.#client = new S3Client(options);
    this.#store = options.store;
  }

  async list(request: ListRequest): Promise<ListPage> {
    const response = await this.#client.send({
      operation: "ListObjectsV2",
      method: "GET",
      query: listQuery(request),
      signal: request.signal,
    });
    return listPageOf(this.#store, response);
  }

  async open(request: Parameters<SourceStore["open"]>[0]): Promise<SourceBody> {
    const { key, ifMatch, range, signal } = request;
    const response = await this.#client.send({
      operation: "GetObject",
      method: "GET",
      key,
      headers: {
        "if-match": `"${ifMatch}"`,
        ...(range === undefined ? WITH_CHECKSUMS : { range: `bytes=${range.start}-${range.end}` }),
      },
      signal,
    });
    try {
      return this.#bodyOf(response, ifMatch, range);
    } catch (error) {
      response.discard();
      throw error;
    }
  }

  async stat(request: Parameters<SourceStore["stat"]>[0]): Promise<SourceObject> {
    const { key, signal } = request;
    try {
      const response = await this.#client.send({
        operation: "HeadObject",
        method: "HEAD",
        key,
        headers: WITH_CHECKSUMS,
        signal,
      });
      await response.readAll(MAX_ANSWER_BYTES);
      return this.#describe(response, response.contentLength);
    } catch (error) {
      if (storeErrorOf(error, "NOT_FOUND") !== undefined) await this.#checkBucket(signal);
      throw error;
    }
  }

  async tags(request: Parameters<SourceStore["tags"]>[0]): Promise<ObjectTags> {
    const { key, signal } = request;
    const response = await this.#client.send({
      operation: "GetObjectTagging",
      method: "GET",
      key,
      query: { tagging: "" },
      signal,
    });
    const xml = (await response.readAll(MAX_ANSWER_BYTES)).toString("latin1");
    const tags = xml.split("<Tag>").slice(1);
    return Object.fromEntries(tags.map((tag) => [textOf(tag, "Key") ?? "", textOf(tag, "Value") ?? ""]));
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  #bodyOf(response: HttpResponse, ifMatch: string, range: ByteRange | undefined): SourceBody {
    const bodySizeBytes = response.contentLength;
    if (bodySizeBytes === undefined) throw badResponse(this.#store, "the object came without its length");
    const object = this.#describe(response, this.#sizeOf(response, bodySizeBytes, range));
    // Some services accept If-Match and ignore it.
    if (object.etag !== ifMatch) {
      const what = "the object is no longer the one asked for";
      throw new StoreError("PRECONDITION_FAILED", what, { store: this.#store, status: response.status });
    }
    return {
      ...object,
      bodySizeBytes,
      read: (sink) => response.read(sink),
      discard: () => response.discard(),
    };
  }

  /** The object's size; BAD_RESPONSE when the answer is not the range that was asked for. */
  #sizeOf(response: HttpResponse, bodySizeBytes: number, range: ByteRange | undefined): number {
    if (range === undefined) return bodySizeBytes;
    const [, start, end, size] =
      /^bytes (\d+)-(\d+)\/(\d+)$/u.exec(response.headers["content-range"] ?? "") ?? [];
    const isTheRange =
      Number(start) === range.start &&
      Number(end) === range.end &&
      bodySizeBytes === range.end - range.start + 1;
    if (!isTheRange) throw badResponse(this.#store, "the service sent another range than was asked for");
    return Number(size);
  }

  #describe(response: HttpResponse, sizeBytes: number | undefined): SourceObject {
    const object = sourceObjectOf(response.headers, sizeBytes);
    if (object === undefined) throw badResponse(this.#store, "the object came without size, ETag or time");
    return object;
  }

  /** A refused HEAD does not say whether the object or the whole bucket is gone: ask, since only one may be counted as vanished. */
  async #checkBucket(signal: AbortSignal | undefined): Promise<void> {
    try {
      await this.list({ maxKeys: 1, ...(signal === undefined ? {} : { signal }) });
    } catch (error) {
      if (storeErrorOf(error, "BUCKET_NOT_FOUND") !== undefined) throw error;
    }
  }
}
