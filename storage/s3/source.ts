import type { ObjectTags } from "../../core/object.ts";
import type { ListPage, ListRequest, SourceBody, SourceObject, SourceStore } from "../ports.ts";
import { listPageOf, MAX_ANSWER_BYTES } from "../service/bucket-answers.ts";
import type { ListDialect } from "../service/list-page.ts";
import { listQuery, markerQuery } from "../service/list-query.ts";
import { restoreHeaders, restoreStateOf } from "../service/restore.ts";
import { refuseMissingBucket, sourceBodyOf, sourceObjectOf, tagsOf } from "../service/source-answers.ts";
import { S3Client, type S3Options } from "./client.ts";
import { s3ObjectOf } from "./source-object.ts";

/** The service says which digests of the whole object it knows only when asked. */
const WITH_CHECKSUMS = { "x-amz-checksum-mode": "ENABLED" };
/** And which archived objects are restored. */
const WITH_RESTORE_STATUS = { "x-amz-optional-object-attributes": "RestoreStatus" };
const ARCHIVE_CLASSES: ReadonlySet<string> = new Set(["GLACIER", "DEEP_ARCHIVE"]);

/** A bucket of S3, or of a service that speaks S3, as a source. */
export class S3Source implements SourceStore {
  readonly #client: S3Client;
  readonly #store: S3Options["store"];
  readonly #list: ListDialect;
  readonly #listHeaders: Readonly<Record<string, string>>;
  readonly #encodesListings: boolean;

  constructor(options: S3Options) {
    const { store, listVersion = 2, encodesListings = true, listsRestoreStatus = false } = options;
    this.#client = new S3Client(options);
    this.#store = store;
    this.#list = { version: listVersion, coldClasses: listsRestoreStatus ? ARCHIVE_CLASSES : new Set() };
    this.#listHeaders = listsRestoreStatus ? WITH_RESTORE_STATUS : {};
    this.#encodesListings = encodesListings;
  }

  async list(request: ListRequest): Promise<ListPage> {
    const { version } = this.#list;
    const query = version === 1 ? markerQuery(request) : listQuery(request);
    if (!this.#encodesListings) delete query["encoding-type"];
    const response = await this.#client.send({
      operation: version === 1 ? "ListObjects" : "ListObjectsV2",
      method: "GET",
      query,
      headers: this.#listHeaders,
      signal: request.signal,
    });
    return listPageOf(this.#store, response, this.#list);
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

  /** What an archive tier of INTELLIGENT_TIERING gives back stays: such a restore has no days. */
  restore(request: Parameters<SourceStore["restore"]>[0]): ReturnType<SourceStore["restore"]> {
    const { key, storageClass, days, tier, signal } = request;
    const daysText = storageClass === "INTELLIGENT_TIERING" ? "" : `<Days>${days}</Days>`;
    const body = Buffer.from(
      `<RestoreRequest xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${daysText}` +
        `<GlacierJobParameters><Tier>${tier}</Tier></GlacierJobParameters></RestoreRequest>`,
    );
    return restoreStateOf(
      this.#client.send({
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
