import type { ObjectTags } from "../../core/object.ts";
import type { HttpResponse } from "../http/transport.ts";
import type { ListPage, ListRequest, SourceBody, SourceObject, SourceStore } from "../ports.ts";
import { listPageOf, MAX_ANSWER_BYTES } from "../service/bucket-answers.ts";
import type { BucketOptions } from "../service/bucket-options.ts";
import type { ListDialect } from "../service/list-page.ts";
import { listQuery } from "../service/list-query.ts";
import { restoreHeaders, restoreStateOf } from "../service/restore.ts";
import { refuseMissingBucket, sourceBodyOf, sourceObjectOf, tagsOf } from "../service/source-answers.ts";
import { OssClient, type OssRequest } from "./client.ts";
import { ossObjectOf } from "./source-object.ts";

/** `Archive` is not among them: a bucket can be set to have such objects read without a restore. */
const LIST: ListDialect = { version: 2, coldClasses: new Set(["ColdArchive", "DeepColdArchive"]) };

export interface OssSourceOptions extends BucketOptions {
  /** The caller pays for requests and traffic of a bucket of somebody else. */
  readonly requesterPays?: boolean;
}

/** An OSS bucket of any region and account as a source. */
export class OssSource implements SourceStore {
  readonly #client: OssClient;
  readonly #store: BucketOptions["store"];
  readonly #payer: Readonly<Record<string, string>>;

  constructor(options: OssSourceOptions) {
    this.#client = new OssClient(options);
    this.#store = options.store;
    this.#payer = options.requesterPays === true ? { "x-oss-request-payer": "requester" } : {};
  }

  async list(request: ListRequest): Promise<ListPage> {
    const response = await this.#send({
      operation: "ListObjectsV2",
      method: "GET",
      query: listQuery(request),
      signal: request.signal,
    });
    return listPageOf(this.#store, response, LIST);
  }

  async open(request: Parameters<SourceStore["open"]>[0]): Promise<SourceBody> {
    const { key, ifMatch, range, signal } = request;
    const response = await this.#send({
      operation: "GetObject",
      method: "GET",
      key,
      headers: { "if-match": `"${ifMatch}"`, ...(range === undefined ? {} : rangeHeaders(range)) },
      signal,
    });
    return sourceBodyOf(this.#store, response, request, ossObjectOf);
  }

  async stat(request: Parameters<SourceStore["stat"]>[0]): Promise<SourceObject> {
    const { key, signal } = request;
    try {
      const response = await this.#send({ operation: "HeadObject", method: "HEAD", key, signal });
      await response.readAll(MAX_ANSWER_BYTES);
      return sourceObjectOf(this.#store, response, ossObjectOf);
    } catch (error) {
      await refuseMissingBucket(error, (page) => this.list(page), signal);
      throw error;
    }
  }

  /** The class Archive has one speed alone. */
  restore(request: Parameters<SourceStore["restore"]>[0]): ReturnType<SourceStore["restore"]> {
    const { key, storageClass, days, tier, signal } = request;
    const tierText = storageClass === "Archive" ? "" : `<JobParameters><Tier>${tier}</Tier></JobParameters>`;
    const body = Buffer.from(`<RestoreRequest><Days>${days}</Days>${tierText}</RestoreRequest>`);
    return restoreStateOf(
      this.#send({
        operation: "RestoreObject",
        method: "POST",
        key,
        query: { restore: "" },
        headers: restoreHeaders(body),
        body,
        signal,
      }),
    );
  }

  async tags(request: Parameters<SourceStore["tags"]>[0]): Promise<ObjectTags> {
    const { key, signal } = request;
    const response = await this.#send({
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

  #send(request: OssRequest): Promise<HttpResponse> {
    return this.#client.send({ ...request, headers: { ...request.headers, ...this.#payer } });
  }
}

/** Unless asked for standard behaviour, OSS answers a range that reaches past the end with the whole object. */
function rangeHeaders(range: { readonly start: number; readonly end: number }): Record<string, string> {
  return { range: `bytes=${range.start}-${range.end}`, "x-oss-range-behavior": "standard" };
}
