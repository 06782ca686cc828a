import type { ObjectTags } from "../../core/object.ts";
import type { ListPage, ListRequest, SourceBody, SourceObject, SourceStore } from "../ports.ts";
import { listPageOf, MAX_ANSWER_BYTES } from "../service/bucket-answers.ts";
import { listQuery, markerQuery } from "../service/list-query.ts";
import { refuseMissingBucket, sourceBodyOf, sourceObjectOf, tagsOf } from "../service/source-answers.ts";
import { S3Client, type S3Options } from "./client.ts";
import { s3ObjectOf } from "./source-object.ts";

/** The service says which digests of the whole object it knows only when asked. */
const WITH_CHECKSUMS = { "x-amz-checksum-mode": "ENABLED" };

/** A bucket of S3, or of a service that speaks S3, as a source. */
export class S3Source implements SourceStore {
  readonly #client: S3Client;
  readonly #store: S3Options["store"];
  readonly #listVersion: 1 | 2;
  readonly #encodesListings: boolean;

  constructor(options: S3Options) {
    this.#client = new S3Client(options);
    this.#store = options.store;
    this.#listVersion = options.listVersion ?? 2;
    this.#encodesListings = options.encodesListings ?? true;
  }

  async list(request: ListRequest): Promise<ListPage> {
    const version = this.#listVersion;
    const query = version === 1 ? markerQuery(request) : listQuery(request);
    if (!this.#encodesListings) delete query["encoding-type"];
    const response = await this.#client.send({
      operation: version === 1 ? "ListObjects" : "ListObjectsV2",
      method: "GET",
      query,
      signal: request.signal,
    });
    return listPageOf(this.#store, response, version);
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
    return sourceBodyOf(this.#store, response, request, s3ObjectOf);
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
      return sourceObjectOf(this.#store, response, s3ObjectOf);
    } catch (error) {
      await refuseMissingBucket(error, (page) => this.list(page), signal);
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
    return tagsOf(response);
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}
